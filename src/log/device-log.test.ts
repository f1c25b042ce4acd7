import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceRow, LogRow } from '../database/schema.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import { utf8 } from './canonical.ts';
import { readCheckpointText } from './checkpoint.ts';
import { keepCheckpoint } from './checkpoints.ts';
import { deviceLeafText, deviceOrigin, openingHash, openingText, readDeviceLeaf, readOpening } from './device-leaf.ts';
import { lastDeviceRow } from './device-log.ts';
import { leafHash, leafText, NO_LEAF } from './leaf.ts';
import { type Hash, rootAt, treeOf } from './merkle.ts';
import { noteKey } from './note-key.ts';
import { checkNote, readNote } from './signed-note.ts';
import { type Bench, countedBytes, id, LOG, MEETING, NINE, openBench, write } from './testdata/meeting.ts';
import { testSigner } from './testdata/signer.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

const verify = ed25519Of(crypto.subtle);
const rowsOf = () => bench.db.getAll('device');
const random = countedBytes();
const keep = async (row: LogRow) => keepCheckpoint({ db: bench.db, random }, await testSigner(), row);
const other = id('log', 2);

/** Two meetings, each signed in the middle and at its end. */
async function fourSigned(): Promise<DeviceRow[]> {
  for (const log of [LOG, other]) {
    let { row } = await write(bench.store, MEETING.slice(0, 6), log);
    await keep(row);
    const done = await bench.store.append(log, row, MEETING.slice(6), null);
    if (!done.ok) throw new Error(done.code);
    row = done.row;
    await keep(row);
  }
  return rowsOf();
}

describe('the device log', () => {
  it('has a leaf for each checkpoint of each meeting, chained and committed to it', async () => {
    const rows = await fourSigned();
    expect(rows.map(({ opening }) => readOpening(opening)).map((one) => [one?.log, one?.size])).toEqual([
      [LOG, 6],
      [LOG, 8],
      [other, 6],
      [other, 8],
    ]);
    let prev = NO_LEAF;
    for (const [index, row] of rows.entries()) {
      const leaf = readDeviceLeaf(leafText(row.leaf) ?? '');
      expect(leaf).toMatchObject({ v: 1, index, prev, checkpoint: await openingHash(row.opening) });
      prev = await leafHash(row.leaf);
      const kept = await bench.db.getAll('checkpoints');
      const { note = '' } = kept.find(({ device }) => device === index) ?? {};
      const checkpoint = readCheckpointText(readNote(note)?.text ?? '');
      expect(readOpening(row.opening)?.root).toBe(base64url(checkpoint?.root ?? new Uint8Array()));
    }
  });

  it('is signed with each leaf, with an origin of its own that tells the key', async () => {
    const rows = await fourSigned();
    const { key } = await testSigner();
    const origin = await deviceOrigin(key);
    expect(origin).toMatch(/^ask-to-record\/device\/\d{5}-\d{5}-\d{5}-\d{5}$/);
    const hashes = await Promise.all(rows.map(async ({ leaf }) => fromBase64url(await leafHash(leaf)) as Hash));
    const tree = await treeOf(hashes);
    for (const [index, { note }] of rows.entries()) {
      const read = readNote(note);
      const signed = read && readCheckpointText(read.text);
      expect(signed).toEqual({ origin, size: index + 1, root: await rootAt(tree, index + 1) });
      expect(read && (await checkNote(read, [await noteKey(origin, key)], verify))).toBe('good');
    }
    expect((await lastDeviceRow(bench.db))?.index).toBe(3);
  });

  it('tells in its leaves neither which meeting nor how long it was, and no time runs back', async () => {
    const rows = await fourSigned();
    const texts = rows.map(({ leaf }) => leafText(leaf) ?? '');
    for (const text of texts) expect(text).not.toMatch(new RegExp(`${LOG}|${other}|size|root`));
    const times = texts.map((text) => readDeviceLeaf(text)?.time ?? '');
    expect(times).toEqual([...times].sort());
    // The second meeting's first checkpoint is of an earlier moment than the first one's last.
    expect(times[2]).toBe(times[1]);
    expect(times[0]).toBe(new Date(NINE + 9000).toISOString());
  });

  it('takes the same checkpoint once, and gives the note that is kept', async () => {
    const { row } = await write(bench.store, MEETING);
    const first = await keep(row);
    expect(await keep(row)).toBe(first);
    expect(await rowsOf()).toHaveLength(1);
  });

  it('takes every checkpoint of two writers who do it at once', async () => {
    const rows = await Promise.all([
      write(bench.store, MEETING).then(({ row }) => row),
      write(bench.store, MEETING.slice(0, 6), other).then(({ row }) => row),
    ]);
    await Promise.all([...rows, ...rows].map(keep));
    const logs = (await rowsOf()).map(({ opening }) => readOpening(opening)?.log);
    expect(logs.sort()).toEqual([LOG, other].sort());
  });

  it('does not continue from a row that is no leaf', async () => {
    await fourSigned();
    const last = (await lastDeviceRow(bench.db)) as DeviceRow;
    await bench.db.put('device', { ...last, leaf: utf8('{}') });
    const { row } = await write(bench.store, MEETING, id('log', 3));
    await expect(keep(row)).rejects.toMatchObject({ code: 'damaged' });
    expect(await rowsOf()).toHaveLength(4);
  });
});

describe('a checkpoint and its leaf', () => {
  it.each([
    ['checkpoints', 'put'],
    ['device', 'add'],
  ] as const)('are both there or neither, when writing %s fails', async (store, method) => {
    const { row } = await write(bench.store, MEETING);
    const real = IDBObjectStore.prototype[method];
    const add = vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function full(
      this: IDBObjectStore,
      value,
    ) {
      if (this.name === store) throw new DOMException('full', 'QuotaExceededError');
      return real.call(this, value) as IDBRequest<IDBValidKey>;
    });
    await expect(keep(row)).rejects.toMatchObject({ code: 'disk-full' });
    add.mockRestore();
    expect(await rowsOf()).toEqual([]);
    expect(await bench.db.getAll('checkpoints')).toEqual([]);
    // The next one covers what this one would have.
    await keep(row);
    expect(await rowsOf()).toHaveLength(1);
  });

  it('lie on the disk before anybody is given the note', async () => {
    const { row } = await write(bench.store, MEETING);
    const transaction = vi.spyOn(bench.db, 'transaction');
    await keep(row);
    const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    transaction.mockRestore();
    expect(writing.map(([, , options]) => options)).toEqual([{ durability: 'strict' }]);
  });

  it('from before there was a device log comes into it first, with all of its kind', async () => {
    const { row } = await write(bench.store, MEETING);
    const note = await keep(row);
    const two = (await write(bench.store, MEETING.slice(0, 6), other)).row;
    await keep(two);
    for (const { device: _none, ...old } of await bench.db.getAll('checkpoints'))
      await bench.db.put('checkpoints', old);
    await bench.db.clear('device');
    expect(await keep(row)).toBe(note);
    const said = (await rowsOf()).map(({ opening }) => readOpening(opening));
    expect(said.map((one) => [one?.log, one?.size]).sort()).toEqual(
      [
        [LOG, 8],
        [other, 6],
      ].sort(),
    );
    expect((await bench.db.getAll('checkpoints')).map(({ device }) => device).sort()).toEqual([0, 1]);
    expect(await keep(two)).toBe((await bench.db.get('checkpoints', [other, 6]))?.note);
    expect(await rowsOf()).toHaveLength(2);
  });
});

describe('leaf and opening', () => {
  const leaf = { index: 0, prev: NO_LEAF, checkpoint: NO_LEAF };
  const opening = { log: LOG, size: 3, root: NO_LEAF };

  it('are read back only as they are written', () => {
    const text = deviceLeafText(leaf, NINE);
    expect(readDeviceLeaf(text)).toEqual({ v: 1, ...leaf, time: new Date(NINE).toISOString() });
    const written = openingText(new Uint8Array(16), opening);
    expect(readOpening(written)).toEqual(opening);
    for (const other of [` ${text}`, text.replace('"v":1', '"v":2'), text.replace('}', ',"x":1}'), 'x', '[]', ''])
      expect(readDeviceLeaf(other)).toBeNull();
    for (const other of [` ${written}`, written.replace(LOG, 'x'), written.replace('3,', '-3,'), '[]', ''])
      expect(readOpening(other)).toBeNull();
  });

  it('that could not be read back are not written', () => {
    expect(() => deviceLeafText({ ...leaf, prev: 'x' }, NINE)).toThrow('unexpected');
    expect(() => deviceLeafText({ ...leaf, index: -1 }, NINE)).toThrow('unexpected');
    expect(() => openingText(new Uint8Array(15), opening)).toThrow('unexpected');
    expect(() => openingText(new Uint8Array(16), { ...opening, log: 'x' })).toThrow('unexpected');
  });

  it('of the same checkpoint differ each time, so that nobody can guess', async () => {
    const one = openingText(countedBytes()(16), opening);
    const two = openingText(new Uint8Array(16), opening);
    expect(await openingHash(one)).not.toBe(await openingHash(two));
  });
});
