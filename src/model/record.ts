import type { Answer, ConsentState } from './answer.ts';
import type { AskTerms, Purpose } from './ask.ts';
import type { Reason } from './gate.ts';
import type { EpochId, LogId, ParticipantKey } from './id.ts';
import type { BindingDays, KeepDates, KeptPart } from './keeping.ts';
import type { SealCause } from './observation.ts';

/** What the records page shows of one meeting. Times are ms UTC. */
export interface MeetingSummary {
  readonly log: LogId;
  readonly platform: string;
  /** The site's meeting id, or '' when erased. */
  readonly meeting: string;
  readonly openedAt: number;
  readonly lastAt: number;
  readonly people: number;
  readonly recordedMs: number;
  readonly recordedBytes: number;
  readonly segments: number;
  readonly entries: number;
  /** finishing: nothing is recorded any more, and how much of the last part is kept is not settled yet. */
  readonly live: 'recording' | 'finishing' | null;
  /** Until when what is left of it stays. */
  readonly keeping: KeepDates;
  /** Something of theirs was corrected or erased after it had left, and whoever got it is still to be told. */
  readonly toTell: readonly ToTell[];
}

/** files: what left with them in it, from 1. */
export interface ToTell {
  readonly participant: ParticipantKey;
  readonly files: number;
}

/** A meeting whose recording, or a part of it, nobody can open any more. */
export interface SetApart {
  readonly log: LogId;
  readonly openedAt: number;
  /** damaged: the log does not read as it was written. no-consent: it does, but does not hold what a part of the recording rests on. */
  readonly why: 'damaged' | 'no-consent';
}

export interface MeetingRecord extends MeetingSummary {
  /** Recorded parts that are still there. */
  readonly kept: readonly KeptPart[];
  /** null: nobody was asked. */
  readonly binding: BindingDays | null;
  readonly asks: readonly (AskTerms & { readonly at: number; readonly notice: string })[];
  readonly participants: readonly RecordedPerson[];
  readonly epochs: readonly RecordedEpoch[];
  readonly story: readonly StoryLine[];
  /** Of what can be played: one for each purpose there is. */
  readonly purposes: readonly PurposeLeave[];
}

/** Whether a recording may be opened for a purpose. people: who did not agree to it. */
export interface PurposeLeave {
  readonly purpose: Purpose;
  readonly refused: 'not-asked' | 'not-agreed' | null;
  readonly people: readonly ParticipantKey[];
}

export interface RecordedPerson {
  readonly participant: ParticipantKey;
  /** '' when erased. */
  readonly name: string;
  readonly self: boolean;
  readonly joinedAt: number;
  readonly leftAt: number | null;
  readonly state: ConsentState;
  /** first: none was given yet. again: one was, and nothing about them came since. addendum: something did. null: they never answered. */
  readonly receipt: ReceiptDue;
  readonly answers: readonly (Answer & { readonly at: number; readonly words: string; readonly index: number })[];
}

export type ReceiptDue = 'first' | 'again' | 'addendum' | null;

export interface RecordedEpoch {
  readonly epoch: EpochId;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly reasons: readonly Reason[];
  readonly media: AskTerms['media'];
  readonly chunks: number;
  readonly bytes: number;
  readonly ms: number;
  readonly dropped: number;
  readonly cause: SealCause | null;
  readonly roster: readonly ParticipantKey[];
  /** All that is left of it, in order, where something was cut out. */
  readonly pieces?: readonly { readonly from: number; readonly ms: number }[];
}

/** One entry as a sentence. */
export interface StoryLine {
  readonly index: number;
  readonly at: number;
  readonly kind: string;
  readonly text: string;
}
