import type { AnswerKind } from '../model/answer.ts';
import type { Invitation } from '../model/invitation.ts';
import { KEPT_MAX, type MyAnswer, type MyConsent, type SeenRoot } from '../model/my-consent.ts';
import { splitPost } from '../model/tag-post.ts';

/** What stays of an invitation that was answered: pure steps, as in invitations.ts. */

/** What is known beside the rows. at: ms UTC. */
export interface Seen {
  readonly platform: string;
  readonly at: number;
}

/**
 * What is kept after an invitation changed from `before` to `now`. null: nothing was answered, so nothing is. The very same `kept` when nothing of
 * it changed.
 */
export function keptOf(
  kept: MyConsent | null,
  before: Invitation | null,
  now: Invitation,
  { platform, at }: Seen,
): MyConsent | null {
  const answer = answerOf(before, now, at);
  const known = kept ?? (answer && firstOf(now, platform));
  if (!known) return null;
  const roots = (now.roots ?? []).reduce(withRoot, known.roots);
  const { mark } = now;
  const marked = mark !== known.mark;
  if (!answer && !marked && roots === known.roots && kept) return kept;
  return {
    ...known,
    mark,
    markedAt: marked ? at : known.markedAt,
    roots,
    ...(answer && { state: STATES[answer.answer], answers: [...known.answers, answer].slice(-KEPT_MAX) }),
  };
}

const STATES = { consented: 'agreed', refused: 'refused', withdrawn: 'withdrawn' } as const satisfies Record<
  AnswerKind,
  MyConsent['state']
>;

function firstOf(now: Invitation, platform: string): MyConsent {
  const { meeting, ask, terms, words, shown, mark, roots = [] } = now;
  return {
    meeting,
    ask,
    platform,
    askedAt: now.at,
    asker: now.asker.name,
    terms,
    words,
    shown: shown ?? terms.notice,
    state: 'refused',
    mark,
    markedAt: now.at,
    answers: [],
    roots,
    given: [],
    requests: [],
  };
}

/** An answer counts once it is seen in the chat: what was sent and never shown there reached nobody. */
function answerOf(before: Invitation | null, now: Invitation, at: number): MyAnswer | null {
  if (before === now) return null;
  // A newer question that an older yes covers is agreed to with it, without a word being said.
  if (!before) return now.state === 'agreed' ? { at, answer: 'consented', purposes: now.chosen, signed: null } : null;
  const { pending } = before;
  if (pending && !now.pending && now.state === pending.becomes) {
    const { tag } = splitPost(pending.text);
    if (tag?.kind !== 'answer') return null;
    const { answer, purposes, key, sig, counter, notice, person, people } = tag;
    return { at, answer, purposes, signed: { key, sig, counter, notice, person, people } };
  }
  if (before.state === now.state && before.agreed === now.agreed) return null;
  if (now.state === 'declined' || now.state === 'withdrawn')
    return { at, answer: now.state === 'declined' ? 'refused' : 'withdrawn', purposes: [], signed: null };
  const yes = now.state === 'agreed' || now.agreed > before.agreed;
  return yes ? { at, answer: 'consented', purposes: now.chosen, signed: null } : null;
}

/** The same line read again, after a reload or in the history, tells nothing new. */
export function withRoot(roots: readonly SeenRoot[], root: SeenRoot): readonly SeenRoot[] {
  if (roots.some(({ size, hash }) => size === root.size && hash === root.hash)) return roots;
  return [...roots, root].slice(-KEPT_MAX);
}
