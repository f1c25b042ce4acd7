import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckpointRow, DeviceRow, LogRow } from '../database/schema.ts';
import type { DamageKind } from '../model/log-check.ts';
import { memoryKeyFiles } from '../vault/key-files.ts';
import { utf8 } from './canonical.ts';
import { checkNow, checkOn } from './check-run.ts';
import { checkedOf, DEVICE_LOG, keepStanding, standing } from './checked.ts';
import { type Checkpoint, checkpointText, originOf, readCheckpointText } from './checkpoint.ts';
import { keepCheckpoint } from './checkpoints.ts';
import { type Opening, openingText, readOpening } from './device-leaf.ts';
import { CHECK_START, fullCheck } from './full-check.ts';
import { leafText } from './leaf.ts';
import { noteKey } from './note-key.ts';
import { noteText, readNote, signNote } from './signed-note.ts';
import {
  ANA,
  type Bench,
  countedBytes,
  EPOCH,
  id,
  item,
  joined,
  LOG,
  MEETING,
  NINE,
  openBench,
  write,
} from './testdata/meeting.ts';
import { testSigner } from './testdata/signer.ts';

const other = id('log', 2);
let bench: Bench;
let random: ReturnType<typeof countedBytes>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench(countedBytes(), memoryKeyFiles());
  random = countedBytes();
  for (const log of [LOG, other]) {
    const { row } = await write(bench.store, MEETING.slice(0, 6), log);
    await keep(row);
    const done = await bench.store.append(log, row, MEETING.slice(6), null);
    if (!done.ok) throw new Error(done.code);
    await keep(done.row);
    // Behind what was signed last, so that a cut there is not found by a signature.
    await bench.store.append(log, done.row, [item({ kind: 'paused' }, NINE + 70_000)], null);
  }
});

const keep = async (row: LogRow, byte = 42) => keepCheckpoint({ db: bench.db, random }, await testSigner(byte), row);
const rowOf = async (log = LOG) => (await bench.store.row(log)) as LogRow;

async function order(signal = new AbortController().signal, progress = (_done: number, _total: number) => undefined) {
  return { tools: bench.store.checkTools((await testSigner()).key), now: () => NINE, signal, progress };
}
const check = async (rows?: readonly LogRow[]) => checkNow(await order(), rows ?? (await bench.store.logs()));

/** Each of the store's entries with its leaf's text changed. */
async function touch(index: number, change: (text: string) => string): Promise<void> {
  const entry = await bench.db.get('entries', [LOG, index]);
  if (!entry) throw new Error('no entry');
  await bench.db.put('entries', { ...entry, leaf: utf8(change(leafText(entry.leaf) ?? '')) });
}

async function disclosure(change: (row: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
  const row = await bench.db.get('disclosures', [LOG, 2, 'name']);
  if (!row) throw new Error('no disclosure');
  await bench.db.put('disclosures', { ...row, ...change({ ...row }) });
}

async function checkpoint(change: (note: string) => string): Promise<void> {
  const row = await bench.db.get('checkpoints', [LOG, 6]);
  if (!row) throw new Error('no checkpoint');
  await bench.db.put('checkpoints', { ...row, note: change(row.note) });
}

async function device(index: number, change: (row: DeviceRow) => Partial<DeviceRow>): Promise<void> {
  const row = (await bench.db.get('device', index)) as DeviceRow;
  await bench.db.put('device', { ...row, ...change(row) });
}

const flipped = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(bytes, (byte, i) => (i === 3 ? byte ^ 1 : byte));

describe('a full check', () => {
  it('of logs that are in order finds nothing, says how far it is, and notes when it was', async () => {
    const told: string[] = [];
    const found = await checkNow(
      await order(undefined, (done, total) => void told.push(`${done}/${total}`)),
      await bench.store.logs(),
    );
    expect(found).toEqual([]);
    expect(told).toEqual(['0/22', '9/22', '18/22', '22/22']);
    expect(await checkedOf(bench.db, LOG)).toEqual({ at: NINE, size: 9, damage: [] });
    expect(await checkedOf(bench.db, DEVICE_LOG)).toEqual({ at: NINE, size: 4, damage: [] });
    expect((await rowOf()).damaged).toBeUndefined();
  });

  it('takes an erased person for no damage', async () => {
    expect(await bench.store.erase(LOG, ANA)).toBeGreaterThan(0);
    expect(await check()).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>, readonly [DamageKind, number | null][]]>([
    ['an entry flipped', () => touch(4, (text) => text.replace('consented', 'withdrawn')), [['entry', 5]]],
    ['an entry that is no JSON', () => touch(4, () => '{'), [['entry', 4]]],
    ['the last entry flipped', () => touch(8, (text) => text.replace('paused', 'resumed')), [['head', 8]]],
    ['an entry missing', () => bench.db.delete('entries', [LOG, 4]), [['entry', 5]]],
    ['the last entry missing', () => bench.db.delete('entries', [LOG, 8]), [['entry', 8]]],
    ['all entries missing', () => bench.db.delete('entries', IDBKeyRange.bound([LOG, 0], [LOG, 99])), [['entry', 0]]],
    [
      'a head of another entry',
      async () => bench.db.put('logs', { ...(await rowOf()), head: (await rowOf(other)).head }),
      [['head', 8]],
    ],
    ['an older head', async () => bench.db.put('logs', { ...(await rowOf()), size: 8 }), [['head', 7]]],
    ['a size too large', async () => bench.db.put('logs', { ...(await rowOf()), size: 10 }), [['entry', 9]]],
    [
      'another tree',
      async () => bench.db.put('logs', { ...(await rowOf()), frontier: [new Uint8Array(32), new Uint8Array(32)] }),
      [['tree', null]],
    ],
    [
      'a tree of which one half is another',
      async () =>
        bench.db.put('logs', {
          ...(await rowOf()),
          frontier: (await rowOf()).frontier?.with(1, new Uint8Array(32)) ?? [],
        }),
      [['tree', null]],
    ],
    ['a tree too small', async () => bench.db.put('logs', { ...(await rowOf()), frontier: [] }), [['tree', null]]],
    [
      'an entry behind the end',
      async () => bench.db.put('entries', { log: LOG, index: 9, leaf: utf8('{}') }),
      [['head', 9]],
    ],
    [
      'a name that does not open',
      () => disclosure(({ sealed }) => ({ sealed: flipped(sealed as Uint8Array) })),
      [['words', 2]],
    ],
    [
      'a name sealed with another iv',
      () => disclosure(({ iv }) => ({ iv: flipped(iv as Uint8Array) })),
      [['words', 2]],
    ],
    ['a name that is somebody else’s', () => disclosure(() => ({ subject: id('participant', 1) })), [['words', 2]]],
    ['words that nothing is committed to', () => disclosure(() => ({ index: 5 })), [['words', 5]]],
    [
      'a checkpoint that cannot be read',
      () => checkpoint(() => 'x'),
      [
        ['checkpoint', 6],
        ['checkpoint', 6],
      ],
    ],
    [
      'a checkpoint with another signature',
      () => checkpoint((note) => note.replace(/.(?=.{30}=*\n$)/, (c) => (c === 'A' ? 'B' : 'A'))),
      [['checkpoint', 6]],
    ],
    ['a checkpoint of another size', () => checkpoint((note) => note.replace('\n6\n', '\n7\n')), [['checkpoint', 6]]],
    ['a checkpoint removed', () => bench.db.delete('checkpoints', [LOG, 6]), [['checkpoint', 6]]],
    ['a leaf of the device log flipped', () => device(1, ({ leaf }) => ({ leaf: flipped(leaf) })), [['device', 1]]],
    [
      'a leaf of the device log removed',
      () => bench.db.delete('device', 0),
      [
        ['device', 6],
        ['device', 1],
      ],
    ],
    [
      'an opening of another leaf',
      async () => {
        const { opening } = (await bench.db.get('device', 3)) as DeviceRow;
        await device(0, () => ({ opening }));
      },
      [
        ['device', 6],
        ['device', 0],
      ],
    ],
    ['another tree of the device log', () => device(2, () => ({ frontier: [] })), [['device', 2]]],
    ['another end of the device log', () => device(3, () => ({ note: 'x' })), [['device', 3]]],
  ])('finds %s', async (_name, harm, expected) => {
    await harm();
    const found = await check();
    expect(found.map(({ what, index }) => [what, index])).toEqual(expected);
    // Named, kept, and nothing repaired.
    expect(await check()).toEqual(found);
  });

  it('finds a log that is another one than was signed', async () => {
    const kept = await bench.db.getAll('checkpoints');
    const [devices, { key }] = [await bench.db.getAll('device'), await testSigner()];
    globalThis.indexedDB = new IDBFactory();
    bench = await openBench((n) => new Uint8Array(n).fill(9));
    await write(bench.store, MEETING);
    for (const row of kept) await bench.db.put('checkpoints', row);
    for (const row of devices) await bench.db.put('device', row);
    const found = await checkNow({ ...(await order()), tools: bench.store.checkTools(key) }, [await rowOf()]);
    expect(found.map(({ what, index }) => [what, index])).toEqual([
      ['fork', 6],
      ['fork', 8],
    ]);
  });

  it('finds a log that was cut off after more of it was signed', async () => {
    const { row } = await write(bench.store, MEETING.slice(0, 5), id('log', 3));
    const done = await bench.store.append(row.log, row, MEETING.slice(5), null);
    if (!done.ok) throw new Error(done.code);
    await keep(done.row);
    await bench.db.put('logs', row);
    await bench.db.delete('entries', IDBKeyRange.bound([row.log, 5], [row.log, 99]));
    expect((await check([row])).map(({ what, index }) => [what, index])).toEqual([['fork', 5]]);
  });

  it('finds what another key has signed', async () => {
    const { row } = await write(bench.store, MEETING, id('log', 4));
    await keep(row, 7);
    expect((await check([row])).map(({ what }) => what)).toEqual(['checkpoint', 'device']);
  });
});

describe('a damaged log', () => {
  beforeEach(async () => {
    await touch(4, (text) => text.replace('consented', 'withdrawn'));
    await bench.store.closeGate(other, { cutAfter: null, reasons: [] });
    await bench.db.put('gates', { log: LOG, state: 'open', epoch: EPOCH, cutAfter: null, reasons: [] });
  });

  it('is not appended to any more, its gate is closed, and every row of it stays', async () => {
    const before = await bench.db.getAll('entries');
    const row = await rowOf();
    await check();
    expect(await bench.store.gate(LOG)).toMatchObject({ state: 'closed', reasons: ['capture-failed'] });
    await expect(bench.store.append(LOG, row, [item({ kind: 'paused' })], null)).rejects.toMatchObject({
      code: 'damaged',
    });
    await expect(bench.store.checkTail(LOG)).rejects.toMatchObject({ code: 'damaged' });
    expect(await bench.db.getAll('entries')).toEqual(before);
    expect((await rowOf(other)).damaged).toBeUndefined();
    const fine = await bench.store.append(other, await rowOf(other), [item({ kind: 'resumed' }, NINE + 80_000)], null);
    expect(fine.ok).toBe(true);
  });
});

describe('in the background', () => {
  it('every log that has grown or was never looked at is checked, and then none until a week is over', async () => {
    const looked: number[] = [];
    const run = async (now: number) => {
      looked.length = 0;
      await checkOn({ ...(await order(undefined, (done) => void looked.push(done))), now: () => now });
    };
    await run(NINE);
    expect(looked).toEqual([9, 9]);
    await run(NINE + 1);
    expect(looked).toEqual([]);
    await bench.store.append(LOG, await rowOf(), [item({ kind: 'resumed' }, NINE + 80_000)], null);
    await run(NINE + 2);
    expect(looked).toEqual([10]);
    await run(NINE + 8 * 86_400_000);
    expect(looked).toHaveLength(2);
  });

  it('goes on where it was stopped, with what it had found', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => item({ kind: i % 2 ? 'paused' : 'resumed' }, NINE + 80_000));
    await bench.store.append(LOG, await rowOf(), many, null);
    await disclosure(({ sealed }) => ({ sealed: flipped(sealed as Uint8Array) }));
    await check([await rowOf(other)]);
    const stop = new AbortController();
    const looked: number[] = [];
    await checkOn(
      await order(stop.signal, (done) => {
        looked.push(done);
        stop.abort();
      }),
    );
    expect(looked).toEqual([500]);
    expect((await standing(bench.db))?.place).toMatchObject({
      link: { size: 500 },
      damage: [{ what: 'words', index: 2 }],
    });
    expect(await checkedOf(bench.db, LOG)).toBeNull();
    await checkOn(await order(undefined, (done) => void looked.push(done)));
    expect(looked).toEqual([500, 1000, 1209]);
    expect((await checkedOf(bench.db, LOG))?.damage).toEqual([{ what: 'words', log: LOG, index: 2 }]);
    expect(await standing(bench.db)).toBeNull();
  });

  it('begins anew where it stood beyond the log, or in one that is gone', async () => {
    await keepStanding(bench.db, { log: LOG, place: { ...CHECK_START, link: { size: 99, head: 'x', at: 0 } } });
    await checkOn(await order());
    expect((await checkedOf(bench.db, LOG))?.damage).toEqual([]);
    await keepStanding(bench.db, { log: 'gone', place: CHECK_START });
    await checkOn(await order());
    expect((await checkedOf(bench.db, other))?.damage).toEqual([]);
  });

  it('asked for and cancelled ends as cancelled', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(checkNow(await order(stop.signal), await bench.store.logs())).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await checkedOf(bench.db, LOG)).toBeNull();
  });
});

describe('opening a log', () => {
  it('that is in order, empty or unknown, is no damage', async () => {
    await bench.store.checkTail(LOG);
    await bench.store.create({ log: id('log', 5), platform: 'sandbox', meeting: 'x', at: NINE });
    await bench.store.checkTail(id('log', 5));
    // What was signed of others, before and behind it, is not of it.
    for (const log of ['l000000000000', 'lzzzzzzzzzzzz'] as const) {
      await bench.store.create({ log: log as typeof LOG, platform: 'sandbox', meeting: 'x', at: NINE });
      await bench.store.checkTail(log);
    }
    await bench.store.checkTail('unknown');
    const { row } = await write(
      bench.store,
      [...MEETING, ...Array.from({ length: 30 }, () => item({ kind: 'paused' }, NINE + 90_000))],
      id('log', 6),
    );
    await keep(row);
    await bench.store.checkTail(row.log);
  });

  it.each<[string, () => Promise<unknown>, DamageKind]>([
    ['found damaged before', async () => bench.db.put('logs', { ...(await rowOf()), damaged: true }), 'entry'],
    ['whose last entry is missing', () => bench.db.delete('entries', [LOG, 8]), 'entry'],
    ['whose last entry was changed', () => touch(8, (text) => text.replace('paused', 'resumed')), 'head'],
    ['whose last entry is no leaf', () => touch(8, () => 'x'), 'entry'],
    ['with a gap before its end', () => bench.db.delete('entries', [LOG, 7]), 'entry'],
    ['with an entry before its end changed', () => touch(6, (text) => text.replace('chat', 'panel')), 'entry'],
    ['with something behind its end', () => bench.db.put('entries', { log: LOG, index: 9, leaf: utf8('x') }), 'head'],
    ['with an older head', async () => bench.db.put('logs', { ...(await rowOf()), size: 7 }), 'head'],
    ['with another head', async () => bench.db.put('logs', { ...(await rowOf()), head: 'A'.repeat(43) }), 'head'],
    [
      'with a tree of another size',
      async () => bench.db.put('logs', { ...(await rowOf()), frontier: [new Uint8Array(32)] }),
      'tree',
    ],
    [
      'of which more was signed than is there',
      async () => {
        await bench.db.put('logs', { ...(await rowOf()), size: 0, head: 'A'.repeat(43), frontier: [] });
        await bench.db.delete('entries', IDBKeyRange.bound([LOG, 0], [LOG, 99]));
      },
      'fork',
    ],
    [
      'whose newest signature cannot be read',
      async () => {
        const row = await bench.db.get('checkpoints', [LOG, 8]);
        if (row) await bench.db.put('checkpoints', { ...row, note: 'x' });
      },
      'checkpoint',
    ],
    [
      'that is another one than was signed',
      async () => {
        await keep(await rowOf());
        await bench.db.put('logs', { ...(await rowOf()), frontier: [new Uint8Array(32), new Uint8Array(32)] });
      },
      'fork',
    ],
  ])('%s is told', async (_name, harm, what) => {
    await harm();
    await expect(bench.store.checkTail(LOG)).rejects.toMatchObject({ code: 'damaged', what });
  });
});

it.each<[string, () => Promise<unknown>, object]>([
  ['is missing', () => bench.db.delete('entries', [LOG, 8]), { index: 8, detail: 'entry 8: missing' }],
  ['is no head', async () => bench.db.put('logs', { ...(await rowOf()), head: 'A'.repeat(43) }), { index: 8 }],
  ['was changed', () => touch(7, (text) => text.replace('"index":7', '"index":6')), { index: 7 }],
])('opening tells which entry %s', async (_, harm, told) => {
  await harm();
  await expect(bench.store.checkTail(LOG)).rejects.toMatchObject({ code: 'damaged', ...told });
});

it('a full check changes nothing by itself', async () => {
  const before = [await bench.db.getAll('logs'), await bench.db.getAll('settings')];
  await touch(4, () => '{');
  const walk = fullCheck(bench.store.checkTools((await testSigner()).key), await rowOf());
  for (let next = await walk.next(); !next.done; next = await walk.next());
  expect([await bench.db.getAll('logs'), await bench.db.getAll('settings')]).toEqual(before);
});

describe('one log, by itself', () => {
  type Place = Parameters<typeof fullCheck>[2];
  const walk = async (row: LogRow, key: Uint8Array<ArrayBuffer> | null, from?: Place) => {
    const check = fullCheck(bench.store.checkTools(key), row, from);
    let place = from;
    for (;;) {
      const next = await check.next();
      if (next.done) return { found: next.value.map(({ what, index }) => [what, index]), place };
      place = next.value;
    }
  };
  const found = async (row?: LogRow) => (await walk(row ?? (await rowOf()), (await testSigner()).key)).found;
  /** Its checkpoint of six entries. */
  const six = async () => (await bench.db.get('checkpoints', [LOG, 6])) as CheckpointRow;
  const signed = async (text: string, origin = originOf(LOG)) => {
    const { key, sign } = await testSigner();
    return noteText(await signNote(text, await noteKey(origin, key), sign));
  };
  const said = async () => readCheckpointText(readNote((await six()).note)?.text ?? '') as Checkpoint;

  it('as it was before it grew, or whose head is gone since, is in order', async () => {
    const row = await rowOf();
    expect(await found(row)).toEqual([]);
    await bench.store.append(LOG, row, [item({ kind: 'resumed' }, NINE + 80_000)], null);
    expect(await found(row)).toEqual([]);
    await bench.db.delete('entries', [LOG, 9]);
    await bench.db.delete('logs', LOG);
    expect(await found(row)).toEqual([]);
  });

  it('what was signed of it is not by this device where this device has no key', async () => {
    expect((await walk(await rowOf(), null)).found).toEqual([
      ['checkpoint', 6],
      ['checkpoint', 8],
    ]);
  });

  it('what was signed before there was a device log has no leaf in it', async () => {
    const { device: _none, ...old } = await six();
    await bench.db.put('checkpoints', old);
    expect(await found()).toEqual([]);
  });

  it.each<[string, () => Promise<string>]>([
    ['of another size', async () => signed(checkpointText({ ...(await said()), size: 7 }))],
    ['of another log', async () => signed(checkpointText({ ...(await said()), origin: originOf(other) }))],
    ['that is none', () => signed('no checkpoint\n')],
  ])('a checkpoint %s is damage, though this device signed it', async (_, note) => {
    await bench.db.put('checkpoints', { ...(await six()), note: await note() });
    expect(await found()).toEqual([['checkpoint', 6]]);
  });

  it('a leaf of the device log that opens as another size of it is damage, though its root is the same', async () => {
    const { root, log } = readOpening(((await bench.db.get('device', 0)) as DeviceRow).opening) as Opening;
    await device(0, () => ({ opening: openingText(new Uint8Array(16), { log, size: 7, root }) }));
    expect(await found()).toEqual([['device', 6]]);
  });

  it('what was signed of nothing is looked at when it begins, and not when it goes on', async () => {
    const log = id('log', 3);
    const empty = await bench.store.create({ log, platform: 'sandbox', meeting: 'x', at: NINE });
    await keep(empty);
    const done = await bench.store.append(log, empty, MEETING, null);
    if (!done.ok) throw new Error(done.code);
    const { key } = await testSigner();
    const whole = await walk(done.row, key);
    expect(whole.found).toEqual([]);
    expect((await walk(done.row, key, whole.place)).found).toEqual([]);
    const row = (await bench.db.get('checkpoints', [log, 0])) as CheckpointRow;
    await bench.db.put('checkpoints', { ...row, note: 'x' });
    expect((await walk(done.row, key)).found).toEqual([['checkpoint', 0]]);
  });

  it('of more than a hundred faults a hundred are told', async () => {
    const log = id('log', 3);
    const many = Array.from({ length: 101 }, (_, i) => joined(id('participant', i), `${i}`, NINE));
    const { row } = await write(bench.store, many, log);
    for (const one of await bench.db.getAll('disclosures', IDBKeyRange.bound([log], [log, []])))
      await bench.db.put('disclosures', { ...one, sealed: flipped(one.sealed) });
    const told = await found(row);
    expect(told).toHaveLength(100);
    expect(told.at(-1)).toEqual(['words', 99]);
  });
});
