import { isListed, PLACES, placeOf } from './places.ts';

/** Names that mean more than one place. GE is the country, which has no row, and so is unknown. */
const SEVERAL: readonly (readonly [name: string, codes: readonly string[]])[] = [
  ['georgia', ['US-GA', 'GE']],
  ['washington', ['US-WA', 'US-DC']],
  ['victoria', ['AU-VIC', 'CA-BC']],
];

const plain = (words: string) => {
  const spaced = words.normalize('NFKC').trim().replace(/\s+/g, ' ');
  return spaced.toLowerCase().replace(/\.$/, '').replace(/^the /, '');
};

const BY_NAME = new Map([
  ...PLACES.map(({ name, code }) => [plain(name.replace(/\(.*/, '')), [code]] as const),
  ...SEVERAL,
]);

/** Codes of states and provinces. */
const PARTS = PLACES.flatMap(({ code, aliases }) => [code, ...(aliases ?? [])]).filter((code) => code.includes('-'));

/**
 * The places that a person's words can mean, in our codes: whoever writes "CA" may be in Canada or in California, and which one is not
 * guessed, so both count until they are asked. Two letters alone always keep the country that they may be, listed or not. Words that are not
 * understood give one code that is in no list, and so the strictest rule.
 */
export function codesNamed(words: string): readonly string[] {
  const letters = words.normalize('NFKC').trim().toUpperCase();
  if (letters.includes('-') && isListed(letters)) return [letters];
  // Several may end so: NT is in Canada and in Australia.
  const parts = PARTS.filter((code) => code.endsWith(`-${letters}`));
  if (/^[A-Z]{2}$/.test(letters)) return [letters, ...parts];
  return BY_NAME.get(plain(words)) ?? (parts.length > 0 ? parts : [letters]);
}

/** Code of the one row that words can mean; null where they may mean several, or none. Nothing is guessed for whoever settles their own place. */
export function placeNamed(words: string): string | null {
  // Several codes together are in no list.
  const code = codesNamed(words).join(' ');
  return isListed(code) ? placeOf(code).code : null;
}
