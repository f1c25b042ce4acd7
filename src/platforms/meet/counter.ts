import { wholeNumber } from '../page/number.ts';

/** Where Meet counts heads while no panel is open. Grade 2, seen 2026-06; the button's digits as well. */
const AVATARS = '[data-avatar-count]';
const PEOPLE_BUTTON = 'button[data-panel-id="1"]';

/**
 * Meet's own head count, or null. Where two counters differ the larger one holds: one person too many keeps the gate shut, one too few
 * could open it.
 */
export function headCount(page: Document): number | null {
  const avatars = [...page.querySelectorAll(AVATARS)].map((one) => wholeNumber(one.getAttribute('data-avatar-count')));
  const buttons = [...page.querySelectorAll(PEOPLE_BUTTON)].map(
    (one) => wholeNumber(one.textContent) ?? wholeNumber(one.getAttribute('aria-label')),
  );
  const counts = [...avatars, ...buttons].filter((count) => count !== null);
  return counts.length > 0 ? Math.max(...counts) : null;
}
