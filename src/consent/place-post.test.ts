import { expect, test } from 'vitest';
import { PLACE_LANGUAGES } from './place-frames.ts';
import { PLACE_LABELS } from './place-labels.ts';
import { LEAVES } from './place-leave.ts';
import { placeNames } from './place-names.ts';
import { placePost } from './place-post.ts';
import { placeSaid } from './place-words.ts';

const names = placeNames((language, code) =>
  new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code),
);

test.each(PLACE_LANGUAGES)('what the banner posts in %s is read as the place that it names', (language) => {
  const post = placePost(language, 'US-CA', ['California'], names, false);
  expect(post).toBe(`${PLACE_LABELS[language]}: California (US-CA)`);
  expect(placeSaid(post ?? '', names)).toEqual({ places: ['US-CA'], remember: false });
  const leave = placePost(language, 'US-CA', ['California'], names, true);
  expect(leave).toBe(`${post}${LEAVES[language]}`);
  expect(placeSaid(leave ?? '', names)).toEqual({ places: ['US-CA'], remember: true });
});

test('what the banner posts begins with words, which no two languages share', () => {
  const labels = Object.values(PLACE_LABELS);
  for (const label of labels) expect(label).toMatch(/^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*$/u);
  expect(new Set(labels).size).toBe(PLACE_LANGUAGES.length);
});

test('the words are those of the base language, and English for one that we do not have', () => {
  expect(placePost('de-AT', 'DE', ['Deutschland'], names, false)).toBe('Mein Ort: Deutschland (DE)');
  expect(placePost('fi', 'DE', ['Germany'], names, false)).toBe('My place: Germany (DE)');
});

test('of several names the first that is understood is posted; with none that is, nothing', () => {
  expect(placePost('en', 'US-GA', ['The Peach State', 'Georgia'], names, false)).toBe('My place: Georgia (US-GA)');
  expect(placePost('en', 'US-GA', ['The Peach State', 'Texas'], names, false)).toBeNull();
  expect(placePost('en', 'US-GA', [], names, false)).toBeNull();
});
