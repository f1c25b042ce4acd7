import { ACCENTS } from './confusable-letters.ts';

/** Arabic vowel signs and its hamza, the dot under Indic letters: often left out when people type. */
const LEFT_OUT = /[\u0640\u064b-\u0655\u0670\u093c]/g;
const SAME: Readonly<Record<string, string>> = { ı: 'i', ى: 'ي', ة: 'ه', '\u0901': '\u0902' };

/** One spelling for what people type differently: small letters without accents, straight apostrophes, single spaces, no hyphens. */
export function foldPlace(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().replace(ACCENTS, '').replace(LEFT_OUT, '');
  return Array.from(bare, (letter) => SAME[letter] ?? letter)
    .join('')
    .normalize('NFC')
    .replace(/[’‘ʼʹ`´]/g, "'")
    .replace(/[-‐‑–—\s]+/g, ' ')
    .trim();
}
