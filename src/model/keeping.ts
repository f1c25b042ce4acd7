import type { FailureCode } from './failure.ts';
import type { EpochId, HoldId, LogId, ParticipantKey } from './id.ts';
import type { HoldOver } from './retention.ts';

/** Until when what is kept of a meeting stays, ms UTC; null: nothing of that kind is there, or nothing was promised for it. */
export interface KeepDates {
  /** The first of its recorded parts that goes. */
  readonly media: number | null;
  readonly names: number | null;
}

/** A recorded part that is still there, and until when. Times are ms UTC. */
export interface KeptPart {
  readonly epoch: EpochId;
  readonly endedAt: number;
  /** null: what was promised for it cannot be found. */
  readonly until: number | null;
  /** The host promised less afterwards than was agreed to. */
  readonly shortened: boolean;
  /** Everybody in it agreed to a longer time later in the meeting. */
  readonly lengthened: boolean;
}

/** The days that bind now: of the recording, and of names and words. */
export interface BindingDays {
  readonly keepDays: number;
  readonly proofDays: number;
}

/** A legal hold that is in force. */
export interface HoldView {
  readonly id: HoldId;
  readonly over: HoldOver;
  readonly matter: string;
  readonly who: string;
  readonly why: string;
  /** ms UTC; null: it cannot be read any more, as `who` and `why` are '' then. */
  readonly setAt: number | null;
  /** Whether it can be read what it was set over; if not it is over everything. */
  readonly legible: boolean;
  readonly parts: readonly HeldPart[];
}

export interface HeldPart {
  readonly log: LogId;
  /** null: all of it. */
  readonly epochs: readonly EpochId[] | null;
  readonly person: readonly ParticipantKey[];
}

/** What a legal hold is to be set over. Of a person: one of their ids in each meeting that they are in. */
export type HoldWanted =
  | { readonly over: 'epoch'; readonly log: LogId; readonly epoch: EpochId }
  | { readonly over: 'recording'; readonly log: LogId }
  | {
      readonly over: 'person';
      readonly people: readonly { readonly log: LogId; readonly participant: ParticipantKey }[];
    }
  | { readonly over: 'matter'; readonly logs: readonly LogId[] };

/** Why nothing is deleted by its date at the moment. from: what it was by the clock that was believed; to: what it is now, ms UTC. */
export interface DateDoubt {
  readonly from: number;
  readonly to: number;
}

/** What the records page knows of how long things stay. now: ms UTC. */
export interface KeepingView {
  readonly now: number;
  readonly holds: readonly HoldView[];
  readonly doubt: DateDoubt | null;
  readonly doing: KeepingDoing;
  readonly namesakes: Namesakes;
}

export type KeepingDone = 'deleted' | 'shortened' | 'hold-set' | 'hold-lifted' | 'date-confirmed';

/** One thing at a time: idle → working → (done | failed). */
export type KeepingDoing =
  | { readonly is: 'idle' | 'working' }
  | { readonly is: 'done'; readonly what: KeepingDone }
  | { readonly is: 'failed'; readonly code: FailureCode };

/** People of the same name in other meetings, for a hold over somebody: none → searching → found. */
export type Namesakes =
  | { readonly state: 'none' }
  | { readonly state: 'searching'; readonly done: number; readonly total: number }
  | { readonly state: 'found'; readonly people: readonly Namesake[] };

export interface Namesake {
  readonly log: LogId;
  readonly participant: ParticipantKey;
  readonly meeting: string;
  readonly openedAt: number;
}
