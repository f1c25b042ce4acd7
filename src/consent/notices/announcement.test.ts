import { expect, test } from 'vitest';
import { NOTICE_LANGUAGES } from '../notice.ts';
import { ANNOUNCEMENT_LANGUAGES, announcementIn } from './announcement.ts';

test('there are words to say aloud in every language that there is a notice in', () => {
  expect([...ANNOUNCEMENT_LANGUAGES].sort()).toEqual([...NOTICE_LANGUAGES].sort());
});

test('a region speaks its language, and what we have no words in is said in English', () => {
  expect(announcementIn('de-AT')).toBe(announcementIn('de'));
  expect(announcementIn('fi')).toBe(announcementIn('en'));
});
