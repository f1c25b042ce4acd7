import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import type { GateRow } from '../model/gate.ts';
import { type KeyFiles, memoryKeyFiles } from '../vault/key-files.ts';
import type { Item } from './append.ts';
import { disclosureText } from './commitment.ts';
import { SALT_BYTES } from './leaf.ts';
import { IV_BYTES, importPersonKey, seal } from './sealing.ts';
import {
  ANA,
  answered,
  type Bench,
  EPOCH,
  gateOpened,
  id,
  item,
  joined,
  LOG,
  MEETING,
  NINE,
  openBench,
  opened,
  write,
} from './testdata/meeting.ts';

const open = (epoch = EPOCH): GateRow => ({ log: LOG, state: 'open', epoch, cutAfter: null, reasons: [] });
const paused = item({ kind: 'paused' }, NINE + 90_000);
let bench: Bench;
let row: LogRow;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
  row = await bench.store.create({ log: LOG, platform: 'sandbox', meeting: 'hash', at: NINE });
});
afterEach(() => vi.restoreAllMocks());

async function append(items: readonly Item[], gate: GateRow | null = null, from = bench): Promise<LogRow> {
  const done = await from.store.append(LOG, row, items, gate);
  if (!done.ok) throw new Error(done.code);
  row = done.row;
  return row;
}

/** What is stored of the log, and that all of it fits together. */
async function stored() {
  const [entries, disclosures] = await Promise.all([bench.db.count('entries'), bench.db.count('disclosures')]);
  expect(await bench.store.read(LOG)).toHaveLength(entries);
  await bench.store.disclosures(LOG);
  return { row: await bench.store.row(LOG), gate: await bench.store.gate(LOG), entries, disclosures };
}

describe('two writers', () => {
  it('who judged by the same head: one wins, the other is told and nothing of it is stored', async () => {
    const before = row;
    const other = await openBench(undefined, bench.keys);
    const results = await Promise.all([
      bench.store.append(LOG, before, [opened, joined(ANA, 'Ana', NINE)], null),
      other.store.append(LOG, before, [opened, joined(ANA, 'Anna', NINE), paused], null),
    ]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok)).toHaveLength(1);
    expect((await stored()).entries).toBe(2);
    expect((await bench.store.disclosures(LOG)).get(1)?.name).toBe('Ana');
  });

  it.each([
    ['size', { size: 1 }],
    ['head', { head: 'x' }],
  ])('conflict on a %s that is not the stored one', async (_, part) => {
    const done = await bench.store.append(LOG, { ...row, ...part }, [opened], null);
    expect(done).toEqual({ ok: false, code: 'conflict' });
    expect(await stored()).toEqual({ row, gate: null, entries: 0, disclosures: 0 });
  });

  it('are also kept apart by the transaction itself', async () => {
    const head = row;
    // Somebody else appends between the first look at the head and the transaction.
    const slow: KeyFiles = {
      ...bench.keys,
      async get(folder, name) {
        const tx = bench.db.transaction('logs', 'readwrite');
        await tx.store.put({ ...head, size: 1, head: 'other' });
        await tx.done;
        return bench.keys.get(folder, name);
      },
    };
    const other = await openBench(undefined, slow);
    const done = await other.store.append(LOG, head, [opened, joined(ANA, 'Ana', NINE)], null);
    expect(done).toEqual({ ok: false, code: 'conflict' });
    expect(await bench.db.count('entries')).toBe(0);
  });

  it('who seals nothing waits for nobody, and of the two one wins', async () => {
    await append([opened]);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: KeyFiles = { ...bench.keys, get: (folder, name) => held.then(() => bench.keys.get(folder, name)) };
    const other = await openBench(undefined, slow);
    const sealing = other.store.append(LOG, row, [joined(ANA, 'Ana', NINE)], null);
    await append([paused]);
    release();
    expect(await sealing).toEqual({ ok: false, code: 'conflict' });
    expect(await stored()).toMatchObject({ row, entries: 2, disclosures: 0 });
  });

  it('of two that seal nothing, from one store and at once, one wins, and the next goes on from it', async () => {
    await append([opened]);
    const both = await Promise.all([1, 2].map(() => bench.store.append(LOG, row, [paused], null)));
    const [won, lost] = both.toSorted((a, b) => Number(b.ok) - Number(a.ok));
    expect(lost).toEqual({ ok: false, code: 'conflict' });
    if (!won?.ok) throw new Error('both lost');
    row = won.row;
    await append([paused]);
    expect(await stored()).toMatchObject({ row, entries: 3 });
  });

  it('of many appends that start over on conflict, all get in, once', { timeout: 60_000 }, async () => {
    const stores = [bench, await openBench(undefined, bench.keys), await openBench(undefined, bench.keys)];
    const persist = async (from: Bench, name: string) => {
      for (;;) {
        const head = (await from.store.row(LOG)) as LogRow;
        if ((await from.store.append(LOG, head, [joined(ANA, name, NINE)], null)).ok) return;
      }
    };
    const names = Array.from({ length: 12 }, (_, i) => `Ana ${i}`);
    await Promise.all(names.map((name, i) => persist(stores[i % 3] as Bench, name)));
    expect((await stored()).entries).toBe(12);
    const kept = [...(await bench.store.disclosures(LOG)).values()].map((fields) => fields.name);
    expect(kept.toSorted()).toEqual(names.toSorted());
  });
});

describe('when something breaks', () => {
  it('at the key file: nothing is stored', async () => {
    const broken: KeyFiles = {
      ...memoryKeyFiles(),
      put: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
    };
    const other = await openBench(undefined, broken);
    await expect(other.store.append(LOG, row, [opened, joined(ANA, 'Ana', NINE)], null)).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(await stored()).toEqual({ row, gate: null, entries: 0, disclosures: 0 });
  });

  it('between key file and transaction: the key lies there, and the next try takes it', async () => {
    const transaction = bench.db.transaction.bind(bench.db);
    vi.spyOn(bench.db, 'transaction').mockImplementation(((...given: Parameters<typeof transaction>) => {
      if (Array.from(given[0]).includes('gates')) throw new DOMException('', 'InvalidStateError');
      return transaction(...given);
    }) as never);
    await expect(append([opened, joined(ANA, 'Ana', NINE)])).rejects.toMatchObject({ code: 'storage-failed' });
    const key = await bench.keys.get(LOG, ANA);
    expect(key).not.toBeNull();
    vi.restoreAllMocks();
    await append([opened, joined(ANA, 'Ana', NINE)]);
    expect(await bench.keys.get(LOG, ANA)).toEqual(key);
    expect(await stored()).toMatchObject({ row, entries: 2, disclosures: 2 });
  });

  it.each(['logs', 'entries', 'disclosures', 'gates'])(
    'at the write to %s: nothing of the append is stored',
    async (name) => {
      await append([opened]);
      const before = await stored();
      for (const method of ['add', 'put'] as const) {
        const real = IDBObjectStore.prototype[method];
        vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...given) {
          if (this.name === name) throw new DOMException('', 'QuotaExceededError');
          return real.apply(this, given);
        });
      }
      await expect(append([joined(ANA, 'Ana', NINE), gateOpened()], open())).rejects.toMatchObject({
        code: 'disk-full',
      });
      vi.restoreAllMocks();
      expect(await stored()).toEqual(before);
      await append([joined(ANA, 'Ana', NINE), gateOpened()], open());
      expect(await stored()).toMatchObject({ row, entries: 3, disclosures: 2 });
    },
  );

  it('at the commit: nothing of the append is stored', async () => {
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      const request = real.apply(this, given);
      if (this.name === 'logs') request.onsuccess = () => this.transaction.abort();
      return request;
    });
    await expect(append([opened, joined(ANA, 'Ana', NINE)])).rejects.toMatchObject({ code: 'storage-failed' });
    vi.restoreAllMocks();
    expect(await stored()).toEqual({ row, gate: null, entries: 0, disclosures: 0 });
  });

  it('never writes over an entry that is there', async () => {
    await append([opened]);
    const leaf = new Uint8Array([1]);
    await bench.db.put('entries', { log: LOG, index: 1, leaf });
    await expect(append([paused])).rejects.toMatchObject({ code: 'storage-failed' });
    expect((await bench.db.get('entries', [LOG, 1]))?.leaf).toEqual(leaf);
    expect(await bench.store.row(LOG)).toEqual(row);
  });
});

it('what is told as kept lies on the disk by then: a computer that loses its power forgets no no', async () => {
  const transaction = vi.spyOn(bench.db, 'transaction');
  await append([opened, joined(ANA, 'Ana', NINE)]);
  const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writing.map(([, , options]) => options)).toEqual([{ durability: 'strict' }]);
});

describe('the gate', () => {
  it('is stored with its entry in one step', async () => {
    await append([...MEETING.slice(0, 5), gateOpened()], open());
    expect(await bench.store.gate(LOG)).toEqual(open());
  });

  it('does not open without its entry', async () => {
    await expect(append([opened], open())).rejects.toMatchObject({ code: 'unexpected' });
    await expect(append([gateOpened()], { ...open(), log: id('log', 2) })).rejects.toMatchObject({
      code: 'unexpected',
    });
    expect(await stored()).toMatchObject({ gate: null, entries: 0 });
  });

  it('does not open by an entry of another epoch, nor by another entry of its own', async () => {
    for (const said of [gateOpened(id('epoch', 2)), item({ kind: 'gate-closed', epoch: EPOCH, reasons: ['waiting'] })])
      await expect(append([said], open())).rejects.toMatchObject({ code: 'unexpected' });
    expect(await stored()).toMatchObject({ gate: null, entries: 0 });
  });

  it('does not open again with an epoch that anybody closed, and nothing of that append is stored', async () => {
    await append([opened, gateOpened()], open());
    await bench.store.closeGate(LOG, { cutAfter: NINE + 500, reasons: ['waiting'] });
    await expect(append([gateOpened()], open())).rejects.toMatchObject({ code: 'unexpected' });
    expect(await stored()).toMatchObject({ row, entries: 2, gate: { state: 'closed', cutAfter: NINE + 500 } });
    await append([gateOpened(id('epoch', 2))], open(id('epoch', 2)));
    expect(await bench.store.gate(LOG)).toEqual(open(id('epoch', 2)));
  });

  it('stays as closed as it is when the append that closes it comes late', async () => {
    await append([opened, gateOpened()], open());
    const other = await openBench(undefined, bench.keys);
    await other.store.closeGate(LOG, { cutAfter: NINE + 500, reasons: ['waiting'] });
    const draining: GateRow = { log: LOG, state: 'draining', epoch: EPOCH, cutAfter: NINE + 900, reasons: ['paused'] };
    await append([paused], draining);
    expect(await bench.store.gate(LOG)).toMatchObject({ state: 'closed', epoch: EPOCH, cutAfter: NINE + 500 });
  });

  it('is closed by closeGate, never opened, with the earlier cut', async () => {
    await append([opened, gateOpened()], open());
    const close = (cutAfter: number | null, draining = false) =>
      bench.store.closeGate(LOG, { cutAfter, draining, reasons: ['stopped'] });
    expect(await close(null, true)).toMatchObject({ state: 'draining', epoch: EPOCH, cutAfter: null });
    expect(await close(NINE + 800)).toMatchObject({ state: 'closed', cutAfter: NINE + 800 });
    expect(await close(NINE + 900)).toMatchObject({ state: 'closed', cutAfter: NINE + 800 });
    expect(await close(NINE + 700, true)).toMatchObject({ state: 'closed', cutAfter: NINE + 700 });
    expect(await close(null)).toEqual(await bench.store.gate(LOG));
  });

  it('can be closed before it was ever opened', async () => {
    const closed = await bench.store.closeGate(LOG, { cutAfter: null, reasons: ['watch-lost'], draining: true });
    expect(closed).toEqual({ log: LOG, state: 'closed', epoch: null, cutAfter: null, reasons: ['watch-lost'] });
  });

  it('closes while a writer holds the log', async () => {
    await append([opened, gateOpened()], open());
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: KeyFiles = { ...bench.keys, get: (folder, name) => held.then(() => bench.keys.get(folder, name)) };
    const other = await openBench(undefined, slow);
    const writing = other.store.append(LOG, row, [answered('consented', 'yes', NINE)], null);
    expect(await bench.store.closeGate(LOG, { cutAfter: null, reasons: ['refused'] })).toMatchObject({
      state: 'closed',
    });
    release();
    expect((await writing).ok).toBe(true);
  });
});

describe('what is disclosed', () => {
  it('is what there is a value of: a field without one has no place in the proof', async () => {
    const { draft } = joined(ANA, 'Ana', NINE);
    const unnamed = { ...draft, disclosures: { name: undefined, site: 'row-7' } } as unknown as typeof draft;
    await append([{ draft: unnamed, at: NINE, seen: '' }]);
    expect(await bench.store.disclosures(LOG)).toEqual(new Map([[0, { site: 'row-7' }]]));
    const leaf = JSON.parse(await bench.store.leaf(LOG, 0));
    expect(Object.keys(leaf.sealed)).toEqual(['site']);
  });
});

describe('a damaged row', () => {
  beforeEach(async () => {
    await bench.db.delete('logs', LOG);
    row = (await write(bench.store, MEETING)).row;
  });
  const spoil = async (index: number, change: (leaf: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) => {
    const entry = await bench.db.get('entries', [LOG, index]);
    if (entry) await bench.db.put('entries', { ...entry, leaf: change(entry.leaf) });
  };

  it.each([
    [
      'a tree that changed by itself',
      () => ({ ...row, frontier: (row.frontier ?? []).map((root) => root.map((byte) => byte ^ 1)) }),
    ],
    ['a tree that is gone', () => ({ ...row, frontier: [] })],
    ['a log that was found damaged by somebody else', () => ({ ...row, damaged: true as const })],
  ])('%s is not written over by the one who appended last', async (_, changed) => {
    const lies = changed();
    await bench.db.put('logs', lies);
    await expect(bench.store.append(LOG, row, [paused], null)).rejects.toMatchObject({ code: 'damaged' });
    expect(await bench.store.row(LOG)).toEqual(lies);
    expect(await bench.db.count('entries')).toBe(row.size);
  });

  it('is refused to a store that meets the log for the first time, before a key is made for anybody', async () => {
    await bench.db.put('logs', { ...row, damaged: true });
    const other = await openBench(undefined, bench.keys);
    const newcomer = joined(id('participant', 3), 'Cem', NINE + 90_000);
    await expect(other.store.append(LOG, row, [newcomer], null)).rejects.toMatchObject({ code: 'damaged' });
    expect(await bench.keys.get(LOG, id('participant', 3))).toBeNull();
  });

  it('that is gone altogether is a conflict, and no new one is made', async () => {
    await bench.db.delete('logs', LOG);
    expect(await bench.store.append(LOG, row, [paused], null)).toEqual({ ok: false, code: 'conflict' });
    expect(await bench.store.row(LOG)).toBeNull();
    expect(await bench.db.count('entries')).toBe(row.size);
  });

  it('is named and not repaired', async () => {
    await spoil(3, (leaf) => leaf.map((byte, at) => (at === 40 ? byte ^ 1 : byte)));
    await expect(bench.store.read(LOG)).rejects.toMatchObject({
      code: 'damaged',
      detail: expect.stringMatching(/entry [34]\b/),
    });
    await expect(bench.store.read(LOG)).rejects.toMatchObject({ code: 'damaged' });
  });

  it.each([
    ['a missing entry', () => bench.db.delete('entries', [LOG, 2]), 'entry 3: index'],
    ['a missing last entry', () => bench.db.delete('entries', [LOG, 7]), 'entry 7: missing'],
    ['another head', () => bench.db.put('logs', { ...row, head: 'x' }), 'entry 7: is not the head'],
    ['an entry that is no UTF-8', () => spoil(2, () => new Uint8Array([0xff])), 'entry 2: leaf-json'],
    [
      'an entry with a byte order mark',
      () => spoil(0, (leaf) => new Uint8Array([0xef, 0xbb, 0xbf, ...leaf])),
      'entry 0: leaf-json',
    ],
  ])('%s', async (_, damage, detail) => {
    await damage();
    await expect(bench.store.read(LOG)).rejects.toMatchObject({
      code: 'damaged',
      detail: expect.stringContaining(detail),
    });
  });

  it.each([
    ['ciphertext', { sealed: new Uint8Array(40) }],
    ['person', { subject: id('participant', 1) }],
    ['place', { index: 2, field: 'words' }],
    ['place that no entry has', { index: 99 }],
    ['field', { field: 'text' }],
  ])('a disclosure with another %s', async (_, part) => {
    const disclosure = await bench.db.get('disclosures', [LOG, 4, 'words']);
    if (!disclosure) throw new Error('no disclosure');
    await bench.db.delete('disclosures', [LOG, 4, 'words']);
    await bench.db.put('logs', { ...row, size: 100 });
    await bench.db.put('disclosures', { ...disclosure, ...part });
    await expect(bench.store.disclosures(LOG)).rejects.toMatchObject({ code: 'damaged', what: 'words' });
    await bench.store.erase(LOG, ANA);
  });

  it('a disclosure that opens, but is not what the leaf is committed to', async () => {
    const place = { log: LOG, index: 4, field: 'words', subject: ANA };
    const key = await importPersonKey((await bench.keys.get(LOG, ANA)) ?? new Uint8Array());
    const iv = new Uint8Array(IV_BYTES);
    const sealed = await seal(key, iv, place, disclosureText(new Uint8Array(SALT_BYTES), 'words', 'I never said that'));
    await bench.db.put('disclosures', { ...place, iv, sealed });
    const damaged = { code: 'damaged', what: 'words', detail: expect.stringContaining('words of entry 4') };
    await expect(bench.store.disclosuresOf(LOG, [4])).rejects.toMatchObject(damaged);
  });
});
