import type { SendOutcome } from '../model/chat.ts';
import type { PostId } from '../model/id.ts';
import type { Invitation, Placed } from '../model/invitation.ts';

/** placed: where they are; lives: where they live. */
export type Whereabout = 'placed' | 'lives';

/** What a reader says of it, through our banner: posted in the chat as theirs, beside any answer. */
export function placing(before: Invitation, of: Whereabout, place: string, post: PostId): Invitation {
  return { ...before, [of]: { place, post, state: 'posting' } };
}

/** A message that came through late was said all the same. */
export function placePosted(before: Invitation, post: PostId, outcome: SendOutcome): Invitation {
  for (const of of ['placed', 'lives'] as const) {
    const said = before[of];
    if (said?.post === post && said.state !== 'said')
      return { ...before, [of]: { ...said, state: outcome === 'echoed' ? 'said' : 'not-said' } };
  }
  return before;
}

/** The newest that was said in this stay, whichever ask stood above it. */
export function placedIn(rows: readonly Invitation[], of: Whereabout): Placed | null {
  return rows.findLast((row) => row[of] !== undefined)?.[of] ?? null;
}
