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
import { devicePages, lastDeviceRow, nextDeviceRow } from './device-log.ts';
import { leafHash, leafText, NO_LEAF } from './leaf.ts';
import { type Hash, rootAt, treeOf } from './merkle.ts';
import { noteKey } from './note-key.ts';
import { checkNote, readNote } from './signed-note.ts';
import { signedCheckpoint } from './signer.ts';
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

describe('what was signed before there was a device log', () => {
  /** As an older version left it: the same checkpoints, and no leaf of any. */
  async function forgotten(): Promise<void> {
    for (const { device: _none, ...old } of await bench.db.getAll('checkpoints'))
      await bench.db.put('checkpoints', old);
    await bench.db.clear('device');
  }
  const sizes = async () => (await rowsOf()).map(({ opening }) => readOpening(opening)?.size);

  it('of another meeting that was as long comes into it too', async () => {
    const { row } = await write(bench.store, MEETING);
    await keep(row);
    await keep((await write(bench.store, MEETING, other)).row);
    await forgotten();
    await keep(row);
    const logs = (await rowsOf()).map(({ opening }) => readOpening(opening)?.log);
    expect(logs.sort()).toEqual([LOG, other].sort());
  });

  it('of the same meeting comes before what is signed of it now, each with the time of its own entry', async () => {
    const { row } = await write(bench.store, MEETING.slice(0, 6));
    await keep(row);
    const done = await bench.store.append(LOG, row, MEETING.slice(6), null);
    if (!done.ok) throw new Error(done.code);
    await keep(done.row);
    await forgotten();
    await keep(done.row);
    expect(await sizes()).toEqual([6, 8]);
    const times = (await rowsOf()).map(({ leaf }) => readDeviceLeaf(leafText(leaf) ?? '')?.time);
    expect(times).toEqual([NINE + 9000, NINE + 60_000].map((at) => new Date(at).toISOString()));
    expect(await bench.db.getAll('checkpoints')).toMatchObject([
      { size: 6, device: 0 },
      { size: 8, device: 1 },
    ]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a signature that cannot be read', () => bench.db.put('checkpoints', { log: LOG, size: 6, note: 'x' })],
    [
      'a signature of another size',
      async () => {
        const note = (await bench.db.get('checkpoints', [LOG, 6]))?.note ?? '';
        await bench.db.put('checkpoints', { log: LOG, size: 5, note });
        await bench.db.delete('checkpoints', [LOG, 6]);
      },
    ],
    ['an entry that is gone', () => bench.db.delete('entries', [LOG, 5])],
  ])('and cannot be read for %s stays as it lies, for the full check to tell', async (_, harm) => {
    await keep((await write(bench.store, MEETING.slice(0, 6))).row);
    await forgotten();
    await harm();
    const kept = await bench.db.getAll('checkpoints');
    await keep((await write(bench.store, MEETING, other)).row);
    expect(await sizes()).toEqual([8]);
    expect(await bench.db.getAll('checkpoints', IDBKeyRange.bound([LOG], [LOG, []]))).toEqual(kept);
  });
});

describe('when somebody else signs at the very same time', () => {
  /** Does something each time that the device log is about to be signed, before it is. */
  async function keepWhile(row: LogRow, meanwhile: (turn: number) => Promise<unknown>): Promise<string> {
    const signer = await testSigner();
    let turn = 0;
    const sign: typeof signer.sign = async (message) => {
      if (new TextDecoder().decode(message).startsWith('ask-to-record/device')) await meanwhile(turn++);
      return signer.sign(message);
    };
    return keepCheckpoint({ db: bench.db, random }, { ...signer, sign }, row);
  }
  /** Another context's checkpoint of another meeting, of so many entries. */
  async function another(size: number): Promise<void> {
    const witnessed = { log: other, size, root: new Uint8Array(32) as Hash, at: NINE };
    const leaf = await nextDeviceRow(await lastDeviceRow(bench.db), witnessed, await testSigner(), random);
    await bench.db.add('device', leaf);
  }

  it('both leaves are there, one after the other', async () => {
    const { row } = await write(bench.store, MEETING);
    const note = await keepWhile(row, async (turn) => turn === 0 && another(1));
    const rows = await rowsOf();
    expect(rows.map(({ opening }) => readOpening(opening)?.log)).toEqual([other, LOG]);
    expect(readDeviceLeaf(leafText(rows[1]?.leaf ?? new Uint8Array()) ?? '')?.prev).toBe(
      await leafHash(rows[0]?.leaf ?? new Uint8Array()),
    );
    expect(await bench.db.getAll('checkpoints')).toEqual([{ log: LOG, size: 8, note, device: 1 }]);
  });

  it('the note that they kept of the very same entries is the one that stays', async () => {
    const { row } = await write(bench.store, MEETING);
    const by = await testSigner(7);
    const theirs = await signedCheckpoint(by, LOG, { size: row.size, roots: row.frontier ?? [] });
    const put = async (turn: number) => turn === 0 && bench.db.put('checkpoints', { log: LOG, size: 8, note: theirs });
    expect(await keepWhile(row, put)).toBe(theirs);
    expect(await bench.db.getAll('checkpoints')).toEqual([{ log: LOG, size: 8, note: theirs, device: 0 }]);
  });

  it('again and again, it is given up in the end, and nothing of it is kept', async () => {
    const { row } = await write(bench.store, MEETING);
    await expect(keepWhile(row, (turn) => another(turn + 1))).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await bench.db.count('checkpoints')).toBe(0);
    expect(await rowsOf()).toHaveLength(5);
  });
});

it('a note of another tree, or that cannot be read, is refused as a fork, and one by another key is the same', async () => {
  const { row } = await write(bench.store, MEETING);
  const first = await keepCheckpoint({ db: bench.db, random }, await testSigner(7), row);
  expect(await keep(row)).toBe(first);
  const fork = { code: 'damaged', what: 'fork' };
  await expect(keep({ ...row, frontier: [new Uint8Array(32)] })).rejects.toMatchObject(fork);
  await bench.db.put('checkpoints', { log: LOG, size: row.size, note: 'x' });
  await expect(keep(row)).rejects.toMatchObject(fork);
  expect(await rowsOf()).toHaveLength(1);
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

describe('its rows page by page', () => {
  const put = async (...indices: number[]) => {
    const tx = bench.db.transaction('device', 'readwrite');
    for (const index of indices)
      await tx.store.put({ index, leaf: Uint8Array.of(1), opening: '', frontier: [], note: '' });
    await tx.done;
  };
  const pages = async () => {
    const all: number[][] = [];
    for await (const page of devicePages(bench.db)) all.push(page.map(({ index }) => index));
    return all;
  };
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

  it('are all there once, in order', async () => {
    expect(await pages()).toEqual([]);
    await put(...range(0, 3));
    expect(await pages()).toEqual([[0, 1, 2]]);
    await put(...range(3, 500));
    expect(await pages()).toEqual([range(0, 500)]);
    await put(...range(500, 502));
    expect(await pages()).toEqual([range(0, 500), [500, 501]]);
  });

  it('go on behind a gap of more than a page, which is no page', async () => {
    await put(0, 1, 1700, 1701);
    expect(await pages()).toEqual([
      [0, 1],
      [1700, 1701],
    ]);
  });
});
