/**
 * How people of one language answer in a chat.
 *
 * `yes` and `yesToAll` are strict: the whole message is one of them, letter for letter after NFKC, lower case and white space, with at
 * most a full stop or up to three exclamation marks. Everything else is read loosely from `plain` text: lower case, without
 * accents and apostrophes ("don't" is `dont`), words parted by one space and with a space at both ends, so that ` stop ` in a
 * pattern is a word. Write whole messages and patterns in that form, accents left out.
 */
export interface PhraseBook {
  readonly language: string;
  /** Words of the language are written in Latin letters: look-alikes of other scripts are then read as Latin. */
  readonly latin: boolean;
  readonly yes: readonly string[];
  readonly yesToAll: readonly string[];
  /** Words that change nothing at either end of a message ("please", "thanks"). */
  readonly courtesy: readonly string[];
  /** Cut out before a no is looked for: "no problem", "don't stop". With the flag g. */
  readonly harmless: readonly RegExp[];
  readonly withdrawn: Hints;
  readonly refused: Hints;
  readonly pause: Hints;
  readonly perhapsYes: Pick<Hints, 'whole' | 'perhaps'>;
  /** The yes is said for more than one person. */
  readonly company: RegExp;
  /** A question that is a request ("can you stop recording?"), not a question about something. */
  readonly request: RegExp;
  /** What our own notice and posts say that sounds like an answer; a quote of it is none. */
  readonly ours: readonly string[];
}

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
