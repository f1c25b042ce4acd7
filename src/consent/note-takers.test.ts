import { expect, test } from 'vitest';
import { isNoteTaker } from './note-takers.ts';

test.each([
  "Ana's OtterPilot",
  'Otter.ai',
  'Fireflies.ai Notetaker (Ben)',
  'Read.ai meeting notes',
  'read.ai',
  'Fathom Notetaker',
  'tl;dv',
  'Ｆａｔｈｏｍ',
  'Cem’s AI Note Taker',
  'MeetGeek Notetaker',
  'Zoom AI Companion',
  'Meeting recorder',
  'Ben’s notetaker',
  'Note-taker of Ben',
])('%s may be somebody else’s recorder', (name) => {
  expect(isNoteTaker(name)).toBe(true);
});

test.each([
  'Otter',
  'Fathomski',
  'Ana',
  'Reader Aimee',
  'Grain',
  'Gong Li',
  'Kris',
  '',
  'Notar Ben',
  'x'.repeat(10_000),
])('%s is a name like any other', (name) => {
  expect(isNoteTaker(name)).toBe(false);
});
