import type { SendOutcome } from '../model/chat.ts';
import type { PostId } from '../model/id.ts';
import type { Invitation } from '../model/invitation.ts';

/** What a reader says of where they are, through our banner: posted in the chat as theirs, beside any answer. */
export function placing(before: Invitation, place: string, post: PostId): Invitation {
  return { ...before, placed: { place, post, state: 'posting' } };
}

/** A message that came through late was said all the same. */
export function placePosted(before: Invitation, post: PostId, outcome: SendOutcome): Invitation {
  const { placed } = before;
  if (placed?.post !== post || placed.state === 'said') return before;
  return { ...before, placed: { ...placed, state: outcome === 'echoed' ? 'said' : 'not-said' } };
}

/** The newest that was said in this stay, whichever ask stood above it. */
export function placedIn(rows: readonly Invitation[]): NonNullable<Invitation['placed']> | null {
  return rows.findLast(({ placed }) => placed !== undefined)?.placed ?? null;
}
