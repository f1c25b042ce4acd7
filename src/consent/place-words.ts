import { placesIn } from './place-frames.ts';
import type { PlaceNames } from './place-names.ts';
import { foldPlace } from './place-spelling.ts';

/** Nobody needs more to say where they are; what is longer says something else as well. */
const LONGEST = 120;
/** Something unseen, a quotation, a second line, a question: then it is not simply somebody's word about themselves. */
const NOT_PLAIN = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}?？؟\u037e"“”„«»「」『』<>*_~|]/u;

export interface SaidPlace {
  /** Codes, several where a name means several ("Georgia"); none: a place that was said before is taken back. */
  readonly places: readonly string[];
  /** Whether the host may remember it for later meetings; null when nothing is said of that. */
  readonly remember: boolean | null;
  /** It is where they live, wherever they are. */
  readonly lives?: true;
}

/**
 * Where a chat message says that its writer is now, and whether that may be remembered; null when the message is anything but that.
 * Strict, because a place that somebody says of themselves can lower the rule: the whole message, in the first person and the present,
 * one place and nothing beside it but that leave. Codes alone ("CA", "IN") are no names.
 */
export function placeSaid(text: string, names: PlaceNames): SaidPlace | null {
  const folded = plainMessage(text);
  if (folded === null) return null;
  const found = placesIn(folded).flatMap(({ language, name, remember }) => {
    const codes = name === '' ? [] : codesOf(language, name, names);
    return name === '' || codes.length > 0 ? [{ codes, remember }] : [];
  });
  if (found.length === 0) return null;
  const leaves = found.map(({ remember }) => remember);
  // Leave is what every language reads as one.
  const otherwise = leaves.includes(false) ? false : null;
  return {
    places: [...new Set(found.flatMap(({ codes }) => codes))].sort(),
    remember: leaves.every((leave) => leave === true) || otherwise,
  };
}

/** A message that can be simply somebody's word about themselves, folded; null for any other. */
export function plainMessage(text: string): string | null {
  const message = text.trim();
  if (message.length > LONGEST || NOT_PLAIN.test(message)) return null;
  return foldPlace(message.replace(/(?<![.!。！])(?:[.。]|[!！]{1,3})$/u, ''));
}

/** "(US-GA)" after a name, as `foldPlace` leaves it. */
const CODED = / \(([a-z]{2}(?: [a-z0-9]{1,3})?)\)$/;

/** "Georgia", "Georgia (US-GA)" or "Georgia, USA": of what the name means, the one of that code, or in that country; else none. */
export function codesOf(language: string, said: string, names: PlaceNames): readonly string[] {
  const code = CODED.exec(said)?.[1]?.replace(' ', '-').toUpperCase();
  if (code !== undefined) return names(language, said.replace(CODED, '')).filter((one) => one === code);
  const [name = '', country, ...more] = said.split(/, ?/);
  const codes = names(language, name);
  if (country === undefined) return codes;
  const [whole, ...others] = names(language, country.replace(/^the /, ''));
  if (whole === undefined || others.length > 0 || more.length > 0) return [];
  return codes.filter((code) => code.startsWith(`${whole}-`));
}
