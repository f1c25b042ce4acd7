import { PLACE_LABELS } from './place-labels.ts';
import type { PlaceNames } from './place-names.ts';
import { placeSaid } from './place-words.ts';

/**
 * The chat message that says where its writer is: "My place: Germany (DE)". Of the names, the first by which every reader of ours
 * understands exactly this place; null when there is none, and then it is not posted.
 */
export function placePost(
  language: string,
  code: string,
  spelled: readonly string[],
  names: PlaceNames,
): string | null {
  const label = PLACE_LABELS[language.replace(/-.*$/, '')] ?? PLACE_LABELS.en;
  const posts = spelled.map((name) => `${label}: ${name} (${code})`);
  return posts.find((post) => placeSaid(post, names).join() === code) ?? null;
}
