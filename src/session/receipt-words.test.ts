import { expect, test } from 'vitest';
import { wordingOf } from '../consent/notices/registry.ts';
import { TERMS } from '../consent/testdata/told.ts';
import { noticeIn, purposesIn } from './receipt-words.ts';

test('a receipt has the notice in its own language', async () => {
  const found = await noticeIn(TERMS, 'de');
  expect(found?.notice).toMatchObject({ language: 'de' });
  expect(found?.words).toContain(wordingOf('de')?.purposeNames.quality);
});

test('never in one that is only close: what it says must be what its hash says', async () => {
  expect(await noticeIn(TERMS, 'de-AT')).toBeNull();
  expect(await noticeIn(TERMS, 'xx')).toBeNull();
});

test('purposes have their names in the language of the receipt, or in English', () => {
  expect(purposesIn('de')).toBe(wordingOf('de')?.purposeNames);
  expect(purposesIn('xx')).toBe(wordingOf('en')?.purposeNames);
  expect(purposesIn('de').quality).not.toBe(purposesIn('en').quality);
});
