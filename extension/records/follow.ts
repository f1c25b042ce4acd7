import type { MeetingRecord } from '../../src/model/record.ts';

/** How often it is looked whether more has been written about the meeting that is shown, ms. */
const LOOK_MS = 1000;
/** A longer log is not read again by itself: whoever looks at it would wait. */
const ENTRIES_MAX = 5000;

/**
 * While the meeting on the screen is being recorded, or its last part is being finished, what is new about it is shown without a reload.
 * Ends with the signal.
 */
export function followShown(
  shown: () => MeetingRecord | null,
  readAgain: () => Promise<void>,
  signal: AbortSignal,
): void {
  let busy = false;
  const look = () => {
    const record = shown();
    if (busy || document.hidden || !record?.live || record.entries > ENTRIES_MAX) return;
    busy = true;
    readAgain()
      .catch((error: unknown) => console.warn('not read again:', error))
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(look, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
