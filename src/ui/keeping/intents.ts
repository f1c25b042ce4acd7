import type { HoldId, LogId, ParticipantKey } from '../../model/id.ts';
import type { HoldWanted } from '../../model/keeping.ts';

/** Who does it and why. */
export interface HoldWords {
  readonly who: string;
  readonly why: string;
}

export interface KeepingIntents {
  deleteRecording(log: LogId): void;
  keepShorter(log: LogId, keepDays: number, proofDays: number): void;
  /** matter: its name; '' where it is over something else. */
  setHold(wanted: HoldWanted, words: HoldWords & { readonly matter: string }): void;
  liftHold(hold: HoldId, words: HoldWords): void;
  /** People of the same name in other meetings. */
  findNamesakes(log: LogId, participant: ParticipantKey): void;
  confirmDate(): void;
}
