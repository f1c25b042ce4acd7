/**
 * Letters that look like Latin ones, lower case, by the Latin letter that they are taken for. A selection from Unicode UTS #39,
 * confusables.txt (https://www.unicode.org/Public/security/latest/confusables.txt): Cyrillic, Greek, Armenian, Georgian and phonetic
 * letters that a keyboard or a copy and paste brings. Full-width and mathematical letters are NFKC's work.
 */
const LOOK: Readonly<Record<string, string>> = {
  a: 'ɑαа',
  b: 'ƅβвь',
  c: 'ϲсᴄ',
  d: 'ԁժ',
  e: 'еεҽ',
  f: 'ϝքẝ',
  g: 'ɡԍցᶃ',
  h: 'һհηн',
  i: 'іιɩɪıӏ',
  j: 'јϳʝ',
  k: 'κк',
  l: 'ǀ',
  m: 'мϻ',
  n: 'ոռ',
  o: 'оοσօᴏᴑჿ',
  p: 'рρ',
  q: 'ԛգզ',
  r: 'ʀгᴦ',
  s: 'ѕꜱտ',
  t: 'тτ',
  u: 'υսʋᴜ',
  v: 'νѵᴠ',
  w: 'ԝաѡɯᴡ',
  x: 'хχ×',
  y: 'уүγყʏ',
  z: 'ᴢζ',
};

const LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOK).flatMap(([latin, alike]) => [...alike].map((letter) => [letter, latin] as const)),
);

/** Lower-case text with look-alike letters replaced by the Latin ones. */
export function latinised(text: string): string {
  return Array.from(text, (letter) => LATIN.get(letter) ?? letter).join('');
}

/** Characters that show nothing: controls, formats (zero width, bidi), fillers that pass for letters, an empty Braille cell. */
export const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Combining marks of the general blocks. Vowel signs of Indic, Thai, Arabic or Hebrew letters are not among them. */
export const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
