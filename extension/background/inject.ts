import type { Platform } from '../../src/platforms/platform.ts';
import { ANY_PAGE, platformFor } from '../../src/platforms/registry.ts';
import bigbluebutton from '../content/sites/bigbluebutton.iife.ts?script&iife';
import anyPage from '../content/sites/generic.iife.ts?script&iife';
import { recognise } from './recognise.ts';

/** Pages that can be a call: what travels encrypted, and what this computer serves itself. */
export function canBeCall(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const own = hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1';
  return protocol === 'https:' || (protocol === 'http:' && own);
}

/** Of platforms that have no host of their own: the manifest names none of their scripts. */
const UNLISTED: ReadonlyMap<string, string> = new Map([
  ['bigbluebutton', bigbluebutton],
  ['generic', anyPage],
]);

/** The content script of a platform's site, as the build has named it: the manifest has it for the sites that we know. */
export function contentScript(platform: Platform): string {
  return UNLISTED.get(platform.id) ?? inManifest(`/sites/${platform.id}.iife`);
}

/** Its script for the page's own world, where it has one. */
export function pageScript(platform: Platform): string | null {
  return platform.inPage ? inManifest(`/page/${platform.id}.iife`) : null;
}

function inManifest(name: string): string {
  const files = chrome.runtime.getManifest().content_scripts?.flatMap(({ js }) => js ?? []) ?? [];
  const file = files.find((one) => one.includes(name));
  if (!file) throw new Error(`the manifest has no content script ${name}`);
  return file;
}

/**
 * Puts our content script into the page of a tab, under the grant that the press of the toolbar button gave. It stays for reloads and for
 * pages of the same site, and ends with another site: then this says no.
 */
export async function inject(tab: number): Promise<boolean> {
  try {
    const { url } = await chrome.tabs.get(tab);
    if (!url || !canBeCall(url)) return false;
    const target = { tabId: tab };
    const platform = platformFor(url) ?? (await recognise(tab)) ?? ANY_PAGE;
    const inPage = pageScript(platform);
    if (inPage) await chrome.scripting.executeScript({ target, files: [inPage], world: 'MAIN' });
    await chrome.scripting.executeScript({ target, files: [contentScript(platform)] });
    return true;
  } catch (error) {
    console.info('this page cannot be read:', (error as Error).message);
    return false;
  }
}
