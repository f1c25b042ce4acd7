import { several } from './grammar.ts';
import { lazily, list, type PhraseBook } from './phrase-book.ts';
import { patternOf, plain, wholeOf } from './plain.ts';

/**
 * The words of a language without spaces. Lists of whole messages, and patterns that are found anywhere: a space in the plain text is
 * the end of a clause, so `[^ ]{0,4}` is a gap that does not leave it.
 */
export interface Unspaced {
  readonly language: string;
  readonly yes: string;
  readonly yesToAll: string;
  readonly perhapsYes: string;
  readonly no: string;
  readonly withdrawn: string;
  readonly pausing: string;
  readonly courtesy: string;
  readonly harmless: readonly string[];
  readonly saysNo: readonly string[];
  readonly perhapsNo: readonly string[];
  readonly withdraws: readonly string[];
  readonly perhapsWithdraws: readonly string[];
  readonly pauses: readonly string[];
  readonly agrees: readonly string[];
  readonly company: string;
  readonly please: string;
  readonly which: string;
  readonly asks: string;
  readonly about: string;
}

const SCRIPT = { latin: false, unspaced: true };

export function unspacedBook(words: Unspaced): PhraseBook {
  return lazily({ language: words.language, ...SCRIPT }, () => written(words));
}

function written(words: Unspaced): PhraseBook {
  const plainly = (text: string) => list(text).map((item) => plain(item, SCRIPT).trim());
  const courtesy = plainly(words.courtesy).toSorted((a, b) => b.length - a.length);
  const wholes = (text: string) => [
    ...new Set(plainly(text).map((item) => wholeOf(item, { courtesy, unspaced: true }))),
  ];
  const patterns = (sources: readonly string[]) => sources.map((source) => patternOf(source, SCRIPT));
  const yeses = wholes(words.perhapsYes);
  const noes = wholes(words.no);
  const withdrawals = wholes(words.withdrawn);
  const some = (of: readonly string[], among: readonly string[]) => ` ${several(of, among, ' ?')} `;
  return {
    language: words.language,
    ...SCRIPT,
    yes: list(words.yes),
    yesToAll: list(words.yesToAll),
    marks: { before: /(?!)/u, after: /(?<![.!。])(?:[.。]|!{1,3})$/u },
    courtesy,
    harmless: words.harmless.map((source) => patternOf(source, SCRIPT, 'gu')),
    withdrawn: {
      whole: withdrawals,
      sure: patterns([some([...noes, ...withdrawals], withdrawals), ...words.withdraws]),
      perhaps: patterns(words.perhapsWithdraws),
    },
    refused: { whole: noes, sure: patterns([some(noes, noes), ...words.saysNo]), perhaps: patterns(words.perhapsNo) },
    briefly: [],
    pause: { whole: wholes(words.pausing), sure: patterns(words.pauses), perhaps: [] },
    perhapsYes: { whole: yeses, perhaps: patterns([some(yeses, yeses), ...words.agrees]) },
    company: patternOf(words.company, SCRIPT),
    request: patternOf(`^(?!.*(?:${words.which})).*(?:${words.please})`, SCRIPT),
    asks: patternOf(words.asks, SCRIPT),
    about: patternOf(words.about, SCRIPT),
  };
}
