import { isJitsi } from '../../src/platforms/jitsi/recognise.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { platformById } from '../../src/platforms/registry.ts';

/** Platforms that run on anybody's servers, and what tells in the page's own world that this is one of them. By platform id. */
const BY_PAGE: Readonly<Record<string, () => boolean>> = { jitsi: isJitsi };

/** Whether a page's own word, and not its address, is what tells that it is this platform's. */
export function isRecognisable(platform: string): boolean {
  return Object.hasOwn(BY_PAGE, platform);
}

/**
 * Asks the page which platform it is, where its address does not tell, under the grant that the press of the toolbar button gave. The
 * page can lie; then an adapter reads a page that it cannot understand, and nothing opens.
 *
 * @throws where the browser lets nobody into the page
 */
export async function recognise(tab: number): Promise<Platform | null> {
  for (const [id, func] of Object.entries(BY_PAGE)) {
    const [told] = await chrome.scripting.executeScript({ target: { tabId: tab }, world: 'MAIN', func });
    if (told?.result === true) return platformById(id);
  }
  return null;
}
