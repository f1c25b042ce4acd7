import { first } from './first.ts';

/**
 * The document that the call is in: the page's own, or that of a frame of the same origin in it. A frame of another origin shows
 * nothing (`contentDocument` is null), and the page is read as if it had none.
 *
 * @param frames selectors of the frame, the most stable first
 */
export function innerDocument(page: Document, frames: readonly string[]): Document {
  return first<HTMLIFrameElement>(page, frames)?.contentDocument ?? page;
}

/** Watches the page, and the documents of those frames in it: a frame that is loaded again has a new one. */
export function watchWithInner(
  page: Document,
  frames: readonly string[],
  options: MutationObserverInit,
  changed: () => void,
  signal: AbortSignal,
): void {
  let inner: Document | null = null;
  const observer = new MutationObserver(heard);

  function observe(): void {
    const now = innerDocument(page, frames);
    if (now === inner) return;
    inner = now;
    observer.disconnect();
    observer.observe(page, options);
    if (now !== page) observer.observe(now, options);
  }
  function heard(): void {
    observe();
    changed();
  }
  observe();
  // The event of a frame does not bubble.
  page.addEventListener('load', heard, { capture: true, signal });
  signal.addEventListener('abort', () => observer.disconnect());
}
