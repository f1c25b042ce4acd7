import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reserve } from '../database/reserve.ts';
import type { LogRow } from '../database/schema.ts';
import type { GateRow } from '../model/gate.ts';
import { type KeyFiles, memoryKeyFiles } from '../vault/key-files.ts';
import type { Item } from './append.ts';
import {
  ANA,
  answered,
  type Bench,
  EPOCH,
  gateOpened,
  item,
  LOG,
  MEETING,
  NINE,
  openBench,
} from './testdata/meeting.ts';

/** A disk that is full from its n-th write on, until the reserve is released. Every write of an append goes through it. */
class Disk {
  left = Number.POSITIVE_INFINITY;
  writes = 0;
  kept = false;

  write(): void {
    this.writes++;
    if (this.left-- <= 0) throw new DOMException('no room', 'QuotaExceededError');
  }

  readonly reserve: Reserve = {
    ensure: async () => {
      if (this.kept) return;
      this.write();
      this.kept = true;
    },
    release: async () => {
      const { kept } = this;
      this.kept = false;
      if (kept) this.left = Number.POSITIVE_INFINITY;
      return kept;
    },
  };

  keys(): KeyFiles {
    const files = memoryKeyFiles();
    return {
      ...files,
      put: async (...given) => {
        this.write();
        return files.put(...given);
      },
    };
  }
}

const open: GateRow = { log: LOG, state: 'open', epoch: EPOCH, cutAfter: null, reasons: [] };
const closed: GateRow = { log: LOG, state: 'closed', epoch: EPOCH, cutAfter: NINE + 58_000, reasons: ['withdrawn'] };
const opening = [answered('consented', 'yes', NINE + 8000), gateOpened()];
/** In words that have to be sealed, so that every kind of write is in it. */
const withdrawal: readonly Item[] = [
  answered('withdrawn', 'stop, please', NINE + 60_000),
  item({ kind: 'gate-closed', epoch: EPOCH, reasons: ['withdrawn'] }, NINE + 60_000),
];

let disk: Disk;
let bench: Bench;
let row: LogRow;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  disk = new Disk();
  for (const method of ['add', 'put'] as const) {
    const real = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...given) {
      disk.write();
      return real.apply(this, given);
    });
  }
  bench = await openBench(undefined, disk.keys(), disk.reserve);
  row = await bench.store.create({ log: LOG, platform: 'sandbox', meeting: 'hash', at: NINE });
  await append(MEETING.slice(0, 4), null);
});
afterEach(() => vi.restoreAllMocks());

async function append(items: readonly Item[], gate: GateRow | null): Promise<void> {
  const done = await bench.store.append(LOG, row, items, gate);
  if (!done.ok) throw new Error(done.code);
  row = done.row;
}

/** How many writes an append takes when there is room. */
async function writesOf(items: readonly Item[], gate: GateRow | null): Promise<number> {
  const before = disk.writes;
  await append(items, gate);
  return disk.writes - before;
}

test('an append takes as many writes as are tried here', async () => {
  // The reserve, two entries, two disclosures, the gate and the head; without the reserve when it is there already.
  expect(await writesOf(opening, open)).toBe(7);
  expect(await writesOf(withdrawal, closed)).toBe(6);
});

describe('a disk that is full from one write on', () => {
  test.each([0, 1, 2, 3, 4, 5, 6])('opening, at write %d: nothing is stored, the gate stays shut', async (nth) => {
    disk.left = nth;
    await expect(bench.store.append(LOG, row, opening, open)).rejects.toMatchObject({ code: 'disk-full' });
    expect(await bench.store.row(LOG)).toEqual(row);
    expect(await bench.store.gate(LOG)).toBeNull();
    expect(await bench.store.read(LOG)).toHaveLength(4);
    // The reserve is for a no: an opening that found no room has not used it up.
    if (nth > 0) expect(disk.kept).toBe(true);
  });

  test.each([0, 1, 2, 3, 4, 5])('a withdrawal, at write %d: it is written, and the gate is closed', async (nth) => {
    await append(opening, open);
    disk.left = nth;
    await append(withdrawal, closed);
    expect(disk.kept).toBe(false);
    expect(await bench.store.gate(LOG)).toMatchObject({ state: 'closed', cutAfter: NINE + 58_000 });
    const log = await bench.store.read(LOG);
    expect(log.at(-2)?.entry).toMatchObject({ kind: 'answered', participant: ANA, answer: 'withdrawn' });
    expect((await bench.store.disclosures(LOG)).get(6)?.words).toBe('stop, please');
  });

  test.each<[string, readonly Item[], GateRow | null]>([
    ['a pause that closes the gate', [item({ kind: 'paused' }, NINE + 60_000)], { ...closed, reasons: ['paused'] }],
    [
      'a refusal while no gate is open, with what else was seen then',
      [item({ kind: 'paused' }, NINE + 60_000), answered('refused', 'no', NINE + 60_000)],
      null,
    ],
  ])('%s is written as well', async (_, items, gate) => {
    await append(opening, open);
    disk.left = 0;
    await append(items, gate);
    expect(disk.kept).toBe(false);
    expect(await bench.store.read(LOG)).toHaveLength(6 + items.length);
  });

  test('closing the gate alone, from any context, uses the reserve as well', async () => {
    await append(opening, open);
    disk.left = 0;
    await bench.store.closeGate(LOG, { cutAfter: NINE + 58_000, reasons: ['withdrawn'] });
    expect(await bench.store.gate(LOG)).toMatchObject({ state: 'closed' });
  });
});

test('what is no withdrawal does not use the reserve', async () => {
  await append(opening, open);
  disk.left = 0;
  const paused = [item({ kind: 'paused' }, NINE + 90_000)];
  await expect(bench.store.append(LOG, row, paused, null)).rejects.toMatchObject({ code: 'disk-full' });
  expect(disk.kept).toBe(true);
});

test('after the reserve was used nothing opens until there is room for it again', async () => {
  await append(opening, open);
  disk.left = 0;
  await append(withdrawal, closed);
  disk.left = 0;
  const again = { ...open, epoch: 'eBBBBBBBBBBBB' as typeof EPOCH };
  const reopening = [gateOpened(again.epoch, NINE + 70_000)];
  await expect(bench.store.append(LOG, row, reopening, again)).rejects.toMatchObject({ code: 'disk-full' });
  expect(await bench.store.gate(LOG)).toMatchObject({ state: 'closed' });
  disk.left = Number.POSITIVE_INFINITY;
  await append(reopening, again);
  expect(disk.kept).toBe(true);
});
