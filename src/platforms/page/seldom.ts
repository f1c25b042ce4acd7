/**
 * What costs much to tell and changes without any element telling so is asked for at most this often, ms. With the second from one look to the
 * next it is the longest that such a change is not seen.
 */
export const SELDOM_MS = 150;

/**
 * A reading that is kept for a moment. Whether something is on the screen makes the browser work out all styles of a page that has just changed,
 * twenty times a second where many talk; nothing tells of a style sheet but looking, which is done once a second anyway. Whoever watches the page
 * says what else may have changed it (`forget`); while nobody does, it is read each time.
 */
export class Seldom<Of extends object | null, Reading> {
  private at = Number.NEGATIVE_INFINITY;
  private last: { readonly of: Of; readonly is: Reading } | null = null;

  private watched = false;

  constructor(private readonly read: (of: Of) => Reading) {}

  of(of: Of): Reading {
    const now = performance.now();
    if (this.watched && this.last?.of === of && now - this.at < SELDOM_MS) return this.last.is;
    this.at = now;
    this.last = { of, is: this.read(of) };
    return this.last.is;
  }

  watch(signal: AbortSignal): void {
    this.watched = true;
    signal.addEventListener('abort', () => {
      this.watched = false;
    });
  }

  forget(): void {
    this.last = null;
  }
}
