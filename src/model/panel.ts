import type { Channel, ConsentState, Grade } from './answer.ts';
import type { AskTerms } from './ask.ts';
import type { EntryOf } from './entry.ts';
import type { Because } from './gate.ts';
import type { DoubtId, ParticipantKey, PostId } from './id.ts';
import type { SealCause } from './observation.ts';
import type { Mute, Place, Roster } from './roster.ts';

/** Everything that the host's side panel draws, made by the worker. Times are ms UTC. */
export interface PanelView {
  readonly platform: string | null;
  readonly place: Place;
  /** The toolbar button was pressed on this tab and the grant still holds. */
  readonly armed: boolean;
  readonly people: readonly PersonView[];
  readonly roster: {
    readonly completeness: Roster['completeness'];
    readonly rows: number;
    readonly counter: number | null;
    readonly confirmed: boolean;
  } | null;
  readonly ask: AskView | null;
  readonly doubts: readonly DoubtView[];
  /** Why capture does not run; empty while recording. */
  readonly because: readonly Because[];
  readonly capture: CaptureView;
  readonly mute: Mute;
  /** The panel's own microphone switch, which counts only where the site's mute state is unknown. */
  readonly microphone: { readonly allowed: boolean; readonly on: boolean };
  /** Our messages that did not arrive in the chat, to paste by hand. */
  readonly unsent: readonly { readonly post: PostId; readonly text: string; readonly outcome: 'refused' | 'unsure' }[];
  readonly terms: AskTerms;
  readonly freeBytes: number | null;
  /** Script to read aloud before attesting somebody. */
  readonly script: string;
  /** A sentence about something that went wrong in capture and is not over. */
  readonly trouble: Trouble | null;
}

export const TROUBLES = [
  'no-bytes',
  'silent-capture',
  'microphone-not-allowed',
  'microphone-lost',
  'disk-nearly-full',
  'log-failing',
  'recorder-failed',
] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface PersonView {
  readonly participant: ParticipantKey;
  readonly name: string;
  readonly self: boolean;
  readonly present: boolean;
  readonly stable: boolean;
  readonly state: ConsentState;
  readonly grade: Grade | null;
  readonly channel: Channel | null;
  /** The words of the answer as quoted in the log, or ''. */
  readonly words: string;
  readonly answeredAt: number | null;
  /** People behind this tile, and how many of them have a live yes. */
  readonly people: number;
  readonly agreed: number;
  /** Same person as another row (two devices). */
  readonly sameAs: ParticipantKey | null;
  /** Another row has the same or a confusable name. */
  readonly confusable: boolean;
}

export interface AskView extends AskTerms {
  readonly askedAt: number;
  readonly notice: string;
  readonly posted: 'posting' | 'shown' | 'not-shown';
}

export interface DoubtView {
  readonly doubt: DoubtId;
  readonly at: number;
  readonly participant: ParticipantKey | null;
  readonly sender: string;
  readonly words: string;
  readonly reason: EntryOf<'doubted'>['reason'];
  readonly reads: 'consented' | 'refused' | 'withdrawn';
  readonly closes: boolean;
}

/** idle → starting → recording → (draining →) idle ; recording ⇄ paused by the host */
export interface CaptureView {
  readonly state: 'idle' | 'starting' | 'recording' | 'paused' | 'stopped';
  readonly since: number | null;
  /** Media kept so far in this meeting, ms and bytes. */
  readonly keptMs: number;
  readonly keptBytes: number;
  readonly segments: number;
  readonly lastSeal: SealCause | null;
}

/** Loudness 0..1 (RMS), sent about four times a second while recording, straight from the recorder. */
export interface Levels {
  readonly meeting: number;
  readonly microphone: number;
}
