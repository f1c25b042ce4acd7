import { PLACE_LABELS } from './place-labels.ts';
import { LEAVES } from './place-leave.ts';
import type { PlaceNames } from './place-names.ts';
import { placeSaid } from './place-words.ts';

/**
 * The chat message that says where its writer is: "My place: Germany (DE)", and whether the host may remember it. Of the names, the first
 * by which every reader of ours understands exactly this; null when there is none, and then it is not posted.
 */
export function placePost(
  language: string,
  code: string,
  spelled: readonly string[],
  names: PlaceNames,
  remember: boolean,
): string | null {
  const base = language.replace(/-.*$/, '');
  const known = base in PLACE_LABELS ? base : 'en';
  const leave = remember ? LEAVES[known] : '';
  const posts = spelled.map((name) => `${PLACE_LABELS[known]}: ${name} (${code})${leave}`);
  return (
    posts.find((post) => {
      const said = placeSaid(post, names);
      return said?.places.join() === code && said.remember === remember;
    }) ?? null
  );
}
