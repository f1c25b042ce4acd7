import { placeNames } from '../consent/place-names.ts';
import { placePost } from '../consent/place-post.ts';
import { residencePost } from '../consent/residence-words.ts';
import { PLACES, placeOf } from '../policy/places.ts';

const regions = new Map<string, Intl.DisplayNames>();

function nameOfCountry(language: string, code: string): string | undefined {
  const known = regions.get(language) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  regions.set(language, known);
  return known.of(code);
}

/** Names of countries as the browser's own tables have them: what was read is in the log, so they may be other ones tomorrow. */
export const NAMES_OF_PLACES = placeNames(nameOfCountry);

/** What a place of the rules is called: countries in the reader's language, states and provinces in English. */
export function nameOfPlace(language: string, code: string): string {
  const { name, within } = placeOf(code);
  const plain = name.replace(/ \(.*$/, '');
  return within === null ? (nameOfCountry(language, code) ?? plain) : plain;
}

/** Every place of the rules but the unknown one, by name in the order of the language. */
export function placesIn(language: string): [code: string, name: string][] {
  const { compare } = new Intl.Collator(language);
  const places = PLACES.filter(({ code }) => code !== 'XX');
  return places
    .map(({ code }): [string, string] => [code, nameOfPlace(language, code)])
    .sort(([, a], [, b]) => compare(a, b));
}

/** The chat message by which somebody says where they are, and whether the host may remember it; null for what no reader would understand. */
export function postOfPlace(language: string, code: string, remember: boolean): string | null {
  const names = [nameOfPlace(language, code), nameOfPlace('en', code)];
  const post = (spoken: string) => placePost(spoken, code, names, NAMES_OF_PLACES, remember);
  return post(language) ?? post('en');
}

/** The same of where they live. */
export function postOfResidence(language: string, code: string): string | null {
  const names = [nameOfPlace(language, code), nameOfPlace('en', code)];
  return residencePost(language, code, names, NAMES_OF_PLACES) ?? residencePost('en', code, names, NAMES_OF_PLACES);
}
