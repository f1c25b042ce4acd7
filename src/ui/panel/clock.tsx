import { useEffect, useState } from 'preact/hooks';
import type { CaptureView } from '../../model/panel.ts';
import { clockOf } from '../words/amount.ts';

const TICK_MS = 250;

/** What has been recorded so far, counting on. Not a live region: nobody wants every second read aloud. */
export function Clock({ capture }: { readonly capture: CaptureView }) {
  const [now, tick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const running = capture.since === null ? 0 : Math.max(0, now - capture.since);
  return (
    <>
      {' '}
      <span class="clock figures" role="timer">
        {clockOf(capture.keptMs + running)}
      </span>
    </>
  );
}
