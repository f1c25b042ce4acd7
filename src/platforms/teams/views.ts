import { isShown } from '../page/first.ts';
import { innerDocument, watchWithInner } from '../page/inner.ts';

/**
 * In some builds the chat, in older ones all of a call, is in a frame of the same origin. Grade 3: the first was seen in one project, the
 * second is a guess at what its address says.
 */
const FRAMES = ['iframe[id^="experience-container"]', 'iframe[src*="chat" i]'];

/** The documents that hold the call: the page, and that frame of it. */
export function views(page: Document): Document[] {
  const inner = innerDocument(page, FRAMES);
  return inner === page ? [page] : [page, inner];
}

/** What the first of these selectors that is there finds, in the order of how long they are likely to hold. */
export function find<Found extends Element = Element>(
  within: readonly Document[],
  ...selectors: string[]
): Found | null {
  for (const selector of selectors)
    for (const view of within) {
      const found = view.querySelector<Found>(selector);
      if (found) return found;
    }
  return null;
}

export function findAll(within: readonly Document[], selector: string): Element[] {
  return within.flatMap((view) => [...view.querySelectorAll(selector)]);
}

export function shown(within: readonly Document[], selector: string): boolean {
  return findAll(within, selector).some(isShown);
}

/** Whatever the readings look at. */
const READ = ['id', 'data-tid', 'data-cid', 'data-mid', 'data-state', 'aria-label', 'title', 'disabled', 'hidden'];

/**
 * Teams is also mail, files and calendars: outside of calls its page is nobody's business, and the look once a second is all that it
 * costs. Changes are only watched in a call, and before one.
 */
export class Eyes {
  private changed: (() => void) | null = null;
  private watching: AbortController | null = null;

  constructor(private readonly page: Document) {}

  watch(changed: () => void, signal: AbortSignal): void {
    this.changed = changed;
    signal.addEventListener('abort', () => {
      this.changed = null;
      this.open(false);
    });
  }

  open(wanted: boolean): void {
    if (!wanted || !this.changed) {
      this.watching?.abort();
      this.watching = null;
      return;
    }
    if (this.watching) return;
    this.watching = new AbortController();
    const options = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: READ };
    watchWithInner(this.page, FRAMES, options, () => this.changed?.(), this.watching.signal);
  }
}
