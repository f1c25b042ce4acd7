import type { SitePerson, SiteRoster } from '../platform.ts';
import { headCount } from './counter.ts';
import { ownRow } from './own-row.ts';
import { listed, onTiles, type Row } from './rows.ts';

/**
 * Who is in the call. Zoom shows no ids: a person is a name. The list can stand beside the chat, and is whole only while each of its rows is
 * in the page; a long one is in the page in parts, and what its parts were a moment ago proves nothing, because one may have gone and
 * another come. Of a list that is cut, or whose panel was closed, what was read is remembered while Zoom's own count stays what it was.
 */
export class People {
  private known = new Map<string, Row>();
  private counted: number | null = null;
  private self: string | null = null;
  /** Everybody's names as they were read last. */
  names: ReadonlySet<string> = new Set();

  constructor(private readonly view: () => Document) {}

  read(): SiteRoster {
    const view = this.view();
    const counter = headCount(view);
    const rows = listed(view);
    const tiles = onTiles(view);
    const whole = rows !== null && isWhole(rows, counter);
    // Without the list, and without a single picture, nobody new would be seen: then the count alone vouches for nothing.
    const unvouched = rows === null && tiles.length === 0;
    if (whole || counter === null || counter !== this.counted || unvouched) this.known = new Map();
    this.counted = counter;
    const own = rows && ownRow(rows, whole);
    if (own) this.self = own.name;
    for (const [n, row] of (rows ?? []).entries()) {
      // A part of a list that names nobody as oneself takes nothing back.
      const self = row === own || (!own && row.index === 0 && row.name === this.self);
      this.known.set(`${row.index ?? `row ${n}`}`, { ...row, self });
    }

    const people: SitePerson[] = [...this.known.values()].map(({ id, name, self, host }) => ({ id, name, self, host }));
    // Before one's own name is known, one's own picture would be somebody's too.
    if (!whole && this.self !== null) people.push(...strangers(people, tiles, this.self));
    this.names = new Set(people.map(({ name }) => name));
    return {
      people,
      completeness: whole ? 'complete' : people.length > 0 ? 'partial' : 'unknown',
      counter,
      source: 'dom',
      aside: 0,
    };
  }
}

/** Every row of the list is in the page, each place once, and they are as many as Zoom counts. */
function isWhole(rows: readonly Row[], counter: number | null): boolean {
  if (counter === null || rows.length !== counter) return false;
  const places = new Set(rows.map(({ index }, n) => index ?? n));
  return places.size === counter && Math.max(...places) === counter - 1;
}

/** A picture with a name that nobody in the list has is somebody new; one's own has one's own name. */
function strangers(people: readonly SitePerson[], tiles: readonly string[], self: string): SitePerson[] {
  const names = new Set([self, ...people.map(({ name }) => name)]);
  const strange = new Set(tiles.filter((name) => !names.has(name)));
  return [...strange].map((name) => ({ id: null, name, self: false, host: null }));
}
