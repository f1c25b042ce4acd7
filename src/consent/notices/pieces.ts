import { type AskTerms, PURPOSES, type Purpose } from '../../model/ask.ts';

/** What every wording is put together from. Pure, and the same in every browser: see Wording. */

type Names = Readonly<Record<Purpose, string>>;

/** Names of the purposes that are required, or of those that are not, in the order of PURPOSES. */
export function named(terms: AskTerms, required: boolean, names: Names): string[] {
  return PURPOSES.flatMap((p) => terms.purposes.filter((a) => a.purpose === p && a.required === required)).map(
    (a) => names[a.purpose],
  );
}

export function namesOf(purposes: readonly Purpose[], names: Names): string[] {
  return PURPOSES.filter((p) => purposes.includes(p)).map((p) => names[p]);
}

/** One after another as it is spoken: "a", "a and b", "a, b and c"; and: with its spaces. */
export function inTurn(items: readonly string[], and: string, comma = ', '): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(comma)}${and}${items.at(-1)}`;
}

/** Whole days in years where they are whole ones, else in days. */
export function period(n: number, days: (n: number) => string, years: (n: number) => string): string {
  return n % 365 === 0 ? years(n / 365) : days(n);
}

/** A unit with one form for one and another for all others. */
export function unit(one: string, other: string): (n: number) => string {
  return (n) => `${n} ${n === 1 ? one : other}`;
}
