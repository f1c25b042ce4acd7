import { wholeNumber } from '../page/number.ts';

/** Over the list, version 3.0. Grade 1. */
const OVER_LIST = 'data-test-users-count';
/** Version 3.1: over the list, among the words of its title; and on the button of the list, whether it is open or not. Grade 1. */
const TITLE = '[data-test="userListTitle"]';
const BUTTON = '[data-test="usersListSidebarButton"]';

/** The client's own head count, or null. Where two differ the larger one holds: one too many keeps the gate shut, one too few could open it. */
export function headCount(page: Document): number | null {
  const counts = [
    ...[...page.querySelectorAll(`[${OVER_LIST}]`)].map((one) => wholeNumber(one.getAttribute(OVER_LIST))),
    ...[...page.querySelectorAll(`${TITLE}, ${BUTTON}`)].map(({ textContent }) => wholeNumber(textContent)),
  ].filter((count) => count !== null);
  return counts.length > 0 ? Math.max(...counts) : null;
}
