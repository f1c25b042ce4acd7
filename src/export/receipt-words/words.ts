import type { AnswerKind } from '../../model/answer.ts';

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
    readonly how: string;
    readonly proof: string;
  };
  readonly answers: Readonly<Record<AnswerKind, string>>;
}
