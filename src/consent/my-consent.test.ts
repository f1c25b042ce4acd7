import { beforeAll, expect, it } from 'vitest';
import { idOf } from '../model/id.ts';
import type { Invitation } from '../model/invitation.ts';
import { KEPT_MAX } from '../model/my-consent.ts';
import { encodeTag } from '../model/tag-format.ts';
import { makeAsk } from '../session/testdata/opening.ts';
import { posted, posting, pressed } from './invitations.ts';
import { keptOf, withRoot } from './my-consent.ts';
import { makeAnswerKey, signAnswer } from './signature.ts';

let row: Invitation;
const post = idOf('post', new Uint8Array(9));
const seen = { platform: 'sandbox', at: 5000 };
const ROOT = { at: 7, epoch: 'eAAAAAAAAAAAA', size: 12, hash: 'A'.repeat(43) };

beforeAll(async () => {
  const { ask: terms, words } = await makeAsk();
  row = {
    meeting: 'm',
    ask: terms.id,
    stay: 's',
    at: 1000,
    asker: { id: 'h', name: 'Héctor' },
    terms,
    words,
    shown: terms.notice,
    unverified: false,
    state: 'requested',
    chosen: [],
    people: 1,
    agreed: 0,
    mark: 'asked',
    askerPresent: true,
    pending: null,
  };
});

/** The answer on its way, and seen in the chat. */
async function answered(before: Invitation, press: 'agree' | 'withdraw' | 'decline') {
  const how = press === 'agree' ? { press, ask: row.terms.id, purposes: [], people: 1 } : { press, ask: row.terms.id };
  const { next, reply } = pressed(before, how);
  if (!reply) throw new Error('no reply');
  const { notice, media } = row.terms;
  const fields = { ask: row.terms.id, notice: notice.hash, media, ...reply, counter: 3 };
  const tag = await signAnswer(await makeAnswerKey(), fields);
  const sent = posting(next, reply, post, `Yes\n${encodeTag(tag)}`);
  return { sent, there: posted(sent, post, 'echoed'), tag };
}

it('keeps nothing of what was not answered, or of an answer that nobody has seen in the chat', async () => {
  const { sent } = await answered(row, 'agree');
  expect(keptOf(null, null, row, seen)).toBeNull();
  expect(keptOf(null, row, { ...row, state: 'later' }, seen)).toBeNull();
  expect(keptOf(null, row, sent, seen)).toBeNull();
  expect(keptOf(null, sent, posted(sent, post, 'refused'), seen)).toBeNull();
});

it('keeps what was agreed to, with the signature, and the yes taken back', async () => {
  const { sent, there, tag } = await answered(row, 'agree');
  const kept = keptOf(null, sent, there, seen);
  const { key, sig } = tag;
  expect(kept).toMatchObject({
    state: 'agreed',
    asker: 'Héctor',
    platform: 'sandbox',
    askedAt: 1000,
    words: row.words,
  });
  expect(kept?.answers).toMatchObject([{ at: 5000, answer: 'consented', signed: { key, sig, counter: 3, people: 1 } }]);
  const no = await answered(there, 'withdraw');
  const after = keptOf(kept, no.sent, no.there, { ...seen, at: 9000 });
  expect(after).toMatchObject({
    state: 'withdrawn',
    answers: [{ answer: 'consented' }, { at: 9000, answer: 'withdrawn' }],
  });
  // The same row again tells nothing new.
  expect(keptOf(after, no.there, no.there, seen)).toBe(after);
});

it('keeps what was said by hand, which nobody signed', () => {
  const declined = keptOf(null, row, { ...row, state: 'declined' }, seen);
  expect(declined).toMatchObject({ state: 'refused', answers: [{ answer: 'refused', signed: null }] });
  const agreed = { ...row, state: 'agreed', agreed: 1, chosen: ['quality'] } as const;
  expect(keptOf(null, row, agreed, seen)).toMatchObject({ state: 'agreed', answers: [{ purposes: ['quality'] }] });
  // A newer question that an older yes covers is there as answered.
  expect(keptOf(null, null, agreed, seen)?.state).toBe('agreed');
});

it('keeps each root once, also one that was told before the answer, and what became of the recording', async () => {
  const { sent, there } = await answered({ ...row, roots: [ROOT] }, 'agree');
  const kept = keptOf(null, sent, there, seen);
  expect(kept?.roots).toEqual([ROOT]);
  const other = { ...ROOT, size: 40 };
  const on = { ...there, mark: 'recording', roots: [ROOT, { ...ROOT, at: 99 }, other] } as const;
  const next = keptOf(kept, there, on, { ...seen, at: 8000 });
  expect(next).toMatchObject({ mark: 'recording', markedAt: 8000, roots: [ROOT, other], state: 'agreed' });
  expect(next?.answers).toHaveLength(1);
});

it('begins with nothing but the answer: no root, no receipt, no request of theirs', async () => {
  const { sent, there } = await answered(row, 'agree');
  expect(keptOf(null, sent, there, seen)).toMatchObject({ roots: [], given: [], requests: [], markedAt: 1000 });
});

it('keeps the notice as it was shown, in their language, and the host’s where no other was', async () => {
  const shown = { ...row.terms.notice, language: 'de', hash: 'other' };
  const german = await answered({ ...row, shown }, 'agree');
  expect(keptOf(null, german.sent, german.there, seen)?.shown).toEqual(shown);
  // As a version before this one kept it.
  const { shown: _shown, ...older } = row;
  const none = await answered(older, 'agree');
  expect(keptOf(null, none.sent, none.there, seen)?.shown).toEqual(row.terms.notice);
});

it('keeps a root that comes alone, and the newest of what is too much', async () => {
  const { sent, there } = await answered(row, 'agree');
  const kept = keptOf(null, sent, there, seen);
  expect(keptOf(kept, there, { ...there, roots: [ROOT] }, seen)?.roots).toEqual([ROOT]);

  const roots = Array.from({ length: KEPT_MAX }, (_, size) => ({ ...ROOT, size }));
  const newest = { ...ROOT, size: KEPT_MAX };
  expect(withRoot(roots, newest)).toEqual([...roots.slice(1), newest]);

  const [first] = kept?.answers ?? [];
  if (!kept || !first) throw new Error('no answer');
  const many = { ...kept, answers: Array.from({ length: KEPT_MAX }, (_, at) => ({ ...first, at })) };
  const no = await answered(there, 'withdraw');
  const answers = keptOf(many, no.sent, no.there, seen)?.answers ?? [];
  expect(answers).toHaveLength(KEPT_MAX);
  expect([answers[0]?.at, answers.at(-1)?.answer]).toEqual([1, 'withdrawn']);
});

it('tells two roots of one size apart, and one from all that it knows', () => {
  const fork = { ...ROOT, hash: 'B'.repeat(43) };
  expect(withRoot([ROOT], fork)).toEqual([ROOT, fork]);
  expect(withRoot([ROOT, fork], ROOT)).toHaveLength(2);
});

it('is no answer when what was sent became something else, or carried none', async () => {
  const { sent } = await answered(row, 'agree');
  expect(keptOf(null, sent, row, seen)).toBeNull();
  const { pending } = sent;
  if (!pending) throw new Error('nothing on its way');
  const bare = { ...sent, pending: { ...pending, text: 'Yes' } };
  expect(keptOf(null, bare, { ...row, state: pending.becomes }, seen)).toBeNull();
});

it('is one answer more for each person behind the tile, and none when one is gone again', () => {
  const one = { ...row, people: 2, agreed: 1 };
  expect(keptOf(null, one, { ...one, agreed: 2 }, seen)?.answers).toMatchObject([{ answer: 'consented' }]);
  expect(keptOf(null, { ...one, agreed: 2 }, one, seen)).toBeNull();
  expect(keptOf(null, one, { ...one, state: 'agreed' }, seen)?.answers).toMatchObject([{ answer: 'consented' }]);
});

it('keeps a yes that was taken back by hand, for no purpose any more', () => {
  const agreed = { ...row, state: 'agreed', agreed: 1, chosen: ['quality'] } as const;
  const back = keptOf(null, agreed, { ...agreed, state: 'withdrawn' }, seen);
  expect(back).toMatchObject({ state: 'withdrawn', answers: [{ answer: 'withdrawn', purposes: [] }] });
});
