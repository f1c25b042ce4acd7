import type { AskTerms } from './ask.ts';
import type { EpochId, LogId, ParticipantKey } from './id.ts';
import type { RecordedPerson, StoryLine } from './record.ts';
import type { LongerAnswer, Refusal, RequestState, RequestWay, Wanted } from './rights.ts';
import type { Criterion, Scores } from './score.ts';

/** Everything that one meeting's log and vault hold about one person. Times are ms UTC. */
export interface PersonRecord {
  readonly log: LogId;
  readonly platform: string;
  /** The site's meeting id, or '' when erased. */
  readonly meeting: string;
  readonly openedAt: number;
  readonly lastAt: number;
  /** The row that stands for them, and all rows that the host said are them. */
  readonly participant: ParticipantKey;
  readonly ids: readonly ParticipantKey[];
  /** '' when erased. */
  readonly name: string;
  /** Every name of theirs that is still there, the newest last. */
  readonly names: readonly string[];
  readonly self: boolean;
  /** Account on the site, the same in every meeting; null where the site shows none. It never leaves the page. */
  readonly account: string | null;
  /** The meeting is being watched by this browser now. */
  readonly live: boolean;
  readonly state: RecordedPerson['state'];
  readonly answers: RecordedPerson['answers'];
  /** Entries about them, as sentences. */
  readonly story: readonly StoryLine[];
  readonly recordings: readonly PersonRecording[];
  readonly exports: readonly PersonExport[];
  readonly requests: readonly PersonRequest[];
  /** Their names and words were erased at their request. */
  readonly erased: boolean;
}

/** A stretch that they were in. */
export interface PersonRecording {
  readonly epoch: EpochId;
  readonly openedAt: number;
  readonly ms: number;
  readonly media: AskTerms['media'];
  readonly deleted: boolean;
  /** Other people in it, the host among them. */
  readonly others: number;
}

/** Something with them in it that left this computer. */
export interface PersonExport {
  readonly index: number;
  readonly at: number;
  readonly format: string;
  /** recording: their voice. log: their entries. part: perhaps their entries. own: made for them. */
  readonly carried: 'recording' | 'log' | 'part' | 'own';
  /** For whom, in the host's words; '' where nothing was written, or it is erased. */
  readonly whom: string;
  /** The day, YYYY-MM-DD, on which they were told of the newest correction or erasure, as the host noted; null: not yet. */
  readonly told: string | null;
  /** Something was corrected or erased after it left, and nobody has noted that they were told. */
  readonly owed: boolean;
}

export interface PersonRequest {
  readonly log: LogId;
  readonly index: number;
  readonly what: Wanted;
  readonly way: RequestWay;
  readonly at: number;
  /** Their words, '' where there are none any more. */
  readonly words: string;
  readonly state: RequestState;
  readonly why: Refusal | null;
  readonly endedAt: number | null;
  readonly due: RequestDue;
}

/** Until when it must be answered. */
export interface RequestDue {
  readonly at: number;
  /** Name of the law whose date it is, and where it says so. */
  readonly law: string;
  readonly source: string;
  /** How long it may take at the most where they are told why before `at`, and where the law says so; null: no longer. */
  readonly longer: { readonly at: number; readonly law: string; readonly source: string } | null;
  /** What the host noted about it: then `at` is the later date. */
  readonly noted: Pick<LongerAnswer, 'why' | 'told'> | null;
  /** Nothing is known of where anybody is: it is the shortest period of any law. */
  readonly guessed: boolean;
}

/** One request in the list of all meetings. */
export interface ListedRequest extends Omit<PersonRequest, 'words'> {
  readonly participant: ParticipantKey;
}

/** What else is there of somebody beside the log of a meeting. */
export interface HeldBeside {
  /** Notes and filled score cards about recordings that they are in. */
  readonly notes: number;
  /** Voice-masked copies of recordings that they are in. */
  readonly copies: number;
  /** A legal hold keeps something of theirs. */
  readonly held: boolean;
  /** Where they are is remembered for later meetings. */
  readonly met: boolean;
}

/** Another meeting in which the same person may be. account: the site shows the same account. name: only the name is the same. */
export interface MaybeSame {
  readonly record: PersonRecord;
  readonly by: 'account' | 'name';
}

/** What is held about somebody because it was written about a recording that they are in. Nothing of it is in a log. */
export interface HeldReview {
  readonly id: string;
  readonly epoch: EpochId;
  readonly is: 'note' | 'scores';
  /** ms UTC */
  readonly writtenAt: number;
  /** Of the recorded stretch, ms; null: about the whole call. */
  readonly ms: number | null;
  readonly by: string;
  readonly text: string;
  readonly tags: readonly string[];
  /** Whose call it is, as the reviewer wrote it; '' for a note. */
  readonly agent: string;
  readonly card: string;
  /** Of the card as it was filled; none for a note. */
  readonly criteria: readonly Criterion[];
  readonly scores: Scores;
}

/**
 * Why something that was written is not in their copy. locked: nobody has unlocked it. refused: not everybody in the recording agreed to a
 * review, or that cannot be proved. others: wrapped for an organisation alone. unreadable: damaged, or of another version.
 */
export const NOTES_MISSING = ['locked', 'refused', 'others', 'unreadable'] as const;
export type NotesMissing = (typeof NOTES_MISSING)[number];

/** What was written about the recordings of somebody in one meeting, as far as it is in their copy; nothing is left out without a word. */
export interface HeldNotes {
  readonly opened: readonly HeldReview[];
  readonly missing: readonly MissingNotes[];
}

/** Nothing is missing that somebody could still open: an answer to whoever asked for a copy. */
export function isWholeCopy({ missing }: HeldNotes): boolean {
  return missing.every(({ why }) => why === 'refused' || why === 'unreadable');
}

/** n: from 1. */
export interface MissingNotes {
  readonly why: NotesMissing;
  readonly n: number;
}
