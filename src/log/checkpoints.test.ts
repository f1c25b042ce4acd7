import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import { exportJson } from '../export/json.ts';
import { fromBase64url } from '../model/id.ts';
import { checkExport, holds } from './check.ts';
import { readCheckpointText } from './checkpoint.ts';
import { knownFrontier } from './checkpoints.ts';
import { type Hash, rootAt, rootOfFrontier, treeOf } from './merkle.ts';
import { readNote } from './signed-note.ts';
import { type LogStore, openLogStore } from './store.ts';
import { type Bench, countedBytes, id, item, LOG, MEETING, NINE, openBench, write } from './testdata/meeting.ts';
import { testSigner } from './testdata/signer.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

const signing = (signer = testSigner): LogStore =>
  openLogStore({ db: bench.db, keys: bench.keys, random: countedBytes(), signer });
const sizes = async (store: LogStore) =>
  (await store.checkpoints(LOG, 1000)).map((note) => readCheckpointText(readNote(note)?.text ?? '')?.size);

async function exportOf(store: LogStore): Promise<string> {
  let text = '';
  const order = {
    source: store,
    logs: [LOG],
    at: NINE,
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  for await (const part of exportJson({ ...order, signer: await testSigner() })) text += part;
  return text;
}

/** One append an entry, as in a meeting. */
async function told(store: LogStore) {
  let row = await store.create({ log: LOG, platform: 'sandbox', meeting: 'hash', at: NINE });
  for (const one of MEETING) {
    const done = await store.append(LOG, row, [one], null);
    if (!done.ok) throw new Error(done.code);
    row = done.row;
  }
  return row;
}

describe('the tree of a log', () => {
  it('is kept with the head, and is that of the leaves', async () => {
    const row = await told(bench.store);
    const hashes: Hash[] = [];
    for await (const page of bench.store.pages(row))
      for (const { hash } of page) hashes.push(fromBase64url(hash) as Hash);
    const frontier = knownFrontier(row);
    expect(frontier?.roots).toHaveLength(1);
    expect(frontier && (await rootOfFrontier(frontier))).toEqual(await rootAt(await treeOf(hashes)));
    expect((await bench.store.row(LOG))?.frontier).toEqual(row.frontier);
  });

  it('that is not that of its entries is damage, and nothing is signed', async () => {
    const row = await told(bench.store);
    await bench.db.put('logs', { ...row, frontier: [new Uint8Array(32)] });
    await expect(exportOf(bench.store)).rejects.toMatchObject({ code: 'damaged' });
    await bench.db.put('logs', { ...row, frontier: [] });
    await expect(exportOf(bench.store)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('of a log from before it was kept is made of its leaves', async () => {
    const store = signing();
    const { frontier: _none, ...old } = (await write(bench.store, MEETING.slice(0, 3))).row;
    await bench.db.put('logs', old);
    const done = await store.append(LOG, old, MEETING.slice(3), null);
    expect(done.ok && done.row.frontier).toBeUndefined();
    await vi.waitFor(async () => expect(await sizes(store)).toEqual([8]));
    expect(holds(await checkExport(await exportOf(store)))).toBe(true);
  });
});

describe('a checkpoint', () => {
  it('is signed when recording begins and when it ends, and goes into the export', async () => {
    const store = signing();
    await told(store);
    await vi.waitFor(async () => expect(await sizes(store)).toEqual([6, 8]));
    const row = (await store.row(LOG)) as LogRow;
    await store.append(LOG, row, [item({ kind: 'paused' }, NINE + 70_000)], null);
    const text = await exportOf(store);
    expect(JSON.parse(text).logs[0].checkpoints).toHaveLength(3);
    expect(holds(await checkExport(text))).toBe(true);
  });

  it('is given with those of its own log, and with none of another', async () => {
    const logs = [LOG, id('log', 2), id('log', 3)];
    for (const log of logs)
      await bench.store.checkpoint((await write(bench.store, MEETING, log)).row, await testSigner());
    for (const log of logs) {
      const notes = await bench.store.checkpoints(log, 1000);
      expect(notes.map((note) => readNote(note)?.text.includes(log))).toEqual([true]);
    }
  });

  it('of the very size that is exported is not there twice', async () => {
    const store = signing();
    await told(store);
    await vi.waitFor(async () => expect(await sizes(store)).toEqual([6, 8]));
    const text = await exportOf(store);
    expect(JSON.parse(text).logs[0].checkpoints).toHaveLength(2);
    expect(holds(await checkExport(text))).toBe(true);
  });

  it('that shows that the log was rewritten since is told of as a fork', async () => {
    const store = signing();
    await told(store);
    await vi.waitFor(async () => expect(await sizes(store)).toEqual([6, 8]));
    const kept = await bench.db.getAll('checkpoints');
    globalThis.indexedDB = new IDBFactory();
    bench = await openBench((n) => new Uint8Array(n).fill(9));
    await told(bench.store);
    for (const row of kept) await bench.db.put('checkpoints', row);
    // Of the very size that was signed before no second one is signed beside it.
    await expect(exportOf(bench.store)).rejects.toMatchObject({ code: 'damaged' });
    const row = (await bench.store.row(LOG)) as LogRow;
    await bench.store.append(LOG, row, [item({ kind: 'paused' }, NINE + 70_000)], null);
    const wrong = (await checkExport(await exportOf(bench.store))).filter(({ ok }) => !ok);
    expect(wrong.map(({ code }) => code)).toEqual(['checkpoint-root']);
  });

  it('that cannot be signed keeps nothing from being logged', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const store = signing(() => Promise.reject(new Error('no key')));
    expect((await told(store)).size).toBe(MEETING.length);
    await vi.waitFor(() => expect(warned).toHaveBeenCalledTimes(2));
    expect(await sizes(store)).toEqual([]);
    warned.mockRestore();
  });
});
