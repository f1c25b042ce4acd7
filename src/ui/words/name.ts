import { lists } from './formats.ts';
import { t } from './speak.ts';

/** Marks that turn the writing direction: in a name they could turn the sentence around it. */
const TURNS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const MANY = 4;

/** A name from the page, or none, safe inside a sentence. */
export function nameOf(name: string): string {
  const plain = name.replace(TURNS, '').trim();
  if (plain === '') return t('name.none');
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** "Ana, Bob and 3 others": at most so many parts. */
export function namesOf(all: readonly string[], most = MANY): string {
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  const parts = shown.map(nameOf);
  if (shown.length < all.length) parts.push(t('name.others', { n: all.length - shown.length }));
  return lists({ type: 'conjunction' }).format(parts);
}
