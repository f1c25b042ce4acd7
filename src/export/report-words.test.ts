import { expect, it } from 'vitest';
import {
  ADVICE,
  CANNOT_KNOW,
  FORM_WORDS,
  GROUND_WORDS,
  GUARDIAN_HOW,
  HOW_STRONG,
  MEDIA_WORDS,
  NAMING_WORDS,
  PROOF,
  SAID,
} from './report-words.ts';

it.each(
  Object.entries({
    SAID,
    HOW_STRONG,
    GUARDIAN_HOW,
    MEDIA_WORDS,
    FORM_WORDS,
    GROUND_WORDS,
    NAMING_WORDS,
    CANNOT_KNOW,
    always: { PROOF, ADVICE },
  }),
)('%s: says something of each, and of no two the same', (_name, words) => {
  const said: readonly string[] = Object.values(words);
  for (const one of said) expect(one).toMatch(/^\S.*\S$/);
  expect(new Set(said).size).toBe(said.length);
});

it('a word that the host noted is never told as somebody’s own', () => {
  for (const one of [HOW_STRONG.attested, GUARDIAN_HOW.aloud, GUARDIAN_HOW.paper])
    expect(one).toContain('the host’s word');
  expect(HOW_STRONG.implied).toContain('nothing else');
});

it('says each time that it proves nothing by itself and is no legal advice', () => {
  expect(PROOF).toContain('proves nothing by itself');
  expect(ADVICE).toContain('not legal advice');
  expect(CANNOT_KNOW).toHaveLength(6);
});
