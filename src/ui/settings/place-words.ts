import type { PlaceName } from './fields.ts';

/** "Germany (DE)"; '' for none. A code that is in no list is shown as it is. */
export function placeWords(code: string | null, places: readonly PlaceName[]): string {
  if (code === null) return '';
  const place = places.find((one) => one.code === code || one.aliases.includes(code));
  return place ? `${place.name} (${place.code})` : code;
}

const plain = (words: string) => words.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
const isPart = (code: string) => code.includes('-');

/**
 * The code of what somebody typed: a place as it is offered, the name of a country, or the code of a state or province. null: none of them.
 * Nothing is guessed: "Georgia" may be a country, "DE" Delaware, and a wrong guess could lower the rule.
 */
export function placeCalled(words: string, places: readonly PlaceName[]): string | null {
  const wanted = plain(words);
  const found = places.find(
    ({ code, aliases, name }) =>
      wanted === plain(placeWords(code, places)) ||
      (!isPart(code) && wanted === plain(name)) ||
      [code, ...aliases].some((one) => isPart(one) && wanted === plain(one)),
  );
  return found?.code ?? null;
}
