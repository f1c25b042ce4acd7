import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EpochId, LogId } from './id.ts';
import {
  type FilledCard,
  isReviewBody,
  isReviewPurpose,
  NOTE_MAX,
  type ReviewNote,
  readReviewBody,
  searchedIn,
  TAGS_MAX,
  tagsIn,
} from './review.ts';

const note: ReviewNote = { v: 1, is: 'note', ms: 0, text: 'calm', tags: ['tone'], by: '', at: 0 };
const filled: FilledCard = {
  v: 1,
  is: 'scores',
  card: { name: 'Call', criteria: [{ name: 'Tone', scale: '1-5', weight: 1 }] },
  scores: [4],
  agent: 'Ana',
  text: '',
  by: 'Rosa',
  at: 0,
};

test('what is kept is read as it was', () => {
  expect(readReviewBody(JSON.stringify(note))).toEqual(note);
  expect(readReviewBody(JSON.stringify(filled))).toEqual(filled);
});

test('any text up to the limit survives, however hostile', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const one = { ...note, text };
      expect(readReviewBody(JSON.stringify(one))).toEqual(one);
    }),
  );
});

test.each([
  ['another version', { ...note, v: 2 }],
  ['more than is known', { ...note, colour: 'red' }],
  ['one character too many', { ...note, text: 'x'.repeat(NOTE_MAX + 1) }],
  ['a score that its scale does not have', { ...filled, scores: [6] }],
  ['half a score', { ...filled, scores: [2.5] }],
  ['fewer scores than criteria', { ...filled, scores: [] }],
  ['no criteria', { ...filled, card: { name: 'Call', criteria: [] }, scores: [] }],
  ['nothing', null],
])('%s is not read', (_name, bad) => {
  expect(readReviewBody(JSON.stringify(bad))).toBeNull();
  expect(isReviewBody(bad as ReviewNote)).toBe(false);
});

test('what is no JSON is not read', () => expect(readReviewBody('{')).toBeNull());

describe('tags', () => {
  test('stand between commas, each once', () => {
    expect(tagsIn(' #Price, tone ;price,,\n two  words ')).toEqual({
      tags: ['Price', 'tone', 'two words'],
      fault: null,
    });
  });
  test('are none where nothing is typed', () => expect(tagsIn(' , ')).toEqual({ tags: [], fault: null }));
  test('too many, or one too long, is told and not cut', () => {
    const many = Array.from({ length: TAGS_MAX + 1 }, (_, n) => `t${n}`);
    expect(tagsIn(many.join(','))).toEqual({ tags: many, fault: 'too-many' });
    expect(tagsIn('x'.repeat(41)).fault).toBe('too-long');
  });
});

test('is searched in words, tags, scores, agent and who wrote it', () => {
  const one = { log: 'lAAAAAAAAAAAA' as LogId, id: 'rAAAAAAAAAAAA', epoch: 'eAAAAAAAAAAAA' as EpochId };
  expect(searchedIn({ ...one, body: note })).toBe('calm tone ');
  expect(searchedIn({ ...one, body: filled })).toBe('Ana Call Tone 4  Rosa');
});

test('is for quality and training, and nothing else', () => {
  expect(isReviewPurpose('quality') && isReviewPurpose('training')).toBe(true);
  expect(isReviewPurpose('disputes') || isReviewPurpose('publication') || isReviewPurpose(null)).toBe(false);
});
