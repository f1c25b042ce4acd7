import { lazily, list, MARKS, type PhraseBook } from './phrase-book.ts';
import { patternOf, plain, wholeOf } from './plain.ts';

/**
 * The words of a language that parts its words by spaces, in natural spelling (accents and apostrophes are left out by the builder).
 * A member that is called a pattern is a piece of a regular expression in lower case that begins and ends with whole words.
 */
export interface Vocabulary {
  readonly language: string;
  readonly latin: boolean;
  readonly marks?: PhraseBook['marks'];
  /** Lists of whole messages, as `list()` reads them. The two yeses are strict; see PhraseBook. */
  readonly yes: string;
  readonly yesToAll: string;
  readonly perhapsYes: string;
  readonly no: string;
  readonly withdrawn: string;
  readonly pausing: string;
  readonly courtesy: string;
  /** Patterns. The recording, to record, recorded, recorder. */
  readonly record: string;
  /** Articles, pronouns, prepositions: what may stand between a verb and the recording. */
  readonly small: string;
  readonly not: string;
  /** I (we) agree: the first person, now. */
  readonly agree: string;
  /** To agree, in all forms, for "cannot agree" and "she does not agree". */
  readonly agreeing: string;
  /** After "agree": it is about something else ("with Bob"), unless the recording follows. */
  readonly aside: string;
  /** Words between "not" and "agree" that leave a no a no. */
  readonly between: string;
  /** Want, like, allow, accept to be recorded. */
  readonly want: string;
  /** Consent, permission, my yes. */
  readonly consent: string;
  /** Refuse, object, against, uncomfortable. */
  readonly against: string;
  readonly noLonger: string;
  /** What a host is told to do: stop, take back, erase, pause. */
  readonly stop: string;
  readonly takeBack: string;
  readonly erase: string;
  readonly pause: string;
  /** Patterns: to stop the recording for a moment, in so many words. A cry of "wait, stop it" is none. */
  readonly briefly?: readonly string[];
  /** Worried, problem, nobody: beside the recording a question for the host. */
  readonly trouble: string;
  /** Fine, gladly, you may: beside the recording perhaps a yes. */
  readonly fine: string;
  /** "No problem", "I do not mind", with what may follow them: sounds like a no and is none. */
  readonly noProblem: string;
  /** "Cannot hear", "have not got": with the recording after it, no answer. */
  readonly missing: string;
  /** "Do not stop", "do you agree", "if you do not agree": no answer. */
  readonly harmless: readonly string[];
  /** More patterns by what they are, for what the grammar does not say ("do not record me", "without recording"). */
  readonly more: {
    readonly no: readonly string[];
    readonly perhapsNo: readonly string[];
    readonly withdrawn: readonly string[];
    readonly perhapsWithdrawn: readonly string[];
    readonly pause: readonly string[];
    readonly perhapsYes: readonly string[];
  };
  readonly company: string;
  /** Words of a polite request, and words that make a question a real one. */
  readonly please: string;
  readonly which: string;
  /** Question words at the beginning, where no mark is needed. */
  readonly asks?: string;
}

/** Up to n words. */
const gap = (n: number) => `(?:\\S+ ){0,${n}}`;

/** The whole message is several of these, with one of those among them: "no, I refuse". */
export function several(of: readonly string[], among: readonly string[], gap = ' '): string {
  const some = `(?:${of.join('|')})`;
  return `(?<=^ )(?:${some}${gap}){0,3}(?:${among.join('|')})(?:${gap}${some}){0,3}(?= $)`;
}

export function phraseBook(words: Vocabulary): PhraseBook {
  return lazily({ language: words.language, latin: words.latin, unspaced: false }, () => written(words));
}

function written(words: Vocabulary): PhraseBook {
  const script = { latin: words.latin, unspaced: false };
  const plainly = (text: string) => list(text).map((item) => plain(item, script).trim());
  // The longest first: "many thanks" goes as a whole.
  const courtesy = plainly(words.courtesy).toSorted((a, b) => b.length - a.length);
  const wholes = (text: string) => [
    ...new Set(plainly(text).map((item) => wholeOf(item, { courtesy, unspaced: false }))),
  ];
  const pattern = (source: string, flags?: string) => patternOf(source, script, flags);
  const patterns = (...sources: readonly (readonly string[])[]) =>
    sources.flat().map((source) => pattern(` (?:${source}) `));
  const any = (name: keyof Vocabulary) => `(?:${words[name] as string})`;
  const REC = any('record');
  const SMALL = `(?:${any('small')} ){0,4}`;
  const aside = ` (?!${any('aside')} (?!${gap(3)}${REC} ))`;
  const near = (verb: string, n = SMALL) => [`${verb} ${n}${REC}`, `${REC} ${n}${verb}`];
  const yeses = wholes(words.perhapsYes);
  const noes = wholes(words.no);
  const withdrawals = wholes(words.withdrawn);
  const pauses = wholes(words.pausing);
  return {
    language: words.language,
    ...script,
    yes: list(words.yes),
    yesToAll: list(words.yesToAll),
    marks: words.marks ?? MARKS,
    courtesy,
    harmless: [
      ...words.harmless.map((source) => pattern(` (?:${source}) `, 'gu')),
      pattern(` ${any('noProblem')}(?: (?:${words.small}|${words.record}))* `, 'gu'),
      pattern(` ${any('not')} ${gap(1)}${any('missing')} ${gap(2)}${REC} `, 'gu'),
    ],
    withdrawn: {
      whole: withdrawals,
      sure: patterns(
        near(any('stop')),
        near(any('erase')),
        near(any('takeBack'), gap(3)).map((source) => source.replaceAll(REC, any('consent'))),
        [several([...noes, ...withdrawals], withdrawals)],
        [`${any('noLonger')} ${gap(3)}(?:${words.agreeing}|${words.want}|${words.record})`],
        words.more.withdrawn,
      ),
      perhaps: patterns(words.more.perhapsWithdrawn),
    },
    refused: {
      whole: noes,
      sure: [
        pattern(` ${any('not')} (?:${any('between')} ){0,3}${any('agreeing')}${aside}`),
        ...patterns(
          [several(noes, noes)],
          [`${any('not')} (?:${any('between')} ){0,3}${any('want')} ${gap(4)}${REC}`],
          [`${any('not')} ${gap(2)}${any('consent')}`],
          [`${any('against')} ${gap(3)}${REC}`, `${REC} ${gap(1)}${any('against')}`],
          words.more.no,
        ),
      ],
      perhaps: [
        pattern(` ${any('not')} ${gap(3)}${any('agreeing')}${aside}`),
        ...patterns(near(`(?:${words.not}|${words.trouble})`, gap(4)), words.more.perhapsNo),
      ],
    },
    pause: {
      whole: pauses,
      sure: patterns(near(any('pause')), words.more.pause),
      perhaps: [],
    },
    briefly: (words.briefly ?? []).map((source) => pattern(` (?:${source}) `, 'gu')),
    perhapsYes: {
      whole: yeses,
      perhaps: [
        pattern(` ${any('agree')}${aside}`),
        ...patterns([several(yeses, yeses)], near(any('fine'), gap(4)), words.more.perhapsYes),
      ],
    },
    company: pattern(` (?:${words.company}) `),
    request: pattern(`^(?!.* (?:${words.which}) ).* (?:${words.please}) `),
    asks: words.asks === undefined ? /(?!)/u : pattern(`^ (?:${words.asks}) `),
    about: pattern(
      ` (?:${words.record}|${words.agree}|${words.agreeing}|${words.consent}|${words.takeBack}) |^ (?:${[...yeses, ...noes, ...withdrawals, ...pauses, ...courtesy, ...plainly(words.yes), ...plainly(words.yesToAll)].join('|')}) `,
    ),
  };
}
