/** Not in the compiler's library yet. https://wicg.github.io/document-picture-in-picture/ */
interface PictureInPicture extends EventTarget {
  readonly window: Window | null;
}

function of(page: Document): PictureInPicture | null {
  const { documentPictureInPicture } = (page.defaultView ?? {}) as { documentPictureInPicture?: PictureInPicture };
  return documentPictureInPicture ?? null;
}

/**
 * The page, and the small window that stays on top of others while it has one: sites move a part of a call there, or show it a second time.
 * It has the page's own origin.
 */
export function withPictureInPicture(page: Document): readonly Document[] {
  const small = of(page)?.window?.document;
  return small ? [page, small] : [page];
}

/** Observes the page, and that window from when it opens; what was moved there is told of no other way. */
export function observeWithPictureInPicture(
  page: Document,
  observer: MutationObserver,
  options: MutationObserverInit,
  changed: () => void,
  signal: AbortSignal,
): void {
  for (const view of withPictureInPicture(page)) observer.observe(view, options);
  const opened = () => {
    const [, small] = withPictureInPicture(page);
    if (!small) return;
    observer.observe(small, options);
    small.defaultView?.addEventListener('pagehide', changed, { signal });
    changed();
  };
  of(page)?.addEventListener('enter', opened, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}
