import type { Text } from '../words/speak.ts';
import { verifyEn } from '../words/verify-en.ts';

export type VerifyKey = keyof typeof verifyEn;
const plurals = new Intl.PluralRules('en');

/** As `t` of speak.ts, for the words of this screen alone: the page that stands alone carries no others. */
export function say(key: VerifyKey, values: Readonly<Record<string, string | number>> = {}): string {
  const text: Text = verifyEn[key];
  const chosen = typeof text === 'string' ? text : (text[plurals.select(Number(values.n ?? 0))] ?? text.other);
  return chosen.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
