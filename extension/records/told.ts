import type { Told } from '../../src/files/job.ts';
import type { MeetingSummary, SetApart } from '../../src/model/record.ts';
import type { Saving } from '../../src/ui/records/jobs.ts';
import type { Library } from './library.ts';
import { apart, listing, meetings, playback, reading } from './state.ts';

/** How the screen hears of jobs. */

export const readingTold: Told = {
  share: () => undefined,
  done() {
    reading.value = { state: 'none' };
  },
  failed(code) {
    reading.value = { state: 'failed', code };
  },
};

export const playbackTold: Told = {
  share: () => undefined,
  done: () => undefined,
  failed(code) {
    playback.value = code === 'cancelled' ? { state: 'none' } : { state: 'failed', code };
  },
};

export function fileTold(name: string, show: (saving: Saving) => void, done: () => void): Told {
  return {
    share(share) {
      show({ state: 'running', share });
    },
    done() {
      show({ state: 'done', name });
      done();
    },
    failed(code) {
      show(code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', code });
    },
  };
}

/** As often as the list is drawn anew while it grows, ms. */
const DRAWN_MS = 100;

/** The list grows before one's eyes the first time; later it is exchanged when the new one is whole, so that nothing jumps. */
export async function list(library: Library, signal: AbortSignal): Promise<void> {
  const grows = meetings.value === null;
  const found: MeetingSummary[] = [];
  const set: SetApart[] = [];
  let drawn = 0;
  let last = { done: 0, total: 0 };
  const draw = () => {
    listing.value = last;
    drawn = performance.now();
    if (!grows && last.done < last.total) return;
    meetings.value = [...found];
    apart.value = [...set];
  };
  for await (const { meeting, apart: one, done, total } of library.meetings(signal)) {
    if (meeting) found.push(meeting);
    if (one) set.push(one);
    last = { done, total };
    if (performance.now() - drawn > DRAWN_MS) draw();
  }
  if (!signal.aborted) draw();
}
