import { expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import type { LogRow } from '../database/schema.ts';
import type { Logged } from '../model/entry.ts';
import { readSnapshot, type Snapshot, snapshotRow } from './snapshot.ts';

const ROW = { log: 'l1', size: 8, head: 'head', lastAt: 5 } as unknown as LogRow;
const standing = (): Snapshot => ({
  state: told.stateOf(...told.AGREED),
  told: told.logOf(...told.AGREED).slice(0, 2) as Logged[],
});

test('a snapshot says of which log, how long, with which head and when, and gives the state back', () => {
  const row = snapshotRow(ROW, standing());
  expect(row).toMatchObject({ log: 'l1', size: 8, head: 'head', at: 5 });
  expect(readSnapshot(row, ROW)).toEqual(standing());
});

test('it is a copy: the state goes on changing without it', () => {
  const live = standing();
  const row = snapshotRow(ROW, live);
  live.state.people.clear();
  expect(readSnapshot(row, ROW)).toEqual(standing());
});

test('made by other code, or ahead of its log, it counts as none; the log may be longer', () => {
  const row = snapshotRow(ROW, standing());
  expect(readSnapshot({ ...row, version: row.version + 1 }, ROW)).toBeNull();
  expect(readSnapshot({ ...row, version: row.version - 1 }, ROW)).toBeNull();
  expect(readSnapshot(row, { ...ROW, size: 7 })).toBeNull();
  expect(readSnapshot(row, { ...ROW, size: 9 })).not.toBeNull();
  expect(readSnapshot(null, ROW)).toBeNull();
});
