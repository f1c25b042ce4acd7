import type { FramePass } from '../../src/model/frame-chat.ts';
import type { FrameLine } from '../../src/platforms/platform.ts';
import { isOrphan } from './link.ts';

/**
 * The way between a meeting page and a frame of another site in it: through the worker, which knows from the browser who speaks. What is
 * said while nobody listens is lost; who relies on an answer asks again.
 *
 * @param here which end this script is
 * @param orphaned the extension has gone from under this page
 */
export function frameLine(here: 'page' | 'frame', orphaned: () => void): FrameLine {
  return {
    tell(pass) {
      if (isOrphan()) return orphaned();
      chrome.runtime
        .sendMessage({ to: 'worker', pass })
        .catch((error: unknown) => console.debug('not passed on', error));
    },
    hear(heard) {
      chrome.runtime.onMessage.addListener((message: unknown) => {
        const { to, pass } = (message ?? {}) as { to?: unknown; pass?: FramePass };
        if (to === here && pass) heard(pass);
        return undefined;
      });
    },
  };
}
