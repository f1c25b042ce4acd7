import type { Runtime } from 'webextension-polyfill';
import type { WorkerToContent } from '../../src/messages/worker-to-content.ts';
import type { FailureCode } from '../../src/model/failure.ts';
import type { PostId } from '../../src/model/id.ts';
import type { Composer, Mute, Place, Warning } from '../../src/model/roster.ts';
import type { Session } from '../../src/session/session.ts';

/** One tab with a meeting in it, as long as its content script has a line to us. */
export interface MeetingTab {
  readonly tab: number;
  /** 0: the page itself; else a frame in it. */
  readonly frame: number;
  readonly port: Runtime.Port;
  platform: string;
  /** Of the page, as the browser says it. */
  readonly origin: string;
  place: Place;
  /** Keyed hash of platform and the site's meeting id. */
  meeting: string;
  siteMeeting: string;
  /** Random name of this stay in the call: whoever leaves and comes back is asked again. */
  stay: string;
  /** Set when this meeting's log cannot be read: nothing is captured, and the panel says so. */
  failure: FailureCode | null;
  /** This meeting is hosted from another tab of this browser: one meeting, one log, one recording. */
  inOtherTab: boolean;
  /** Set while we are the host here. */
  session: Session | null;
  /** ms on this worker's clock: when the page was last read without trouble. */
  beatAt: number;
  /** ms UTC since when this line to its page stands. */
  readonly watchedSince: number;
  /** ms UTC when it was last noted that this meeting is being watched. */
  notedAt: number;
  /** Whether the page was read whole, chat and all, at its last word; null before its first. */
  readable: boolean | null;
  mute: Mute;
  warnings: readonly Warning[];
  /** Whether a message to everybody could be written now; null where the page does not say. */
  composer: Composer | null;
  /** By post of several messages: which of them were seen in the chat. */
  readonly there: Map<PostId, Set<number>>;
  /** The panel's switch, which counts only where the site's mute state is unknown. */
  microphoneOn: boolean;
}

/** A page whose last sign of life is older than this is not being watched, ms. Beats come every second. */
export const BEAT_LIMIT_MS = 3500;

export function say(meeting: MeetingTab, message: WorkerToContent): void {
  try {
    meeting.port.postMessage(message);
  } catch (error) {
    // The port died between our look and our word; its onDisconnect closes the gate.
    console.warn('a meeting page went away while we spoke', (error as Error).message);
  }
}

/** Whether the host's microphone may be in the recording now: as the meeting has it, or the panel's switch where that is unknown. */
export function microphoneIsOn(meeting: MeetingTab): boolean {
  return meeting.mute === 'live' || (meeting.mute === 'unknown' && meeting.microphoneOn);
}
