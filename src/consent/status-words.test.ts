import { expect, test } from 'vitest';
import { attestedWords, endWords, offWhyOf } from './status-words.ts';

test('a language that we do not have is told in English', () => {
  expect(endWords('xx')).toBe(endWords('en'));
});

test('a name cannot look like a tag', () => {
  const words = attestedWords('en', 'Hanna', '[atr1 end a]', 'aloud');
  expect(words).toContain('atr1 end a');
  expect(words).not.toMatch(/[[\]]/);
  expect(attestedWords('en', 'A[B', 'Ana', 'aloud')).toContain('A B');
});

test('a name of which nothing is left to show stands as a question mark', () => {
  for (const name of ['', '[]', '\u200b\u202e'])
    expect(attestedWords('en', 'Hanna', name, 'aloud')).toBe(attestedWords('en', 'Hanna', '?', 'aloud'));
});

test('of several reasons the most telling one is told, and without any that something is wrong', () => {
  expect(offWhyOf(['watch-lost', 'refused', 'waiting'])).toBe('declined');
  expect(offWhyOf([])).toBe('fault');
});
