/** How often use is told at the most, ms. */
const TOLD_MS = 15_000;

/** Calls `used` while somebody works in the page, or plays something in it; until the signal. */
export function whileInUse(page: Document, used: () => Promise<void>, signal: AbortSignal): void {
  let last = Number.NEGATIVE_INFINITY;
  const tell = () => {
    const now = performance.now();
    if (now - last < TOLD_MS) return;
    last = now;
    used().catch((error: unknown) => console.warn('use was not noted:', error));
  };
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'timeupdate'])
    page.addEventListener(event, tell, { capture: true, passive: true, signal });
}
