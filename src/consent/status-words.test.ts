import { expect, test } from 'vitest';
import { REASONS } from '../model/gate.ts';
import { answerWords, attestedWords, endWords, offWhyOf, recordingWords, scriptWords } from './status-words.ts';
import { TERMS } from './testdata/told.ts';

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

test('each reason alone is told for what it is', () => {
  const why = {
    declined: ['withdrawn', 'refused', 'guardian-refused'],
    paused: ['paused', 'announcement-missing'],
    stopped: ['stopped', 'going-on-without'],
    unsure: ['roster-unknown', 'roster-partial', 'counter-differs', 'not-in-call', 'watch-lost'],
    fault: ['not-armed', 'capture-failed'],
  } as const;
  const told = new Map(
    Object.entries(why).flatMap(([off, reasons]) => reasons.map((reason) => [reason as string, off])),
  );
  for (const reason of REASONS) expect(offWhyOf([reason]), reason).toBe(told.get(reason) ?? 'waiting');
});

test('what the banner posts and what the host reads aloud are in the language that was asked in', () => {
  const yes = { answer: 'consented', purposes: ['quality'], person: 1, people: 1 } as const;
  for (const words of [
    (language: string) => answerWords(language, yes),
    (language: string) => scriptWords(language, TERMS),
    recordingWords,
  ]) {
    expect(words('en').length).toBeGreaterThan(5);
    expect(words('de')).not.toBe(words('en'));
  }
});
