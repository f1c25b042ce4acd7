import { isShown } from '../page/first.ts';
import type { Readings } from '../page/readings.ts';
import type { SitePerson } from '../platform.ts';

export const ID = 'data-participant-id';
const SELF_NAME = 'data-self-name';

/** "(Presentation)" behind the name of whoever presents, in the languages that were looked at. Grade 2 in English, unseen in others. */
const PRESENTATION = /[(（](?:Presentation|Präsentation|プレゼンテーション|عرض تقديمي)[)）]\s*$/u;
/** Grade 3, English only; where it is not found nothing is said. */
const HOST = 'Meeting host';

export interface Row extends SitePerson {
  readonly id: string;
}

const presenting = new WeakSet<Row>();

/** Looks like the second row of somebody who presents. */
export function presents(row: Row): boolean {
  return presenting.has(row);
}

/** A tile or a row as it says of itself, whoever one is. */
export interface RowReading {
  readonly id: string | null;
  readonly name: string;
  /** One's own name stands in one's own tile only. */
  readonly selfName: string;
  readonly host: boolean | null;
  readonly presents: boolean;
}

/** The lists of the people panel, each with its rows; none while it is closed. Roles and ids: grade 2. */
export function lists(page: Document, readings: Readings<RowReading>, own: string | null): Row[][] {
  const items = page.querySelectorAll(`[role="listitem"][${ID}]`);
  if (items.length === 0) return [];
  const found = new Map<Element, Row[]>();
  const read = readings.of(items);
  for (const [i, item] of items.entries()) {
    const list = item.closest('[role="list"]');
    const row = list && rowOf(read[i], own);
    if (!row) continue;
    const rows = found.get(list);
    if (rows) rows.push(row);
    else found.set(list, [row]);
  }
  return [...found].filter(([list]) => isShown(list)).map(([, rows]) => rows);
}

/**
 * Tiles show as many people as the layout has room for, oneself among them. Grade 2.
 *
 * @param listOpen rows of a list may have such elements in them
 */
export function tiles(view: Document, readings: Readings<RowReading>, own: string | null, listOpen: boolean): Row[] {
  const shown = view.querySelectorAll(`[${ID}]:not([role="listitem"])`);
  const tiles = listOpen ? [...shown].filter((tile) => !tile.closest('[role="listitem"]')) : shown;
  const rows: Row[] = [];
  for (const reading of readings.of(tiles)) {
    const row = rowOf(reading, own);
    if (row) rows.push(row);
  }
  return rows;
}

/** The id of one's own tile or row. Grade 2; "(You)" would depend on the language. */
export function ownId(views: readonly Document[]): string | null {
  for (const view of views) {
    const id = view.querySelector(`[${SELF_NAME}]`)?.closest(`[${ID}]`)?.getAttribute(ID);
    if (id) return id;
  }
  return null;
}

/** A row's accessible name, a tile's untranslated span; the class is grade 4. Names may be hidden until one points at them. */
export function readRow(element: Element): RowReading {
  const shown = (element.querySelector('span.notranslate, .zWGUib')?.textContent ?? '').trim();
  const listed = element.getAttribute('role') === 'listitem';
  const label = (listed && element.getAttribute('aria-label')) || '';
  return {
    id: element.getAttribute(ID) || null,
    name: label || shown,
    selfName: element.querySelector(`[${SELF_NAME}]`)?.getAttribute(SELF_NAME) ?? '',
    host: listed && element.textContent.includes(HOST) ? true : null,
    presents: PRESENTATION.test(label) || PRESENTATION.test(shown),
  };
}

/** Rows by what they were read as: somebody who is as before is the same object. */
const rows = new WeakMap<RowReading, Row>();

function rowOf(reading: RowReading | undefined, own: string | null): Row | null {
  if (!reading || reading.id === null) return null;
  const before = rows.get(reading);
  if (before && before.self === (reading.id === own)) return before;
  const { id, name, selfName, host } = reading;
  const self = id === own;
  const row = { id, name: ((self && selfName) || name).trim(), self, host };
  if (reading.presents) presenting.add(row);
  rows.set(reading, row);
  return row;
}
