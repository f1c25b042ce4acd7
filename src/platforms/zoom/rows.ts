import { first, isShown } from '../page/first.ts';
import type { SitePerson } from '../platform.ts';

/** The list of people in the call; newer pages have it under another id. Grade 2, seen 2026-07. */
const LISTS = ['#participants-ul', '#participants-unified-list', '.participants-list-container'];
/** Grade 2. The id is the number of the row, and goes to somebody else when the list is scrolled or changes. */
const ROW = '[id^="participants-list-"], .participants-li';
const NAME = '.participants-item__display-name';
/** "(Me)", "(Host, me)", "(Guest)": Zoom's own words behind a name, in an element of their own. Grade 2. */
const LABEL = '.participants-item__name-label';
/** English only; where it is not found nothing is said. Grade 3. */
const HOST = /\bhost\b/iu;
/** Names on the pictures: as many as the layout has room for. Grade 2. */
const TILE_NAME = '.video-avatar__avatar-footer';
/** People in the waiting room, for those who may let them in. Grade 4, old. */
const WAITING = '[class*="waiting-room-list"] li';

export interface Row extends SitePerson {
  /** Place in the whole list, from 0, whatever part of it is on the screen; null where the page does not say. */
  readonly index: number | null;
  readonly label: string;
}

/** The rows in the page, a part of a long list; null while the panel is closed. */
export function listed(view: Document): Row[] | null {
  const list = first(view, LISTS);
  if (!list || !isShown(list)) return null;
  // A row and its wrapper may both be marked: the outermost one is the row.
  const rows = [...list.querySelectorAll(ROW)].filter((row) => !row.parentElement?.closest(ROW));
  return rows.map((row) => {
    const label = row.querySelector(LABEL)?.textContent.trim() ?? '';
    // Without the element of the name all that is said of the row is read: it belongs to nobody who writes, but to somebody.
    const name = row.querySelector(NAME)?.textContent ?? row.getAttribute('aria-label') ?? '';
    return {
      id: null,
      name: name.trim(),
      self: false,
      host: HOST.test(label) ? true : null,
      index: indexOf(row),
      label,
    };
  });
}

function indexOf(row: Element): number | null {
  const number = /^participants-list-(\d{1,6})$/.exec(row.id)?.[1];
  return number === undefined ? null : Number(number);
}

export function onTiles(view: Document): string[] {
  return [...view.querySelectorAll(TILE_NAME)]
    .map(({ textContent }) => textContent.trim())
    .filter((name) => name !== '');
}

export function showsWaiting(view: Document): boolean {
  return [...view.querySelectorAll(WAITING)].some(isShown);
}
