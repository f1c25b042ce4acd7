import { expect } from '@playwright/test';
import type { View } from '../browser/closed-root.ts';
import { LONG } from '../journeys/party.ts';

/** No button and no field of the call lies under the banner. */
export async function coversNothing(view: View): Promise<void> {
  await expect.poll(() => covered(view), { timeout: LONG }).toEqual([]);
}

export const NO_BANNER = 'no banner';

/** The site's controls that lie under the banner, by their labels. Without a banner that is one. */
export function covered(view: View): Promise<string[]> {
  return view.evaluate((none) => {
    const banner = document.querySelector('[data-ask-to-record]')?.getBoundingClientRect();
    if (!banner?.width) return [none];
    const frames = [...document.querySelectorAll('iframe')];
    const views = [
      { view: document, x: 0, y: 0 },
      ...frames.flatMap((frame) => {
        const { x, y } = frame.getBoundingClientRect();
        return frame.contentDocument ? [{ view: frame.contentDocument, x, y }] : [];
      }),
    ];
    return views.flatMap(({ view, x, y }) =>
      [...view.querySelectorAll('button, mdc-button, [role="button"], textarea, [contenteditable="true"], #wc-footer')]
        .filter((control) => {
          const { left, right, top, bottom } = control.getBoundingClientRect();
          const across = left + x < banner.right && right + x > banner.left;
          return right > left && across && top + y < banner.bottom && bottom + y > banner.top;
        })
        .map((control) => control.getAttribute('aria-label') ?? control.outerHTML),
    );
  }, NO_BANNER);
}
