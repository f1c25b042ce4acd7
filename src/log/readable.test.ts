import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { namedIn, readableEntries } from './readable.ts';
import { ANA, type Bench, HOST, id, LOG, MEETING, NINE, openBench, write } from './testdata/meeting.ts';

const other = id('log', 2);
let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

describe('what can still be read of a damaged log', () => {
  it('is every entry of it, with place and time, and none of another log', async () => {
    await write(bench.store, MEETING.slice(0, 3), other);
    await write(bench.store, MEETING);
    const read = await readableEntries(bench.db, LOG);
    expect(read).toEqual(MEETING.map(({ draft, at }, index) => ({ index, at, entry: draft.entry })));
    expect(await readableEntries(bench.db, id('log', 3))).toEqual([]);
  });

  it('leaves out what is no text and what is no leaf, wherever it lies, and goes on behind it', async () => {
    await write(bench.store, MEETING.slice(0, 4));
    await bench.db.put('entries', { log: LOG, index: 1, leaf: Uint8Array.of(0xff) });
    await bench.db.put('entries', { log: LOG, index: 2, leaf: new TextEncoder().encode('{"v":1}') });
    const read = await readableEntries(bench.db, LOG);
    expect(read.map(({ index, at, entry }) => [index, at, entry.kind])).toEqual([
      [0, NINE, 'meeting-opened'],
      [3, NINE + 3000, 'asked'],
    ]);
  });
});

describe('whose names and words are stored', () => {
  it('is told once a person and log, also of a log that has no head any more', async () => {
    await write(bench.store, MEETING);
    await write(bench.store, MEETING.slice(0, 2), other);
    await bench.db.delete('logs', other);
    const named = await namedIn(bench.db);
    expect([...named.keys()].sort()).toEqual([LOG, other].sort());
    expect([...(named.get(LOG) ?? [])].sort()).toEqual([ANA, HOST].sort());
    expect(named.get(other)).toEqual([HOST]);
  });

  it('is nobody where nothing is', async () => {
    expect((await namedIn(bench.db)).size).toBe(0);
  });
});
