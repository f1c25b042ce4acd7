import { describe, expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import { withdrawnDrafts } from './withdraw-for.ts';

const { AGREED, ANA, ASK, BEN, CEM, HOST, NEXT_ASK, stateOf } = told;
const ASKED = [told.opened, told.joined(HOST), told.joined(ANA), told.read(2), told.armed, told.asked()];

describe('somebody takes their yes back by letter', () => {
  test('it goes into the log as a withdrawal, by the host’s word, of the newest ask', () => {
    expect(withdrawnDrafts(stateOf(...AGREED), ANA)).toEqual([
      {
        entry: {
          kind: 'answered',
          ask: ASK,
          notice: `hash-${ASK}`,
          participant: ANA,
          person: 1,
          answer: 'withdrawn',
          purposes: [],
          media: 'sound',
          grade: 'attested',
          channel: 'aloud',
          by: 'host',
          signed: null,
        },
        subject: null,
        disclosures: {},
      },
    ]);
  });

  test('whoever never said yes refuses by it', () => {
    expect(withdrawnDrafts(stateOf(...ASKED), ANA).map(({ entry }) => entry)).toMatchObject([{ answer: 'refused' }]);
  });

  test('a yes to an earlier ask is taken back under the newest', () => {
    const state = stateOf(...AGREED, told.asked({ media: 'sound+picture' }, NEXT_ASK));
    expect(withdrawnDrafts(state, ANA).map(({ entry }) => entry)).toMatchObject([
      { ask: NEXT_ASK, media: 'sound+picture', answer: 'withdrawn' },
    ]);
  });

  test('of two devices it is the person’s', () => {
    const state = stateOf(...AGREED, told.joined(BEN), told.same(BEN, ANA));
    expect(withdrawnDrafts(state, BEN).map(({ entry }) => entry)).toMatchObject([{ participant: ANA }]);
  });

  test('a no that stands is not said twice', () => {
    expect(withdrawnDrafts(stateOf(...AGREED, told.no(ANA)), ANA)).toEqual([]);
    expect(withdrawnDrafts(stateOf(...AGREED, told.answered(ANA, { answer: 'withdrawn' })), ANA)).toEqual([]);
  });

  test('nothing of nobody, of the host, or where nobody asked', () => {
    expect(withdrawnDrafts(stateOf(...AGREED), CEM)).toEqual([]);
    expect(withdrawnDrafts(stateOf(...AGREED), HOST)).toEqual([]);
    expect(withdrawnDrafts(stateOf(told.opened, told.joined(HOST), told.joined(ANA)), ANA)).toEqual([]);
  });
});
