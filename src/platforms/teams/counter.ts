import { isShown } from '../page/first.ts';
import { wholeNumber } from '../page/number.ts';
import { findAll } from './views.ts';

/** The number on the button of People: everybody in the call, from two on. Grade 2, seen 2026-09. */
const BADGE = '#roster-button [data-tid="toolbar-item-badge"]';
/** "In this meeting (3)", the title of that part of the open list. Grade 2, seen 2026-08; the other parts have other numbers. */
const TITLE = '#roster-title-section-2';
/** While the page is drawn anew the number is away for a moment. The last one stands so long, ms; the platform's `lagMs` has it in. */
const HOLD_MS = 1000;

/** Teams' own head count, or null. Of two counts the larger one holds: one person too many keeps the gate shut. */
export class Counter {
  private last: { readonly count: number; readonly at: number } | null = null;

  read(all: readonly Document[]): number | null {
    const counts = [...findAll(all, BADGE), ...findAll(all, TITLE).filter(isShown)]
      .map(({ textContent }) => wholeNumber(textContent))
      .filter((count) => count !== null);
    if (counts.length > 0) {
      this.last = { count: Math.max(...counts), at: performance.now() };
      return this.last.count;
    }
    return this.last && performance.now() - this.last.at < HOLD_MS ? this.last.count : null;
  }
}
