import { wholeNumber } from '../page/number.ts';

/** On the bar, while no panel is open. Grade 2, seen 2026-07. Somebody alone has no such button, and so no count. */
const BADGE = '.footer-button__number-counter';
/** "open the participants list pane,[2] particpants": its number is in brackets in every language that was seen. Grade 3. */
const BUTTONS = '#participant button[aria-label], #wc-footer button[aria-label*="["]';
/** "Participants (2)", over the open list. Grade 2. */
const TITLES =
  '.participants-header__title, .panel-shell-header__title, .participants-header__header > span[aria-label]';

/**
 * Zoom's own head count, or null. Where two counters differ the larger one holds: one person too many keeps the gate shut, one too few
 * could open it. Whether people in the waiting room are counted too is not known; if they are, the list never comes to be as long.
 */
export function headCount(view: Document): number | null {
  const counts = [
    ...[...view.querySelectorAll(BADGE)].map(({ textContent }) => wholeNumber(textContent)),
    ...[...view.querySelectorAll(BUTTONS)].map((button) => bracketed(button.getAttribute('aria-label'))),
    ...[...view.querySelectorAll(TITLES)].map(({ textContent }) => wholeNumber(textContent)),
  ].filter((count) => count !== null);
  return counts.length > 0 ? Math.max(...counts) : null;
}

function bracketed(label: string | null): number | null {
  return wholeNumber(/\[([^\]]*)\]/u.exec(label ?? '')?.[1] ?? null);
}
