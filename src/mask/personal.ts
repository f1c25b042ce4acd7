import { fold } from './folded.ts';
import type { Pattern } from './notes.ts';

/** What looks personal, in folded text. */

const SEP = String.raw`[\s.\-_/()+·,:'’–—]{0,3}`;
/** A number of at least five digits, however it is grouped; not times, prices, parts of a call. */
const DIGITS = new RegExp(String.raw`[+(]?\d(?:${SEP}\d){4,}`, 'gu');
/** Two letters of a country, two digits, and at least eleven more letters or digits in groups (ISO 13616). */
const IBAN = /(?<![\p{L}\p{N}])[a-z]{2}\s?\d{2}(?:[\s-]?[a-z0-9]{1,4}){3,8}(?![\p{L}\p{N}])/gu;
const AT = String.raw`(?:@|\s*[([{<]\s*(?:at|@)\s*[)\]}>]\s*|\s+at\s+)`;
const DOT = String.raw`(?:\.|\s*[([{<]\s*(?:dot|\.)\s*[)\]}>]\s*|\s+dot\s+)`;
const MAIL = new RegExp(String.raw`[\p{L}\p{N}._%+'-]+${AT}[\p{L}\p{N}-]+(?:${DOT}[\p{L}\p{N}-]+)+`, 'gu');
const LINK = /(?:https?:\/\/|www\.)[^\s<>"']+/gu;
/** A name that somebody has on some service. */
const HANDLE = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]{2,}/gu;
/** Digits said as words, five in a row and more: "oh seven seven double three". */
const SAID = `(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)`;
const SPOKEN = new RegExp(String.raw`\b${SAID}(?:[\s,-]+${SAID}){4,}\b`, 'gu');

export function personalPatterns(address: string, number: string): Pattern[] {
  return [
    { find: MAIL, instead: address },
    { find: LINK, instead: address },
    { find: HANDLE, instead: address },
    { find: IBAN, instead: number, is: (found) => (found.match(/[a-z0-9]/gu)?.length ?? 0) >= 15 },
    { find: DIGITS, instead: number },
    { find: SPOKEN, instead: number },
  ];
}

/** Scripts that are written without a space between a name and what follows it. */
const RUNNING = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Hangul}/u;
const VOWEL = /[aeiouyаеиоуыэюяіїє]$/u;
/** A row of joining words or of what stands before a name tells nobody. */
const NO_NAMES: ReadonlySet<string> = new Set(
  'de da do di du del der den van von zu la le el al bin ibn dos das the and of mr mrs ms dr prof herr frau'.split(' '),
);

/**
 * Whole names first, the longest first, then their parts: whoever is "Ana Maria López" is meant by "López" too. Two people with the same part
 * cannot be told apart by it: it is the first one's.
 */
export function namePatterns(people: readonly (readonly string[])[], pseudonym: (n: number) => string): Pattern[] {
  const wholes: [string, string][] = [];
  const parts: [string, string][] = [];
  const known = new Set<string>();
  const add = (to: [string, string][], name: string, instead: string) => {
    if (known.has(name) || !isTelling(name)) return;
    known.add(name);
    to.push([name, instead]);
  };
  for (const [i, names] of people.entries()) {
    for (const name of names) {
      const whole = fold(name).text.trim().replace(/\s+/g, ' ');
      add(wholes, whole, pseudonym(i + 1));
    }
  }
  for (const [i, names] of people.entries())
    for (const name of names)
      for (const part of fold(name).text.split(/[^\p{L}\p{N}]+/u)) add(parts, part, pseudonym(i + 1));
  return [...wholes, ...parts]
    .sort(([a], [b]) => b.length - a.length)
    .map(([name, instead]) => ({ find: whereverItStands(name), instead }));
}

/** A letter alone, or a number, would take words and times away and hide nobody; digits that are personal are found as digits. */
function isTelling(name: string): boolean {
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (NO_NAMES.has(name)) return false;
  return RUNNING.test(name) ? letters >= 1 : letters >= 2;
}

function whereverItStands(name: string): RegExp {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/ /g, String.raw`[\s\p{P}]{1,3}`);
  if (RUNNING.test(name)) return new RegExp(escaped, 'gu');
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${inflected(escaped, name)}(?![\p{L}\p{N}])`, 'gu');
}

/** A name of four letters and more with the ending of a case or a plural: Martas, Martom, Olenę, Оленою. */
function inflected(escaped: string, name: string): string {
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 4) return escaped;
  if (letters < 5 || !VOWEL.test(name)) return String.raw`${escaped}\p{L}{0,2}`;
  const stem = escaped.slice(0, -1);
  return /\p{Script=Cyrillic}$/u.test(name) ? String.raw`${stem}\p{L}{0,3}` : String.raw`${stem}[aeiouy]\p{L}{0,2}`;
}
