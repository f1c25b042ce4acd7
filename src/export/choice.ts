import type { Purpose } from '../model/ask.ts';
import type { ParticipantKey } from '../model/id.ts';

/** Which part of the chosen meetings is told. The skeleton of each is whole all the same. null: everything. */
export interface Choice {
  /** Participant keys of one person: each log has its own, and somebody who came in twice has two. */
  readonly people: ReadonlySet<ParticipantKey> | null;
  /** ms UTC; `to` no longer belongs to it. */
  readonly from: number | null;
  readonly to: number | null;
  readonly purpose: Purpose | null;
}

export const EVERYTHING: Choice = { people: null, from: null, to: null, purpose: null };

export function isEverything({ people, from, to, purpose }: Choice): boolean {
  return people === null && from === null && to === null && purpose === null;
}

/** What something is of, as far as it can be known. */
export interface Of {
  readonly participant: ParticipantKey | null;
  readonly at: number;
  /** What was asked for, since a no names no purposes. null: it is about no ask. */
  readonly purposes: readonly Purpose[] | null;
}

/** What is of nobody in particular is not of the person who was chosen. */
export function isChosen({ people, from, to, purpose }: Choice, of: Of): boolean {
  if (people !== null && (of.participant === null || !people.has(of.participant))) return false;
  if ((from !== null && of.at < from) || (to !== null && of.at >= to)) return false;
  return purpose === null || of.purposes === null || of.purposes.includes(purpose);
}
