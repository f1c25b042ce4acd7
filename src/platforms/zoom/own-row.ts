import type { Row } from './rows.ts';

/** "Me" in the languages of Zoom, as a word of its own. Unseen but for English; a word that is missing costs nothing where the list is whole. */
const ME = /(?<!\p{L})(?:me|yo|moi|ich|eu|io|ik|jag|ja|я|ben|tôi|saya|自分|私|나|我|أنا|אני)(?!\p{L})/iu;

/**
 * Which row is one's own. Whoever is taken for oneself is asked nothing, so two things must agree. In every language Zoom lists oneself
 * first and says so behind the name (its help, "Order of participants": grade 2); that counts only for a whole list, because a search
 * leaves others on top. The word itself is Zoom's, not part of a name, and must not stand anywhere else.
 */
export function ownRow(rows: readonly Row[], whole: boolean): Row | null {
  const top = rows.find(({ index, label }) => index === 0 && label !== '') ?? null;
  const named = rows.filter(({ label }) => ME.test(label));
  if (named.length === 0) return whole ? top : null;
  const [one = null] = named;
  return named.length === 1 && (!whole || one === top || one?.index === null) ? one : null;
}
