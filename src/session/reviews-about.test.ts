import { expect, test } from 'vitest';
import type { Entry, Logged } from '../model/entry.ts';
import type { AskId, EpochId, LogId, ParticipantKey } from '../model/id.ts';
import type { FilledCard, Review, ReviewNote } from '../model/review.ts';
import { reviewsAbout, reviewsFile } from './reviews-about.ts';

const [ana, ben, again, gone] = ['pAAAAAAAAAAAA', 'pBBBBBBBBBBBB', 'pCCCCCCCCCCCC', 'pDDDDDDDDDDDD'] as unknown as [
  ParticipantKey,
  ParticipantKey,
  ParticipantKey,
  ParticipantKey,
];
const [first, second] = ['eAAAAAAAAAAAA', 'eBBBBBBBBBBBB'] as unknown as [EpochId, EpochId];
const joined = (participant: ParticipantKey): Entry => ({
  kind: 'participant-joined',
  participant,
  self: participant === ana,
  stable: true,
});
const opened = (epoch: EpochId, roster: ParticipantKey[]): Entry => ({
  kind: 'gate-opened',
  epoch,
  ask: 'aAAAAAAAAAAAA' as AskId,
  media: 'sound',
  roster,
  answers: [],
});
const entries: Logged[] = [
  joined(ana),
  joined(ben),
  joined(again),
  joined(gone),
  { kind: 'participant-matched', participant: again, as: ben, by: 'host' } satisfies Entry,
  opened(first, [ana, ben]),
  opened(second, [ana, again]),
].map((entry, index) => ({ index, at: index, seen: '', entry }));

const log = 'lAAAAAAAAAAAA' as LogId;
const note = (id: string, epoch: EpochId, at: number): Review<ReviewNote> => ({
  log,
  id,
  epoch,
  body: { v: 1, is: 'note', ms: 5, text: id, tags: ['x'], by: 'Rosa', at },
});
const card: Review<FilledCard> = {
  log,
  id: 'card',
  epoch: first,
  body: {
    v: 1,
    is: 'scores',
    card: { name: 'Call', criteria: [{ name: 'Tone', scale: '1-5', weight: 1 }] },
    scores: [2],
    agent: 'Ana',
    text: 'curt',
    by: 'Rosa',
    at: 3,
  },
};
const reviews = [note('late', second, 9), note('early', first, 1), card];
const heldOf = (who: ParticipantKey) => reviewsAbout(reviews, entries, who).map(({ id }) => id);

test('everybody who can be heard in a stretch, whichever row of theirs was in it', () => {
  expect(heldOf(ana)).toEqual(['early', 'card', 'late']);
  expect(heldOf(ben)).toEqual(['early', 'card', 'late']);
  expect(heldOf(again)).toEqual(heldOf(ben));
});

test('nothing is held about who was in no recorded stretch', () => expect(heldOf(gone)).toEqual([]));

test('all of it is there, as it was written', () => {
  expect(reviewsAbout([card], entries, ben)).toEqual([
    {
      id: 'card',
      epoch: first,
      is: 'scores',
      writtenAt: 3,
      ms: null,
      by: 'Rosa',
      text: 'curt',
      tags: [],
      agent: 'Ana',
      card: 'Call',
      criteria: [{ name: 'Tone', scale: '1-5', weight: 1 }],
      scores: { Tone: 2 },
    },
  ]);
});

test('as a file it says whose it is and of which meeting', () => {
  const file = JSON.parse(reviewsFile(reviewsAbout([card], entries, ben), { log, participant: ben, at: 0 }));
  expect(file).toMatchObject({ format: 'ask-to-record-reviews', version: 1, log, participant: ben });
  expect(file.madeAt).toBe('1970-01-01T00:00:00.000Z');
  expect(file.reviews).toHaveLength(1);
});

test('a card is about the call, and so about everybody who was in any of it; a note only about who can be heard there', () => {
  const apart: Logged[] = [joined(ana), joined(gone), opened(first, [ana]), opened(second, [gone])].map(
    (entry, index) => ({
      index,
      at: index,
      seen: '',
      entry,
    }),
  );
  expect(reviewsAbout(reviews, apart, gone).map(({ id }) => id)).toEqual(['card', 'late']);
  expect(reviewsAbout(reviews, apart, ana).map(({ id }) => id)).toEqual(['early', 'card']);
});

test('a note is of no agent and no card', () => {
  expect(reviewsAbout([note('early', first, 1)], entries, ana)).toEqual([
    {
      id: 'early',
      epoch: first,
      is: 'note',
      writtenAt: 1,
      ms: 5,
      by: 'Rosa',
      text: 'early',
      tags: ['x'],
      agent: '',
      card: '',
      criteria: [],
      scores: {},
    },
  ]);
});
