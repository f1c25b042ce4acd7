import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { type KeyFiles, memoryKeyFiles } from '../vault/key-files.ts';
import { checkNow } from './check-run.ts';
import { keepCheckpoint } from './checkpoints.ts';
import { type Bench, countedBytes, LOG, MEETING, NINE, openBench } from './testdata/meeting.ts';
import { testSigner } from './testdata/signer.ts';

/**
 * A worker that dies at its n-th step, for every n: each request to the database and each key file is a step, and after the one at which
 * it dies nothing is done any more. Another life then finds a log that is in order, with everything that the first one was told is kept.
 */
class Life {
  private left = Number.POSITIVE_INFINITY;
  steps = 0;

  diesAfter(steps: number): void {
    this.left = steps;
    this.steps = 0;
  }

  step(): void {
    if (this.left <= 0) throw new DOMException('no worker any more', 'AbortError');
    this.left--;
    this.steps++;
  }
}

let life: Life;
let files: KeyFiles;
let bench: Bench;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  life = new Life();
  for (const method of ['add', 'put', 'get', 'getKey', 'getAll', 'openCursor'] as const) {
    const real = IDBObjectStore.prototype[method] as (...given: unknown[]) => unknown;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
      life.step();
      return real.apply(this, given) as never;
    });
  }
  files = memoryKeyFiles();
  const mortal: KeyFiles = {
    ...files,
    async get(...given) {
      life.step();
      return files.get(...given);
    },
    async put(...given) {
      life.step();
      return files.put(...given);
    },
  };
  bench = await openBench(countedBytes(), mortal);
});
afterEach(() => vi.restoreAllMocks());

/** A meeting, an entry at a time, signed where a recording begins and ends; gives what it was told is durable. */
async function live(): Promise<{ entries: number; notes: string[] }> {
  const kept = { entries: 0, notes: [] as string[] };
  const random = countedBytes();
  const signer = await testSigner();
  try {
    let row: LogRow = await bench.store.create({ log: LOG, platform: 'sandbox', meeting: 'hash', at: NINE });
    for (const one of MEETING) {
      const done = await bench.store.append(LOG, row, [one], null);
      if (!done.ok) throw new Error(done.code);
      row = done.row;
      kept.entries = row.size;
      if (one.draft.entry.kind.startsWith('gate-'))
        kept.notes.push(await keepCheckpoint({ db: bench.db, random }, signer, row));
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  return kept;
}

it('whatever step a worker dies at, the next life finds a log in order, and everything that was said to be kept', async () => {
  const whole = await live();
  expect(whole).toMatchObject({ entries: MEETING.length, notes: [expect.any(String), expect.any(String)] });
  const steps = life.steps;
  expect(steps).toBeGreaterThan(50);
  const { key } = await testSigner();
  const seen = new Set<number>();
  for (let nth = 0; nth < steps; nth++) {
    for (const store of bench.db.objectStoreNames) await bench.db.clear(store);
    life.diesAfter(nth);
    const kept = await live();
    life.diesAfter(Number.POSITIVE_INFINITY);
    await bench.store.checkTail(LOG);
    const row = await bench.store.row(LOG);
    const order = { now: () => NINE, signal: new AbortController().signal, progress: () => undefined };
    const tools = bench.store.checkTools(key);
    expect([nth, await checkNow({ ...order, tools }, await bench.store.logs())]).toEqual([nth, []]);
    const size = row?.size ?? 0;
    // What it did not hear of any more may be there all the same.
    expect(size - kept.entries).toBeGreaterThanOrEqual(0);
    expect(size - kept.entries).toBeLessThanOrEqual(1);
    const notes = await bench.store.checkpoints(LOG, 1000);
    expect(notes.slice(0, kept.notes.length)).toEqual(kept.notes);
    expect(await bench.db.count('device')).toBe(notes.length);
    seen.add(size);
  }
  // It died behind every entry.
  expect(seen.size).toBe(MEETING.length + 1);
});
