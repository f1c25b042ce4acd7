import { describe, expect, test } from 'vitest';
import type { Ask, AskedPurpose, Purpose } from '../model/ask.ts';
import type { AskId } from '../model/id.ts';
import { type AgreedTerms, covers, FLOOR_POLICY_NAME } from './floor.ts';

const needed = (purpose: Purpose): AskedPurpose => ({ purpose, required: true });
const ASK: Ask = {
  id: 'a123456789012' as AskId,
  notice: { language: 'en', version: 1, hash: '' },
  purposes: [needed('quality'), { purpose: 'training', required: false }],
  media: 'sound',
  keepDays: 30,
  proofDays: 90,
};
const AGREED: AgreedTerms = { purposes: ['quality'], media: 'sound', keepDays: 30, proofDays: 90 };

describe('an answer covers an ask that wants no more than was agreed to', () => {
  test.each<[string, Partial<Ask>, Partial<AgreedTerms>, boolean]>([
    ['the same', {}, {}, true],
    ['picture was agreed to, sound is asked', {}, { media: 'sound+picture' }, true],
    ['picture, and picture', { media: 'sound+picture' }, { media: 'sound+picture' }, true],
    ['sound was agreed to, picture is asked', { media: 'sound+picture' }, {}, false],
    ['a purpose more that is needed', { purposes: [needed('quality'), needed('research')] }, {}, false],
    [
      'a purpose more that is everybody’s own choice',
      { purposes: [needed('quality'), { purpose: 'notes', required: false }] },
      {},
      true,
    ],
    ['a day less', { keepDays: 29, proofDays: 89 }, {}, true],
    ['a day more', { keepDays: 31 }, {}, false],
    ['a day more for the proof', { proofDays: 91 }, {}, false],
  ])('%s', (_, ask, agreed, covered) => {
    expect(covers({ ...AGREED, ...agreed }, { ...ASK, ...ask })).toBe(covered);
  });

  test('what an answer was judged by has a name in the log', () => {
    expect(FLOOR_POLICY_NAME).toBe('floor/1');
  });
});
