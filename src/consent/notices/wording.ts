import type { AnswerKind } from '../../model/answer.ts';
import type { AskTerms, Media, Purpose } from '../../model/ask.ts';
import type { OffWhy } from '../../model/tag.ts';

/**
 * All words of one language that reach a chat or a participant's banner. Pure: no Intl and no locale data, which change between
 * browser versions, because another extension must render the very same notice from the same terms.
 *
 * version counts changes of `notice`; whoever changes a character of it raises the version. Words must fit beside their tag into one
 * post of 500 characters for all seven purposes, and hold no square brackets. An apostrophe is ’: sites turn ' into it.
 *
 * On sites with less room the notice goes in several posts, sentence by sentence, each with `part` before it (notice-parts.ts).
 */
export interface Wording {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly version: number;
  /** Short names for the notice, and a sentence each for the banner. */
  readonly purposeNames: Readonly<Record<Purpose, string>>;
  readonly purposeWhys: Readonly<Record<Purpose, string>>;
  /** Whoever writes this in the chat gets the whole notice; the short one says so. */
  readonly detailsWord: string;
  /** Lines of whole sentences, the first layer: about 60 words. How to answer is the last one, in words of the phrase book. */
  notice(terms: AskTerms): readonly (readonly string[])[];
  /** What stands before part n of several: what it is about, and before the last one, that more follows. */
  part(n: number, of: number): string;
  /** Sentences for the banner. */
  readonly what: Readonly<Record<Media, string>>;
  keep(terms: AskTerms): string;
  readonly on: string;
  readonly off: Readonly<Record<OffWhy, string>>;
  readonly end: string;
  attested(host: string, name: string, how: 'aloud' | 'paper'): string;
  answer(said: AnswerWords): string;
  /** What the host reads aloud to somebody before attesting an answer. */
  script(terms: AskTerms): string;
}

export interface AnswerWords {
  readonly answer: AnswerKind;
  readonly purposes: readonly Purpose[];
  readonly person: number;
  readonly people: number;
}
