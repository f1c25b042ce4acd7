/** However well they are observed, rows are all read anew this often, ms: an observer may have died with the node that it observed. */
const ANEW_MS = 900;

/**
 * Rows of a page as they were read last. With hundreds of people and changes all the time, reading only the rows that changed is what keeps
 * us light. Whoever watches the page says which rows were touched (`forget`); while nobody does, every row is read each time.
 */
export class Readings<Reading> {
  private known = new WeakMap<Element, Reading>();
  private since = 0;
  private watched = false;

  constructor(private readonly read: (row: Element) => Reading) {}

  of(rows: ArrayLike<Element>): Reading[] {
    const now = performance.now();
    if (!this.watched || now - this.since > ANEW_MS) {
      this.known = new WeakMap();
      this.since = now;
    }
    return Array.from(rows, (row) => {
      const before = this.known.get(row);
      if (before !== undefined) return before;
      const reading = this.read(row);
      this.known.set(row, reading);
      return reading;
    });
  }

  get isWatched(): boolean {
    return this.watched;
  }

  /** From now on every change is told. */
  watch(signal: AbortSignal): void {
    this.watched = true;
    signal.addEventListener('abort', () => {
      this.watched = false;
    });
  }

  forget(row: Element): void {
    this.known.delete(row);
  }

  clear(): void {
    this.since = Number.NEGATIVE_INFINITY;
  }
}
