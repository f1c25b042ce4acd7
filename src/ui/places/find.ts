import type { PlaceRow } from '../../model/place-row.ts';
import { FORMS, RULES } from '../../model/requirement.ts';
import { languageTag } from '../words/speak.ts';

export const ORDERS = ['name', 'rule'] as const;
export type Order = (typeof ORDERS)[number];

/** Places that a reader looks for: every word of theirs must be in the name, a code or a statute. Accents and case do not matter. */
export function findPlaces(rows: readonly PlaceRow[], query: string): readonly PlaceRow[] {
  const words = plain(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = plain(
      [row.name, row.code, ...row.aliases, ...row.statutes, ...row.special.flatMap(({ statutes }) => statutes)].join(
        ' ',
      ),
    );
    return words.every((word) => text.includes(word));
  });
}

/** By name, or strictest first and by name among equals. */
export function inOrder(rows: readonly PlaceRow[], order: Order): readonly PlaceRow[] {
  const byName = new Intl.Collator(languageTag()).compare;
  const strict = ({ rule, form }: PlaceRow) => RULES.indexOf(rule) * FORMS.length + FORMS.indexOf(form);
  return [...rows].sort((a, b) => (order === 'rule' ? strict(b) - strict(a) : 0) || byName(a.name, b.name));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
