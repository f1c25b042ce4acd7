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

test('of several reasons the most telling one is told, and without any that something is wrong', () => {
  expect(offWhyOf(['watch-lost', 'refused', 'waiting'])).toBe('declined');
  expect(offWhyOf([])).toBe('fault');
});
