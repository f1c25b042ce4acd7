import { withPictureInPicture } from '../page/pip.ts';
import { Readings } from '../page/readings.ts';
import { SELDOM_MS } from '../page/seldom.ts';
import type { SiteRoster } from '../platform.ts';
import { headCount } from './counter.ts';
import { ID, lists, ownId, presents, type Row, type RowReading, readRow, tiles } from './rows.ts';

/**
 * Who is in the call. People and chat share one panel, and the chat is what must stay open: so the list is read once, while the host
 * has it open, and remembered for as long as Meet's own counter stays what it was. At any change of the counter, or when it or every tile is gone,
 * only what is on the screen is still known. A tile that nobody has seen before is somebody new at any time.
 */
export class People {
  private known = new Map<string, Row>();
  private counted: number | null = null;
  private own: string | null = null;
  private waiting = false;
  private last: { readonly at: number; readonly roster: SiteRoster } | null = null;

  constructor(
    private readonly page: Document,
    readonly readings: Readings<RowReading> = new Readings(readRow),
  ) {}

  /** Something outside of the chat has changed. */
  touched(element: Element): void {
    this.last = null;
    let row = element.closest(`[${ID}]`);
    for (; row; row = row.parentElement?.closest(`[${ID}]`) ?? null) this.readings.forget(row);
  }

  /** In a large call most looks are for the chat: while nothing else was touched who is here is as it was, and is read anew all the same. */
  read(): SiteRoster {
    const now = performance.now();
    if (this.readings.isWatched && this.last && now - this.last.at < SELDOM_MS) return this.last.roster;
    const roster = this.readAnew();
    this.last = { at: now, roster };
    return roster;
  }

  private readAnew(): SiteRoster {
    const views = withPictureInPicture(this.page);
    const counter = headCount(views);
    this.own = ownId(views) ?? this.own;
    const { inCall, waiting } = this.listed(counter);
    this.waiting = waiting;
    const shown = [
      ...views.flatMap((view) => tiles(view, this.readings, this.own, inCall.length > 0 || waiting)),
      ...inCall,
    ];
    // Without a single tile nobody new would be seen either: then the counter alone vouches for nothing.
    if (counter === null || counter !== this.counted || shown.length === 0) this.known = new Map();
    this.counted = counter;
    // A tile without a name yet does not take away the name that the list has.
    for (const row of shown) {
      const before = row.name ? null : this.known.get(row.id);
      this.known.set(row.id, before ?? row);
    }

    const { people, aside } = withoutPresentations([...this.known.values()], counter);
    const whole = counter !== null && withoutPresentations(inCall, counter).people.length === counter;
    return {
      people,
      // Tiles alone are never everybody: the layout shows as many as it has room for.
      completeness: whole && people.length === counter ? 'complete' : people.length > 0 ? 'partial' : 'unknown',
      counter,
      source: 'dom',
      aside,
    };
  }

  /** People who ask to be let in are in a list of their own in the same panel, for the host to see and for nobody else. */
  showsWaiting(): boolean {
    if (this.last && this.readings.isWatched) return this.waiting;
    return this.listed(headCount(withPictureInPicture(this.page))).waiting;
  }

  /**
   * No attribute tells the list of those who wait from the others (raised hands, contributors). So it is the counter that tells: only when
   * the list with one's own row is exactly as long as it says, whoever is only in another list is not in the call.
   */
  private listed(counter: number | null): { readonly inCall: readonly Row[]; readonly waiting: boolean } {
    const shown = lists(this.page, this.readings, this.own);
    const all = unique(shown.flat());
    const main = unique(shown.find((rows) => rows.some(({ self }) => self)) ?? []);
    const waiting = counter !== null && all.length > counter && main.length === counter;
    return { inCall: waiting ? main : all, waiting };
  }
}

function unique(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/**
 * Whoever presents is listed twice. A name is whatever somebody chose, so it is Meet's own count that decides: a row is set aside only
 * while there are more rows than people.
 */
function withoutPresentations(rows: readonly Row[], counter: number | null): { people: Row[]; aside: number } {
  const spare = counter === null ? 0 : rows.length - counter;
  const presenting = rows.filter((row) => !row.self && presents(row));
  const aside = new Set(presenting.length <= spare ? presenting : []);
  return { people: rows.filter((row) => !aside.has(row)), aside: aside.size };
}
