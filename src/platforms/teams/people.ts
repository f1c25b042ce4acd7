import type { SiteRoster } from '../platform.ts';
import { Counter } from './counter.ts';
import { ownRows } from './own.ts';
import { bare, listed, onStage, type Row } from './rows.ts';
import { views } from './views.ts';

/**
 * Who is in one call. The list is in the page only while People is open, and then not the chat, which must stay open: so it is read once
 * and remembered for as long as Teams' own count stays what it was and nobody is on the stage who is not in it. Otherwise only oneself is
 * still known, until it is read again.
 */
export class People {
  private known: readonly Row[] = [];
  private counted: number | null = null;
  private own: Row | null = null;
  private readonly counter = new Counter();

  constructor(private readonly page: Document) {}

  read(): SiteRoster {
    const all = views(this.page);
    const counter = this.counter.read(all);
    const now = listed(all);
    const stranger = now.length === 0 && onStage(all).some((name) => !this.knows(bare(name)));
    if (counter === null || counter !== this.counted || stranger) this.known = [];
    this.counted = counter;
    if (now.length > 0) this.known = together(this.known, now, counter);

    const mine = ownRows(all, this.known);
    const everybody = this.known.length === counter;
    if (everybody && mine.length === 1) this.own = mine[0] ?? null;
    const { own } = this;
    // Who may be oneself is nobody else yet.
    const others = own || everybody ? this.known : this.known.filter((row) => !mine.includes(row));
    const people = others.map(({ id, name, host }) => ({ id, name, host, self: own !== null && isOwn(own, id, name) }));
    if (own && !people.some(({ self }) => self))
      people.push({ id: own.id, name: own.name, host: own.host, self: true });
    const whole = everybody && now.length === counter && people.length === counter && now.every(({ sure }) => sure);
    return {
      people,
      completeness: whole ? 'complete' : people.length > 0 ? 'partial' : 'unknown',
      counter,
      source: 'dom',
      aside: 0,
    };
  }

  private knows(plain: string): boolean {
    return plain === this.own?.plain || this.known.some((row) => row.plain === plain);
  }
}

/** Rows may lose their ids. */
function isOwn(own: Row, id: string | null, name: string): boolean {
  return id === null ? own.name === name : own.id === id;
}

/**
 * A list that uses its rows again is put together by ids while it is scrolled, for as long as there are no more than the count says. Without
 * ids only what is in it now is known.
 */
function together(before: readonly Row[], now: readonly Row[], counter: number | null): readonly Row[] {
  const rows = [...before, ...now];
  if (now.length === counter || rows.some(({ id }) => id === null)) return now;
  const merged = [...new Map(rows.map((row) => [row.id, row])).values()];
  return counter !== null && merged.length > counter ? now : merged;
}
