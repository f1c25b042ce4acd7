import type { Fields, PlaceName } from './fields.ts';

/** "Germany (DE)"; '' for none. A code that is in no list is shown as it is. */
export function placeWords(code: string | null, places: readonly PlaceName[]): string {
  if (code === null) return '';
  const place = places.find((one) => one.code === code || one.aliases.includes(code));
  return place ? `${place.name} (${place.code})` : code;
}

const plain = (words: string) => words.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The code of what somebody typed: a place as it is offered, or words that can mean one place only. null: neither. */
export function placeCalled(
  words: string,
  { places, placeNamed }: Pick<Fields, 'places' | 'placeNamed'>,
): string | null {
  const wanted = plain(words);
  return places.find(({ code }) => wanted === plain(placeWords(code, places)))?.code ?? placeNamed(words);
}
