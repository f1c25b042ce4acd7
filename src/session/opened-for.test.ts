import { expect, test } from 'vitest';
import type { Entry, Logged } from '../model/entry.ts';
import type { CopyId, EpochId } from '../model/id.ts';
import { isOpenedToSave } from './opened-for.ts';

const epochs = ['eAAAAAAAAAAAA' as EpochId];
const [copy, other] = ['cAAAAAAAAAAAA', 'cBBBBBBBBBBBB'] as [CopyId, CopyId];
const log = (...entries: Entry[]): Logged[] => entries.map((entry, index) => ({ index, at: index, seen: '', entry }));
const played: Entry = { kind: 'accessed', epochs, purpose: 'quality', how: 'played' };
const saved: Entry = { kind: 'accessed', epochs, purpose: 'quality', how: 'saved' };
const savedCopy: Entry = { kind: 'accessed', epochs, purpose: 'training', how: 'saved', copy };

test('leaves for what it was opened for, and for nothing else', () => {
  expect(isOpenedToSave(log(played, saved), 'quality', null)).toBe(true);
  expect(isOpenedToSave(log(played, saved), 'training', null)).toBe(false);
  expect(isOpenedToSave(log(played), 'quality', null)).toBe(false);
  expect(isOpenedToSave([], 'quality', null)).toBe(false);
});

test('a copy is not the recording, nor another copy', () => {
  expect(isOpenedToSave(log(savedCopy), 'training', copy)).toBe(true);
  expect(isOpenedToSave(log(savedCopy), 'training', other)).toBe(false);
  expect(isOpenedToSave(log(savedCopy), 'training', null)).toBe(false);
  expect(isOpenedToSave(log({ ...saved, purpose: 'training' }), 'training', copy)).toBe(false);
});
