import type { AnswerKind, Grade } from './answer.ts';
import type { Media, Purpose } from './ask.ts';

/** What the verifier says, as every face of it shows it: lines, a verdict on each file, and one on all of them. */
export const VERDICTS = ['valid', 'invalid', 'unreadable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * One line of what was found. check: held, did not hold, or could not be made. answer: one answer and how strong its evidence is. limit: what
 * nobody can know from the file. fact: to be compared by people, or what the file is of. code: of the closed unions of src/verify/codes.ts.
 */
export type VerifiedLine<Code extends string = string, Limit extends string = string> =
  | {
      readonly what: 'check';
      readonly code: Code;
      readonly result: 'holds' | 'fails' | 'not-checked';
      /** Log, and entry in it, where it is of one. */
      readonly log: string | null;
      readonly index: number | null;
      readonly means: string;
    }
  | {
      readonly what: 'answer';
      readonly log: string;
      readonly index: number;
      /** ISO 8601 */
      readonly time: string;
      readonly participant: string;
      /** Their name, where it was given along. */
      readonly name: string | null;
      readonly answer: AnswerKind;
      readonly purposes: readonly Purpose[];
      readonly media: Media;
      readonly grade: Grade;
      readonly means: string;
    }
  | { readonly what: 'limit'; readonly code: Limit; readonly log: string | null; readonly means: string }
  | {
      readonly what: 'fact';
      /** meeting: time and site of the first entry. root: entries and root. fingerprint: of the key that signed. */
      readonly fact: 'meeting' | 'root' | 'fingerprint';
      readonly log: string | null;
      readonly value: string;
    };

export interface VerifiedFile {
  /** As it was named, with its folders, and with the zip that it is in. */
  readonly file: string;
  readonly kind: string;
  readonly lines: readonly VerifiedLine[];
  readonly verdict: Verdict;
}

/** The worst of them: what does not hold weighs most, then what cannot be read. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return 'unreadable';
  return verdicts.includes('invalid') ? 'invalid' : verdicts.includes('unreadable') ? 'unreadable' : 'valid';
}
