import type { CaptureView } from '../../model/panel.ts';
import { clockOf } from '../words/amount.ts';
import { useNow } from './use-now.ts';

const TICK_MS = 250;

/** What has been recorded so far, counting on. Not a live region: nobody wants every second read aloud. */
export function Clock({ capture }: { readonly capture: CaptureView }) {
  const now = useNow(TICK_MS);
  const running = capture.since === null ? 0 : Math.max(0, now - capture.since);
  return <Figures ms={capture.keptMs + running} />;
}

/** How long it has been paused. since: ms UTC. */
export function PauseClock({ since }: { readonly since: number }) {
  return <Figures ms={Math.max(0, useNow(TICK_MS) - since)} />;
}

function Figures({ ms }: { readonly ms: number }) {
  return (
    <>
      {' '}
      <span class="clock figures" role="timer">
        {clockOf(ms)}
      </span>
    </>
  );
}
