import type { AnswerKind, Grade } from './answer.ts';
import type { Purpose } from './ask.ts';
import type { LogId, ParticipantKey } from './id.ts';
import type { CheckedLog } from './log-check.ts';

/** What the log page shows. Times are ms UTC. */

/** Kinds of entries, as people tell them apart. Each has a word in the locale (`log.group.…`). */
export const LINE_GROUPS = ['answers', 'asked', 'recording', 'people', 'rules', 'chat', 'left', 'meeting'] as const;
export type LineGroup = (typeof LINE_GROUPS)[number];

/** One entry as a sentence, and by what it can be found. */
export interface LogLine {
  readonly log: LogId;
  readonly index: number;
  readonly at: number;
  readonly kind: string;
  readonly group: LineGroup;
  readonly text: string;
  /** Whom it is about. */
  readonly people: readonly ParticipantKey[];
  readonly purposes: readonly Purpose[];
  /** Of an answer. */
  readonly answer: AnswerKind | null;
  readonly grade: Grade | null;
  /** Of an answer: the entries by which recording was allowed that rest on it. Of such an entry: the answers that it rests on. */
  readonly rests: readonly number[];
  /** Ids and words that stand in it: what a search finds besides the sentence. */
  readonly also: string;
}

export interface LogPerson {
  readonly participant: ParticipantKey;
  /** '' when erased. */
  readonly name: string;
  /** Public key of their answers, base64url, with its fingerprint. */
  readonly keys: readonly { readonly key: string; readonly fingerprint: string }[];
}

/** One line of the list of logs. */
export interface LogHead {
  readonly log: LogId;
  readonly platform: string;
  /** The site's meeting id, or '' when erased or unreadable. */
  readonly meeting: string;
  readonly openedAt: number;
  readonly lastAt: number;
  readonly size: number;
  readonly damaged: boolean;
  /** null: never. */
  readonly checked: CheckedLog | null;
}

/** A log as its story is told. */
export interface LogStory {
  readonly head: LogHead;
  readonly people: readonly LogPerson[];
  readonly lines: readonly LogLine[];
  /** It is damaged: what is here is what can still be read, and proves nothing. */
  readonly broken: boolean;
}

/** That one entry is in its log, with everything that it takes to check that by hand. */
export interface LineProof {
  readonly log: LogId;
  readonly index: number;
  /** Exact text of the leaf. */
  readonly leaf: string;
  /** Leaf hash and the hashes of the inclusion proof, from the leaf's sibling up: base64. */
  readonly hash: string;
  readonly path: readonly string[];
  /** Entries that the checkpoint covers. */
  readonly size: number;
  readonly checkpoint: string;
  /** The whole as a tlog-proof file. */
  readonly file: string;
}

/** '' and null: whatever it is. from, to: ms UTC, both included. */
export interface LineFilter {
  readonly words: string;
  readonly person: ParticipantKey | null;
  readonly group: LineGroup | null;
  readonly purpose: Purpose | null;
  readonly answer: AnswerKind | null;
  readonly from: number | null;
  readonly to: number | null;
}

export const NO_FILTER: LineFilter = {
  words: '',
  person: null,
  group: null,
  purpose: null,
  answer: null,
  from: null,
  to: null,
};

/** Every word must be found, each somewhere, without regard to capitals. */
export function matching(lines: readonly LogLine[], filter: LineFilter): readonly LogLine[] {
  const words = filter.words
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const { person, group, purpose, answer, from, to } = filter;
  const plain = words.length === 0 && [person, group, purpose, answer, from, to].every((one) => one === null);
  if (plain) return lines;
  return lines.filter((line) => {
    if (person !== null && !line.people.includes(person)) return false;
    if (group !== null && line.group !== group) return false;
    if (purpose !== null && !line.purposes.includes(purpose)) return false;
    if (answer !== null && line.answer !== answer) return false;
    if ((from !== null && line.at < from) || (to !== null && line.at > to)) return false;
    if (words.length === 0) return true;
    const text = `${line.text} ${line.also} ${line.kind} ${line.index}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
