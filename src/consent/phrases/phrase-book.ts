/**
 * How people of one language answer in a chat.
 *
 * `yes` and `yesToAll` are strict: the whole message is one of them, letter for letter after NFKC, lower case and white space, with at
 * most its `marks` around it: a full stop, or up to three exclamation marks. Everything else is read loosely from `plain` text: lower case, without
 * accents and apostrophes ("don't" is `dont`), words parted by one space and with a space at both ends, so that ` stop ` in a
 * pattern is a word. Write whole messages and patterns in that form, accents left out.
 */
export interface PhraseBook {
  readonly language: string;
  /** Words of the language are written in Latin letters: look-alikes of other scripts are then read as Latin. */
  readonly latin: boolean;
  /** Written without spaces between words (Chinese, Japanese): spaces between its characters say nothing, patterns need none. */
  readonly unspaced: boolean;
  readonly yes: readonly string[];
  readonly yesToAll: readonly string[];
  /** What may stand before and after a listed phrase and is cut off once; unseen: what shows nothing there and is cut off first. */
  readonly marks: { readonly before: RegExp; readonly after: RegExp; readonly unseen?: RegExp };
  /** Words that change nothing at either end of a message ("please", "thanks"). */
  readonly courtesy: readonly string[];
  /** Cut out before a no is looked for: "no problem", "don't stop". With the flag g. */
  readonly harmless: readonly RegExp[];
  readonly withdrawn: Hints;
  readonly refused: Hints;
  readonly pause: Hints;
  /**
   * To stop, but for a moment only: a pause, although its verb is one of stopping. Cut out before a no is looked for, and any other no in the
   * message outweighs it. With the flag g.
   */
  readonly briefly: readonly RegExp[];
  readonly perhapsYes: Pick<Hints, 'whole' | 'perhaps'>;
  /** The yes is said for more than one person. */
  readonly company: RegExp;
  /** A question that is a request ("can you stop recording?"), not a question about something. */
  readonly request: RegExp;
  /** A question by its words, with no mark at its end. */
  readonly asks: RegExp;
  /** What a message must hold to be read in this language where the notice was in another one. Saves time, decides nothing. */
  readonly about: RegExp;
}

/** One full stop or up to three exclamation marks at the end, nothing at the beginning. */
export const MARKS: PhraseBook['marks'] = { before: /(?!)/u, after: /(?<![.!])(?:\.|!{1,3})$/u };

/** whole: the message is just that, courtesy aside. sure, perhaps: found anywhere in it. */
export interface Hints {
  readonly whole: readonly string[];
  readonly sure: readonly RegExp[];
  readonly perhaps: readonly RegExp[];
}

/** Reads a list written as `one | two`, one or more a line. */
export function list(text: string): string[] {
  return text.split(/[|\n]/).map((item) => item.trim());
}

/**
 * A book that is made when it is first read. A worker that was ended and starts again hears one answer in one language: it need not make
 * the patterns of sixteen before.
 */
export function lazily(named: Pick<PhraseBook, 'language' | 'latin' | 'unspaced'>, make: () => PhraseBook): PhraseBook {
  let made: PhraseBook | undefined;
  const book = () => {
    made ??= make();
    return made;
  };
  return {
    language: named.language,
    latin: named.latin,
    unspaced: named.unspaced,
    get yes() {
      return book().yes;
    },
    get yesToAll() {
      return book().yesToAll;
    },
    get marks() {
      return book().marks;
    },
    get courtesy() {
      return book().courtesy;
    },
    get harmless() {
      return book().harmless;
    },
    get withdrawn() {
      return book().withdrawn;
    },
    get refused() {
      return book().refused;
    },
    get pause() {
      return book().pause;
    },
    get briefly() {
      return book().briefly;
    },
    get perhapsYes() {
      return book().perhapsYes;
    },
    get company() {
      return book().company;
    },
    get request() {
      return book().request;
    },
    get asks() {
      return book().asks;
    },
    get about() {
      return book().about;
    },
  };
}
