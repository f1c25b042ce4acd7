import { ACCENTS, INVISIBLE, latinised } from './confusable-letters.ts';

/**
 * Two names with the same skeleton can be taken for one another: "Bob", "bob ", "Bob (Guest)", "Воb" with a Cyrillic letter, "B0b".
 * After the idea of UTS #39 section 4, and wider on purpose: a collision costs the host a question, a miss could lend one
 * person's yes to another. Only ever compared, never shown or kept.
 */
export function nameSkeleton(name: string): string {
  const whole = name.toWellFormed().normalize('NFKC');
  const bare = whole.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  return skeleton(bare) || skeleton(whole) || whole.replace(/\s+/g, '');
}

function skeleton(text: string): string {
  // Upper case first: ß becomes ss, and dotless and dotted i, long s and final sigma fall together.
  const folded = text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '');
  return latinised(folded.replace(/[\p{P}\s]/gu, '').replaceAll('ς', 'σ'))
    .replaceAll('0', 'o')
    .replace(/[i1|]/g, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/**
 * A name for showing: without controls and bidi marks or overrides, letters that show nothing as spaces, white space collapsed, cut to
 * at most max UTF-16 units with "…" at a whole character. ZWJ and ZWNJ stay: emoji and several scripts need them. '' when nothing is left.
 */
export function cleanName(name: string, max: number): string {
  const shown = name
    .toWellFormed()
    .replace(/\s+|[\u115f\u1160\u2800\u3164\uffa0]/gu, ' ')
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/ +/g, ' ')
    .trim();
  if (shown.replace(INVISIBLE, '').trim() === '') return '';
  if (shown.length <= max) return shown;
  let cut = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(shown)) {
    if (cut.length + segment.length + 1 > max) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
