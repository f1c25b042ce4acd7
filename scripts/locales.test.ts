import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NOTICE_LANGUAGES } from '../src/consent/notice.ts';

/** What Chrome itself says of the extension, in every language that a notice is in. Limits: developer.chrome.com/docs/extensions/reference/manifest. */
const FOLDER = 'public/_locales';
const NAME_MAX = 75;
const DESCRIPTION_MAX = 132;
const KEYS = ['name', 'description', 'actionTitle', 'pause'];

/** Chrome knows some languages only with a country; a folder by another name is passed over. */
const CALLED: Readonly<Record<string, readonly string[]>> = { pt: ['pt_BR', 'pt_PT'], zh: ['zh_CN'] };
const locales = readdirSync(FOLDER);

test('every language of a notice has its own, and no other has', () => {
  expect(NOTICE_LANGUAGES.flatMap((language) => CALLED[language] ?? [language]).toSorted()).toEqual(locales.toSorted());
});

test.each(locales)('%s says all of it, no longer than Chrome takes it', (locale) => {
  const messages = JSON.parse(readFileSync(`${FOLDER}/${locale}/messages.json`, 'utf8')) as Record<
    string,
    { message: string }
  >;
  expect(Object.keys(messages)).toEqual(KEYS);
  for (const key of KEYS) expect(messages[key]?.message.trim()).toMatch(/\S{2,}/);
  expect(messages.name?.message.length).toBeLessThanOrEqual(NAME_MAX);
  expect(messages.description?.message.length).toBeLessThanOrEqual(DESCRIPTION_MAX);
});
