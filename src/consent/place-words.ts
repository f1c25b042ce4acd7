import { placesIn } from './place-frames.ts';
import type { PlaceNames } from './place-names.ts';
import { foldPlace } from './place-spelling.ts';

/** Nobody needs more to say where they are; what is longer says something else as well. */
const LONGEST = 120;
/** Something unseen, a quotation, a second line, a question: then it is not simply somebody's word about themselves. */
const NOT_PLAIN = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}?？؟\u037e"“”„«»「」『』<>*_~|]/u;

/**
 * Where a chat message says that its writer is now: codes of the place, several where a name means several ("Georgia"), none when the
 * message is anything but that. Strict, because a place that somebody says of themselves can lower the rule: the whole message, in
 * the first person and the present, one place and nothing beside it. Codes alone ("CA", "IN") are no names.
 */
export function placeSaid(text: string, names: PlaceNames): readonly string[] {
  const message = text.trim();
  if (message.length > LONGEST || NOT_PLAIN.test(message)) return [];
  const folded = foldPlace(message.replace(/(?<![.!。！])(?:[.。]|[!！]{1,3})$/u, ''));
  const found = placesIn(folded).flatMap(({ language, name }) => codesOf(language, name, names));
  return [...new Set(found)].sort();
}

/** "(US-GA)" after a name, as `foldPlace` leaves it. */
const CODED = / \(([a-z]{2}(?: [a-z0-9]{1,3})?)\)$/;

/** "Georgia", "Georgia (US-GA)" or "Georgia, USA": of what the name means, the one of that code, or in that country; else none. */
function codesOf(language: string, said: string, names: PlaceNames): readonly string[] {
  const code = CODED.exec(said)?.[1]?.replace(' ', '-').toUpperCase();
  if (code !== undefined) return names(language, said.replace(CODED, '')).filter((one) => one === code);
  const [name = '', country, ...more] = said.split(/, ?/);
  const codes = names(language, name);
  if (country === undefined) return codes;
  const [whole, ...others] = names(language, country.replace(/^the /, ''));
  if (whole === undefined || others.length > 0 || more.length > 0) return [];
  return codes.filter((code) => code.startsWith(`${whole}-`));
}
