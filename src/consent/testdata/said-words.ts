/** What people of any language put around an answer. Material for made-up chat lines; the words of each language are in said-in.ts. */
const lines = (text: string): readonly string[] => text.split('|').map((word) => word.trim());

export const FOREIGN = lines(
  'ja | oui | sí | nein | non | einverstanden | ich stimme zu | je suis d’accord | de acuerdo | 同意します | 我同意 | не согласен | согласен | нет | kein Problem | ma | aber | però | mais non | evet | हाँ | نعم | לא',
);
export const EMOJI = lines(
  '👍 | 👎 | 😂 | 🙃 | ✅ | ❌ | 🤡 | 👍🏽 | 🇬🇧 | 👩‍👩‍👧 | ☑️ | ✔ | 💯 | 🙄 | 🤥 | ⛔ | 🤝 | ©',
);
/** Written around a text: quotes, brackets, lists, code and mark-up. */
export const WRAPS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
  ["'", "'"],
  ['‘', '’'],
  ['`', '`'],
  ['> ', ''],
  ['>', ''],
  ['- ', ''],
  ['1. ', ''],
  ['* ', ''],
  ['*', '*'],
  ['_', '_'],
  ['~~', '~~'],
  ['(', ')'],
  ['[', ']'],
  ['<b>', '</b>'],
  ['<s>', '</s>'],
  ['<!--', '-->'],
  ['&quot;', '&quot;'],
  ['「', '」'],
  ['Re: ', ''],
  ['Fwd: ', ''],
  ['write: ', ''],
  ['Bob: ', ''],
  ['[10:02] Ana: ', ''],
  ['In reply to "May we record this meeting?": ', ''],
  ['', '?'],
  ['', ' …'],
  ['¿', '?'],
  ['', '⸮'],
];
/** Characters that show nothing, or turn the reading around. */
export const HIDDEN: readonly string[] = [
  0x00ad, 0x034f, 0x061c, 0x115f, 0x17b4, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c,
  0x202d, 0x202e, 0x2060, 0x2061, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206f, 0x3164, 0xfe00, 0xfe0f, 0xfeff,
  0xffa0, 0x1d173, 0xe0001, 0xe0041, 0xe0100, 0x0000, 0x0007, 0x0008, 0x000b, 0x001b, 0x007f, 0x0085,
].map((code) => String.fromCodePoint(code));
/** Look-alikes of ASCII letters, and marks that sit on a letter. */
export const ALIKE: Readonly<Record<string, readonly string[]>> = {
  a: [...'аɑαàáâãäåāạ@4'],
  c: [...'сϲçćⲥ'],
  d: [...'ԁɗďð'],
  e: [...'еéèêëēҽ3℮'],
  g: [...'ɡԍğġ9'],
  h: [...'һհħ'],
  i: [...'іıíìîïɩ1lǀ|'],
  m: [...'мṁ'],
  n: [...'ոñńп'],
  o: [...'оοօ0óòôõöøσ'],
  p: [...'рρþ'],
  r: [...'гʀř'],
  s: [...'ѕśšʂ5$'],
  t: [...'тτť7'],
  u: [...'υսúùûü'],
  v: [...'νѵ'],
  y: [...'уýÿγ'],
  ' ': ['', '_', '-', '.', ',', '\u2800', '\u00b7', ' , '],
  "'": ['', '´', '`', '"', '′', '՚'],
};
/** Other ways to write the very same letters: whoever types these has written the phrase. */
export const SAME: Readonly<Record<string, readonly string[]>> = {
  ' ': ['  ', '\u00a0', '\n', '\t', '\u2003', '\u3000', '\u2028'],
  "'": ['’', '‘', 'ʼ', '＇'],
};
