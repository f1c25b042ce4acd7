import type { AnswerKind, Grade } from '../../model/answer.ts';

/** The words of a receipt in one language; one file a language, named as the notices are. */
export interface ReceiptWords {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly addendum: string;
  /** What this is, and what it is good for. */
  readonly statement: string;
  /** Said beside it in an addendum. */
  readonly added: string;
  readonly takeBack: string;
  readonly heads: {
    readonly asked: string;
    readonly answers: string;
    readonly until: string;
    readonly proof: string;
  };
  readonly answers: Readonly<Record<AnswerKind, string>>;
  /** How an answer was given. */
  readonly grades: Readonly<Record<Grade, string>>;
  /** What the page to print says beside the receipt; `{name}` is filled in. */
  readonly page: {
    readonly noticeErased: string;
    /** {seconds}, {time} at which it ended, {until} */
    readonly recorded: string;
    readonly recordedGone: string;
    readonly notRecorded: string;
    /** {until} */
    readonly namesUntil: string;
    readonly namesErased: string;
    readonly compare: string;
    readonly fingerprint: string;
    readonly size: string;
    readonly root: string;
    /** {size} */
    readonly chatRoot: string;
    readonly ids: string;
    readonly made: string;
    readonly forReading: string;
  };
}
