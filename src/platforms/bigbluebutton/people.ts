import { isShown } from '../page/first.ts';
import type { SitePerson, SiteRoster } from '../platform.ts';
import { headCount } from './counter.ts';

/** One person each, phones too. Grade 1. */
const SELF = '[data-test="userListItemCurrent"]';
export const ROW = `[data-test="userListItem"], ${SELF}`;
/** On the face in a row. Grade 1. */
const MODERATOR = '[data-test="moderatorAvatar"]';
const VIEWER = '[data-test="viewerAvatar"]';
const FACE = `[data-test-avatar], ${MODERATOR}, ${VIEWER}`;
/** What stands under a name, version 3.1. Grade 1. */
const UNDER_NAME = '[data-test="userNameSubs"]';

/**
 * Who is in the call. The client shows no ids: a person is a name. The list has 50 rows a page, and a page is drawn when it is scrolled to.
 * In version 3.1 the list may have to make way for the chat, while its count stays on a button: so what was read is remembered while the count
 * stays what it was, and the host says that it is right.
 */
export class People {
  private known: readonly SitePerson[] = [];
  private counted: number | null = null;

  constructor(private readonly page: Document) {}

  read(): SiteRoster {
    const counter = headCount(this.page);
    const rows = [...this.page.querySelectorAll(ROW)].filter(isShown).map(read);
    if (rows.length > 0) this.known = rows;
    else if (counter === null || counter !== this.counted) this.known = [];
    this.counted = counter;
    const people = this.known;
    const whole = rows.length > 0 && rows.length === counter && rows.every(({ name }) => name !== '') && seesAll(rows);
    return {
      people,
      completeness: whole ? 'complete' : people.length > 0 ? 'partial' : 'unknown',
      counter,
      source: 'dom',
      aside: 0,
    };
  }

  /** One's own name, and those of everybody else, as they were read last. */
  names(): { readonly own: string | null; readonly others: ReadonlySet<string> } {
    const own = this.known.find(({ self }) => self)?.name ?? null;
    return { own, others: new Set(this.known.filter(({ self }) => !self).map(({ name }) => name)) };
  }
}

/**
 * Moderators can hide viewers from each other, and then the count leaves them out too. So a list is whole only for a moderator, or where a viewer is
 * shown another viewer.
 */
function seesAll(rows: readonly SitePerson[]): boolean {
  const self = rows.find((row) => row.self);
  return self?.host === true || (self !== undefined && rows.some((row) => !row.self && row.host === false));
}

function read(row: Element): SitePerson {
  const host = row.querySelector(MODERATOR) ? true : row.querySelector(VIEWER) ? false : null;
  return { id: null, name: nameOf(row), self: row.matches(SELF), host };
}

/** "(You)" stands behind one's own name, after a space that does not break. It is in other languages other words, so it is known by its place. */
function nameOf(row: Element): string {
  const box = nameBox(row);
  if (!box) return '';
  const text = box.textContent.trim();
  if (!row.matches(SELF)) return text;
  const behind = text.lastIndexOf('\u00a0(');
  return (behind > 0 ? text.slice(0, behind) : text).trim();
}

/** Over what stands under it; in version 3.0 it has no name of its own and is the first thing beside the face. */
function nameBox(row: Element): Element | null {
  const over = row.querySelector(UNDER_NAME)?.previousElementSibling;
  if (over) return over;
  const face = row.querySelector(FACE);
  const cell = [...row.children].find((child) => face !== null && child.contains(face));
  return cell?.nextElementSibling?.firstElementChild ?? null;
}
