import { en } from './en.ts';

/** A text with {places}, or one for each plural form of the value `n` (Intl.PluralRules). */
export type Text =
  | string
  | ({ readonly [form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string } & { readonly other: string });
export type Key = keyof typeof en;
/** What a language brings: every key of the English source. */
export type Words = Readonly<Record<Key, Text>>;
export type Values = Readonly<Record<string, string | number>>;

let words: Words = en;
let language = 'en';
let plurals = new Intl.PluralRules(language);
let numbers = new Intl.NumberFormat(language);

/** Call before the first render; `en` until then. */
export function speak(next: Words, tag: string): void {
  words = next;
  language = tag;
  plurals = new Intl.PluralRules(tag);
  numbers = new Intl.NumberFormat(tag);
}

export function languageTag(): string {
  return language;
}

export function t(key: Key, values: Values = {}): string {
  const text: Text = words[key];
  const chosen = typeof text === 'string' ? text : (text[plurals.select(Number(values.n ?? 0))] ?? text.other);
  return chosen.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}
