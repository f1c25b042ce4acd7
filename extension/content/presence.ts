/**
 * A press counts only if a person could see what they pressed: trusted event, inside our closed root, and after the banner has been
 * truly visible, and all but whole on the screen, for half a second (IntersectionObserver v2 knows of covers, opacity and filters; the
 * adversary is a page that lays our banner under its own buttons, pushes its question off the screen or shows it for an instant).
 */
const VISIBLE_MS = 500;
/** Share of the banner that must be on the screen: all of it, but for the rounding of pixels. */
const WHOLE = 0.98;

interface TrackedEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** Stops events of the root that no person can have meant, before any handler of ours sees them. */
export function guardPresses(root: ShadowRoot, watched: Element, signal: AbortSignal): void {
  let visibleSince: number | null = null;
  const options = { threshold: [0, WHOLE], trackVisibility: true, delay: 100 } as IntersectionObserverInit;
  const observer = new IntersectionObserver((entries) => {
    const newest = entries.at(-1) as TrackedEntry | undefined;
    const visible = newest !== undefined && newest.intersectionRatio >= WHOLE && newest.isVisible !== false;
    if (!visible) visibleSince = null;
    else visibleSince ??= performance.now();
  }, options);
  observer.observe(watched);
  signal.addEventListener('abort', () => observer.disconnect());

  const guard = (event: Event) => {
    const seen = visibleSince !== null && performance.now() - visibleSince >= VISIBLE_MS;
    if (event.isTrusted && seen) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const type of ['click', 'change', 'submit']) root.addEventListener(type, guard, { capture: true, signal });
}
