import { describe, expect, test } from 'vitest';
import type { PostId } from '../model/id.ts';
import type { Invitation } from '../model/invitation.ts';
import { placedIn, placePosted, placing } from './invitation-place.ts';
import { TERMS } from './testdata/told.ts';

const [POST, OTHER] = ['mPlace', 'mOther'] as PostId[] as [PostId, PostId];
const ROW = { ask: 'aFirst', terms: TERMS, state: 'requested' } as unknown as Invitation;
const said = placing(ROW, 'placed', 'DE', POST);

describe('a place that a reader says through the banner', () => {
  test('is under way until it is seen in the chat, and stands beside the answer, which stays as it is', () => {
    expect(said).toEqual({ ...ROW, placed: { place: 'DE', post: POST, state: 'posting' } });
    expect(placePosted(said, POST, 'echoed')).toEqual({ ...said, placed: { place: 'DE', post: POST, state: 'said' } });
  });

  test.each(['refused', 'unsure'] as const)('that was %s was not said, and was after all when it comes late', (how) => {
    const lost = placePosted(said, POST, how);
    expect(lost.placed?.state).toBe('not-said');
    expect(placePosted(lost, POST, 'echoed').placed?.state).toBe('said');
  });

  test('once said stays said, whatever is told of its message later', () => {
    const done = placePosted(said, POST, 'echoed');
    expect(placePosted(done, POST, 'unsure')).toBe(done);
  });

  test('is not touched by what becomes of another message, and neither is a row without one', () => {
    expect(placePosted(said, OTHER, 'echoed')).toBe(said);
    expect(placePosted(ROW, POST, 'echoed')).toBe(ROW);
  });

  test('where they live stands beside it, with a message of its own', () => {
    const both = placing(said, 'lives', 'FR', OTHER);
    const told = placePosted(both, OTHER, 'echoed');
    expect(told).toMatchObject({ placed: { place: 'DE', state: 'posting' }, lives: { place: 'FR', state: 'said' } });
    expect(placedIn([told], 'lives')?.place).toBe('FR');
    expect(placedIn([said], 'lives')).toBeNull();
  });

  test('the newest counts, whichever ask it stood under; none is none', () => {
    const newer = placing(ROW, 'placed', 'FR', OTHER);
    expect(placedIn([said, newer, ROW], 'placed')?.place).toBe('FR');
    expect(placedIn([newer, said], 'placed')?.place).toBe('DE');
    expect(placedIn([ROW], 'placed')).toBeNull();
    expect(placedIn([], 'placed')).toBeNull();
  });
});
