import * as v from 'valibot';
import { expect, test } from 'vitest';
import { FRAME_LINES_MAX } from '../model/frame-chat.ts';
import { fromFrame, toFrame } from './frame-pass.ts';

const line = { id: 'm1', label: 'Ben', text: 'I agree' };
const shown = { what: 'shown', lines: [line], composer: 'ready' };
const to = (pass: unknown, more = {}) => v.safeParse(toFrame, { to: 'worker', pass, ...more }).success;
const from = (pass: unknown) => v.safeParse(fromFrame, { to: 'worker', pass }).success;

test('each end says its own things and no others', () => {
  for (const pass of [{ what: 'read' }, { what: 'write', n: 1, text: 'May we?' }]) {
    expect(to(pass)).toBe(true);
    expect(from(pass)).toBe(false);
  }
  for (const pass of [shown, { ...shown, lines: null }, { what: 'wrote', n: 1, sent: false }]) {
    expect(from(pass)).toBe(true);
    expect(to(pass)).toBe(false);
  }
});

test.each([
  ['a key too many', { ...shown, sure: true }],
  ['a key too many in a line', { ...shown, lines: [{ ...line, own: true }] }],
  ['a line without words', { ...shown, lines: [{ id: null, label: null }] }],
  ['too long a line', { ...shown, lines: [{ ...line, text: 'x'.repeat(4001) }] }],
  ['too many lines', { ...shown, lines: Array(FRAME_LINES_MAX + 1).fill(line) }],
  ['a place that nobody knows', { ...shown, composer: 'anywhere' }],
  ['no lines at all', { what: 'shown', composer: 'ready' }],
])('%s is dropped', (_name, pass) => {
  expect(from(pass)).toBe(false);
});
