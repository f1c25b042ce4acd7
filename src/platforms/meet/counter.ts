import { wholeNumber } from '../page/number.ts';

/** Where Meet counts heads while no panel is open. Grade 2, seen 2026-06; the button's digits as well. */
const AVATARS = '[data-avatar-count]';
const PEOPLE_BUTTON = 'button[data-panel-id="1"]';

/**
 * Meet's own head count, or null. Where two counters differ the larger one holds: one person too many keeps the gate shut, one too few
 * could open it.
 */
export function headCount(views: readonly Document[]): number | null {
  let most: number | null = null;
  for (const view of views)
    for (const one of view.querySelectorAll(`${AVATARS}, ${PEOPLE_BUTTON}`)) {
      const avatars = one.getAttribute('data-avatar-count');
      const count =
        avatars === null
          ? (wholeNumber(one.textContent) ?? wholeNumber(one.getAttribute('aria-label')))
          : wholeNumber(avatars);
      if (count !== null) most = Math.max(most ?? 0, count);
    }
  return most;
}
