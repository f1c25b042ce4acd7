import { describe, expect, test } from 'vitest';
import { PACK, standingOf } from './pack.ts';

const signed = { version: PACK.version, by: 'A. Counsel', on: '2026-12-01' };

describe('the rules advise until counsel has signed for them', () => {
  test('nobody did', () => {
    expect(standingOf(null)).toEqual({ kind: 'advisory' });
  });

  test('somebody did, for this version', () => {
    expect(standingOf({ ...signed, by: ' A. Counsel ' })).toEqual({
      kind: 'signed',
      by: 'A. Counsel',
      on: '2026-12-01',
    });
  });

  test.each([
    ['for another version', { version: PACK.version + 1 }],
    ['without a name', { by: '  ' }],
    ['on no day', { on: '' }],
    ['on a day in other words', { on: '1 December 2026' }],
    ['on a day that there is not', { on: '2026-13-01' }],
  ])('%s', (_, change) => {
    expect(standingOf({ ...signed, ...change })).toEqual({ kind: 'advisory' });
  });
});
