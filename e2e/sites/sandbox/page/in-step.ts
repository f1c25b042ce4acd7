import { PICTURE_MS } from '../clock.ts';

/**
 * Calls with the time (ms UTC) whenever the pictures of the clock are due. They are drawn in step with the wall clock, so that all
 * pictures of a page change in one frame: each at moments of its own, five of them would have the page painted many times as often.
 */
export function inStep(act: (ms: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const next = () => {
    timer = setTimeout(tick, PICTURE_MS - (Date.now() % PICTURE_MS));
  };
  const tick = () => {
    act(Date.now());
    next();
  };
  next();
  return () => clearTimeout(timer);
}
