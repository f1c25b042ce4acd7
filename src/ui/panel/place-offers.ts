import type { PlaceRow } from '../../model/place-row.ts';

/** So many fit into a panel without hiding what stands below. */
const AT_ONCE = 8;

/** Places that fit what is being typed, those whose name begins so first; a code only when it is whole. Whoever is nowhere known is no offer. */
export function offered(places: readonly PlaceRow[], query: string, chosen: readonly string[]): readonly PlaceRow[] {
  const wanted = plain(query);
  if (wanted === '') return [];
  const fits = places.filter(
    ({ code, aliases, name }) =>
      code !== 'XX' &&
      !chosen.includes(code) &&
      (plain(name).includes(wanted) || [code, ...aliases].some((one) => plain(one) === wanted)),
  );
  const begins = ({ name }: PlaceRow) => Number(!plain(name).startsWith(wanted));
  return fits.toSorted((a, b) => begins(a) - begins(b)).slice(0, AT_ONCE);
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLocaleLowerCase();
}
