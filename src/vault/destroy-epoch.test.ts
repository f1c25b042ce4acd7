import 'fake-indexeddb/auto';
import { IDBCursor, IDBObjectStore } from 'fake-indexeddb';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DATABASE_NAME, type Database, type HoldRow, openDatabase } from '../database/schema.ts';
import type { DeletionGround } from './deletion-turn.ts';
import { destroyCopy } from './destroy-copy.ts';
import { destroyEpochs, finishDeletions, meantDeletions } from './destroy-epoch.ts';
import { setHold } from './holds.ts';
import { EPOCH_KEYS, type KeyFiles, memoryKeyFiles } from './key-files.ts';
import { memoryLocks } from './locks.ts';
import { quarantined } from './quarantine.ts';
import { reviewKeyName } from './reviews.ts';

const LOG = 'lAAAAAAAAAAAA';
const EPOCH = 'eAAAAAAAAAAAA';
const OTHER = 'eBBBBBBBBBBBB';
const COPY = 'cAAAAAAAAAAAA';
const KEY = new Uint8Array(32).fill(7);

let db: Database;
let keys: KeyFiles;
let ground: DeletionGround;
let told: string[][];
/** What the log was told of an epoch of which a hold kept the rest: with the names that are left. */
let lost: string[][];
const lose = async (log: string, epoch: string, names: readonly string[], why: string) =>
  void lost.push([log, epoch, ...names, why]);
const tell = async (log: string, epochs: readonly string[], why: string) => void told.push([log, ...epochs, why]);
/** As the worker does it: what the log says already is not said again. */
const once = async (log: string, epochs: readonly string[], why: string) => {
  const left = epochs.filter((epoch) => !told.flat().includes(epoch));
  if (left.length > 0) told.push([log, ...left, why]);
};

beforeEach(async () => {
  db = await openDatabase(() => undefined);
  keys = memoryKeyFiles();
  ground = { db, keys, locks: memoryLocks() };
  told = [];
  lost = [];
  await fill();
});
afterEach(async () => {
  vi.restoreAllMocks();
  db.close();
  await deleteDB(DATABASE_NAME);
});

async function fill(): Promise<void> {
  for (const epoch of [EPOCH, OTHER]) await keys.put(EPOCH_KEYS, reviewKeyName(epoch), KEY);
  for (const epoch of [EPOCH, OTHER, COPY]) {
    await keys.put(EPOCH_KEYS, epoch, KEY);
    for (const [seq, store] of [
      [0, 'chunks'],
      [1, 'live'],
    ] as const)
      await db.put(store, { epoch, seq, log: LOG, endAt: 1, bytes: 1, sealed: new ArrayBuffer(1), hash: '' });
  }
  await db.put('copies', { id: COPY, log: LOG, epochs: [EPOCH] } as never);
  for (const epoch of [EPOCH, OTHER]) await db.put('reviews', { log: LOG, id: `n${epoch}`, epoch } as never);
  await db.put(
    'settings',
    { version: 1, epoch: EPOCH, log: LOG, at: 1, until: 2, why: 'damaged' },
    `quarantine/${EPOCH}`,
  );
}

/** What is left of anything, by epoch or copy. */
async function left(): Promise<string[]> {
  const rows = [
    ...(await db.getAllKeys('chunks')).map(([epoch]) => `chunk ${epoch}`),
    ...(await db.getAllKeys('live')).map(([epoch]) => `live ${epoch}`),
    ...(await db.getAllKeys('copies')).map((id) => `copy ${id}`),
    ...(await db.getAll('reviews')).map(({ epoch }) => `review ${epoch}`),
    ...(await quarantined(db)).map(({ epoch }) => `quarantine ${epoch}`),
    ...(await keys.names(EPOCH_KEYS)).map((name) => `key ${name}`),
  ];
  return rows.sort();
}
const OTHERS = [`chunk ${OTHER}`, `key ${OTHER}`, `key ${reviewKeyName(OTHER)}`, `live ${OTHER}`, `review ${OTHER}`];

const hold = (over: Partial<HoldRow> = {}): HoldRow => ({
  id: 'hAAAAAAAAAAAA',
  over: 'recording',
  matter: '',
  who: 'Ana Beispiel',
  why: 'a dispute',
  setAt: 1,
  liftedAt: null,
  parts: [{ log: LOG, epochs: null, people: null, person: [] }],
  untold: [],
  ...over,
});
const destroy = (epochs = [EPOCH]) => destroyEpochs(ground, { log: LOG, epochs, why: 'host' }, once);

test('key, media, copies, notes and quarantine go, nothing else, and the log is told once', async () => {
  await destroyEpochs(ground, { log: LOG, epochs: [EPOCH], why: 'host' }, tell);
  expect(await left()).toEqual(OTHERS);
  expect(told).toEqual([[LOG, EPOCH, 'host']]);
  expect(await meantDeletions(db)).toEqual([]);
});

test('what is left of it after a cut goes with it, under every name, and so does what a crash left half-made', async () => {
  const [whole, half, bare] = [`${EPOCH}-1`, `${EPOCH}-2`, `${EPOCH}-3`];
  const lie = (store: 'chunks' | 'live', epoch: string) =>
    db.put(store, { epoch, seq: 0, log: LOG, endAt: 1, bytes: 1, sealed: new ArrayBuffer(1), hash: '' });
  await keys.put(EPOCH_KEYS, whole, KEY);
  await lie('chunks', whole);
  await lie('live', half);
  await keys.put(EPOCH_KEYS, bare, KEY);
  await destroy();
  expect(await left()).toEqual(OTHERS);
});

test('every key goes before any media: a crash after that leaves only what nobody can open', async () => {
  await keys.put(EPOCH_KEYS, `${EPOCH}-1`, KEY);
  const { delete: remove } = IDBObjectStore.prototype;
  let seen: string[] | null = null;
  const names = [EPOCH, `${EPOCH}-1`, COPY];
  const gone = vi.fn(keys.destroy);
  keys = { ...keys, destroy: gone };
  ground = { ...ground, keys };
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, ...given) {
    seen ??= gone.mock.calls.map(([, name]) => name);
    return remove.apply(this, given);
  });
  await destroy();
  expect(seen).toEqual(names);
});

test('nothing to destroy is nothing to tell', async () => {
  await destroyEpochs(ground, { log: LOG, epochs: [], why: 'host' }, tell);
  expect(told).toEqual([]);
});

test('on a full disk it is destroyed all the same; on a broken one it is told, and nothing is touched', async () => {
  const before = await left();
  const broken = (name: string) =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no', name);
    });
  broken('UnknownError');
  await expect(destroy()).rejects.toMatchObject({ code: 'storage-failed' });
  vi.restoreAllMocks();
  expect(await left()).toEqual(before);
  broken('QuotaExceededError');
  await destroy();
  expect(await left()).toEqual(OTHERS);
  expect(told).toEqual([[LOG, EPOCH, 'host']]);
});

test('a key that cannot be removed is told: nobody takes the recording for gone', async () => {
  const locked = { ...keys, destroy: () => Promise.reject(new Error('the file is open')) };
  await expect(
    destroyEpochs({ ...ground, keys: locked }, { log: LOG, epochs: [EPOCH], why: 'host' }, once),
  ).rejects.toMatchObject({ code: 'storage-failed' });
  expect(told).toEqual([]);
  await finishDeletions(ground, once, lose);
  expect(await left()).toEqual(OTHERS);
});

test('an edited list of what was meant: what is none keeps nothing else from being finished', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await db.put('settings', null as never, 'deleting/');
  await db.put('settings', { version: 1 } as never, `deleting/e`);
  await db.put('settings', { version: 1, log: LOG, epoch: EPOCH, why: 'host' }, `deleting/${EPOCH}`);
  await finishDeletions(ground, once, lose);
  expect(await left()).toEqual(OTHERS);
});

describe('a hold', () => {
  test('refuses, and nothing at all is touched, not even what it does not cover', async () => {
    const before = await left();
    await setHold(ground, hold({ over: 'epoch', parts: [{ log: LOG, epochs: [EPOCH], people: [], person: [] }] }));
    await expect(destroy([OTHER, EPOCH])).rejects.toMatchObject({ code: 'held' });
    await expect(destroyCopy(ground, COPY)).rejects.toMatchObject({ code: 'held' });
    expect(await left()).toEqual(before);
    expect(told).toEqual([]);
    await destroy([OTHER]);
    expect(await left()).toEqual(before.filter((one) => !one.includes(OTHER)));
  });

  test('and a deletion at the same moment: whichever is first is whole', async () => {
    const first = destroy();
    const after = setHold(ground, hold());
    await Promise.all([first, after]);
    expect(await left()).toEqual(OTHERS);
    await expect(destroy([OTHER])).rejects.toMatchObject({ code: 'held' });
    expect(await left()).toEqual(OTHERS);
  });

  test('set first, the deletion that waited for it is refused', async () => {
    const before = await left();
    const set = setHold(ground, hold());
    const refused = expect(destroy()).rejects.toMatchObject({ code: 'held' });
    await Promise.all([set, refused]);
    expect(await left()).toEqual(before);
  });
});

describe('a hold of which nobody can read any more what it is over', () => {
  test.each<[string, unknown]>([
    ['gone', undefined],
    ['a word', 'all of it'],
    ['an empty list', []],
    ['a list of nothing', [null]],
    ['without a log', [{ epochs: null, people: null, person: [] }]],
    ['of one epoch that is no list', [{ log: LOG, epochs: EPOCH, people: null, person: [] }]],
  ])('its parts being %s, keeps everything: no deletion touches anything', async (_name, parts) => {
    const before = await left();
    await db.put('holds', hold({ parts: parts as never }));
    for (const epochs of [[EPOCH], [OTHER]]) await expect(destroy(epochs)).rejects.toMatchObject({ code: 'held' });
    await expect(destroyCopy(ground, COPY)).rejects.toMatchObject({ code: 'held' });
    expect(await left()).toEqual(before);
    expect(await meantDeletions(db)).toEqual([]);
    expect(told).toEqual([]);
  });
});

test('a copy alone goes, and what it was made of stays', async () => {
  await destroyCopy(ground, COPY);
  expect((await left()).filter((one) => one.includes(COPY))).toEqual([]);
  expect((await left()).filter((one) => one.includes(EPOCH))).toHaveLength(6);
  await destroyCopy(ground, COPY);
});

test('two windows at once delete it once', async () => {
  await Promise.all([destroy(), destroy(), destroy([EPOCH, OTHER])]);
  expect(await left()).toEqual([]);
  expect(told).toEqual([
    [LOG, EPOCH, 'host'],
    [LOG, OTHER, 'host'],
  ]);
});

describe('interrupted at every step', () => {
  class Crash extends Error {}
  /** Everything that is written, from the nth write on, fails, as if nobody were there any more. */
  function dieAt(nth: number): { readonly writes: () => number; readonly ground: DeletionGround } {
    let writes = 0;
    const step = () => {
      if (writes++ >= nth) throw new Crash('gone');
    };
    const { put, delete: remove } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      step();
      return put.apply(this, given);
    });
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, ...given) {
      step();
      return remove.apply(this, given);
    });
    const { delete: removeAt } = IDBCursor.prototype;
    vi.spyOn(IDBCursor.prototype, 'delete').mockImplementation(function (this: IDBCursor) {
      step();
      return removeAt.apply(this);
    });
    const mortal: KeyFiles = {
      ...keys,
      destroy: async (folder, name) => {
        step();
        await keys.destroy(folder, name);
      },
    };
    return { writes: () => writes, ground: { ...ground, keys: mortal } };
  }

  test('finishing it leaves nothing, and tells it once; or nothing had begun', async () => {
    const untouched = await left();
    const whole = dieAt(Number.POSITIVE_INFINITY);
    await destroyEpochs(whole.ground, { log: LOG, epochs: [EPOCH], why: 'erased' }, once);
    const steps = whole.writes();
    expect(steps).toBeGreaterThan(9);
    vi.restoreAllMocks();
    for (let nth = 0; nth < steps; nth++) {
      db.close();
      await deleteDB(DATABASE_NAME);
      await again();
      const dying = dieAt(nth);
      await expect(
        destroyEpochs(dying.ground, { log: LOG, epochs: [EPOCH], why: 'erased' }, once),
        `write ${nth}`,
      ).rejects.toThrow();
      vi.restoreAllMocks();
      const readable = (await keys.get(EPOCH_KEYS, EPOCH)) !== null;
      // Never a key that is gone without a note that the rest has to go.
      if (!readable) expect(await meantDeletions(db), `write ${nth}`).toHaveLength(1);
      await finishDeletions(ground, once, lose);
      expect(await left(), `write ${nth}`).toEqual(nth === 0 ? untouched : OTHERS);
      expect(told, `write ${nth}`).toEqual(nth === 0 ? [] : [[LOG, EPOCH, 'erased']]);
      expect(await meantDeletions(db)).toEqual([]);
    }
  });

  test('a hold that came between keeps what was not begun, and not what nobody can open any more', async () => {
    const untouched = await left();
    const early = dieAt(1);
    await expect(destroyEpochs(early.ground, { log: LOG, epochs: [EPOCH], why: 'host' }, once)).rejects.toThrow();
    vi.restoreAllMocks();
    await setHold(ground, hold());
    await finishDeletions(ground, once, lose);
    expect(await left()).toEqual(untouched);
    expect(told).toEqual([]);
    // All of it is left, so that the log has nothing to tell of.
    expect(lost).toEqual([[LOG, EPOCH, EPOCH, 'host']]);
    await db.delete('holds', 'hAAAAAAAAAAAA');
    const late = dieAt(3);
    await expect(destroyEpochs(late.ground, { log: LOG, epochs: [EPOCH], why: 'host' }, once)).rejects.toThrow();
    vi.restoreAllMocks();
    await setHold(ground, hold());
    await finishDeletions(ground, once, lose);
    expect(await left()).toEqual(OTHERS);
    expect(told).toEqual([[LOG, EPOCH, 'host']]);
  });

  describe('between the keys of two pieces, and a hold is set before it goes on', () => {
    const [first, second] = [`${EPOCH}-1`, `${EPOCH}-2`];
    const mark = { version: 1, log: LOG, epoch: EPOCH, why: 'erased' };
    beforeEach(async () => {
      await keys.destroy(EPOCH_KEYS, EPOCH);
      for (const name of [first, second]) await keys.put(EPOCH_KEYS, name, KEY);
      // That it is meant, the key that the epoch had before it was cut, the key of the first piece.
      const dying = dieAt(3);
      await expect(destroyEpochs(dying.ground, { log: LOG, epochs: [EPOCH], why: 'erased' }, once)).rejects.toThrow();
      vi.restoreAllMocks();
      expect((await keys.names(EPOCH_KEYS)).filter((name) => name.startsWith(EPOCH))).toEqual([second]);
      expect(await meantDeletions(db)).toEqual([mark]);
    });

    test('the rest stays, and the log is told what is left, so that nobody takes it for the whole', async () => {
      await setHold(ground, hold());
      const before = await left();
      await finishDeletions(ground, once, lose);
      expect(await left()).toEqual(before);
      expect(lost).toEqual([[LOG, EPOCH, second, 'erased']]);
      expect(told).toEqual([]);
      await finishDeletions(ground, once, lose);
      expect(lost).toHaveLength(1);
    });

    test('it is told before it is forgotten that it was meant: a log that cannot be told now is told later', async () => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      await setHold(ground, hold());
      await finishDeletions(ground, once, () => Promise.reject(new Error('the log is on a full disk')));
      expect(await meantDeletions(db)).toEqual([mark]);
      await finishDeletions(ground, once, lose);
      expect(lost).toEqual([[LOG, EPOCH, second, 'erased']]);
      expect(await meantDeletions(db)).toEqual([]);
    });

    test('without a hold all of it goes, and is told as gone', async () => {
      await finishDeletions(ground, once, lose);
      expect(await left()).toEqual(OTHERS);
      expect([told, lost]).toEqual([[[LOG, EPOCH, 'erased']], []]);
    });

    test('a key that was overwritten, and not removed any more, keeps nothing: no hold brings it back', async () => {
      await setHold(ground, hold());
      // As a key file reads that is all zeros.
      const overwritten = { ...keys, get: async () => null };
      await finishDeletions({ ...ground, keys: overwritten }, once, lose);
      expect(await left()).toEqual(OTHERS);
      expect([told, lost]).toEqual([[[LOG, EPOCH, 'erased']], []]);
    });
  });

  test('a log that cannot be told now is told later, and nothing else has to wait for it', async () => {
    const broken = async () => {
      throw new Error('the log is on a full disk');
    };
    const request = { log: LOG, epochs: [EPOCH, OTHER], why: 'host' } as const;
    await expect(destroyEpochs(ground, request, broken)).rejects.toThrow('full disk');
    expect(await left()).toEqual([]);
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await finishDeletions(
      ground,
      async (log, epochs, why) => (epochs.includes(EPOCH) ? broken() : once(log, epochs, why)),
      lose,
    );
    expect(error).toHaveBeenCalledTimes(1);
    expect(told).toEqual([[LOG, OTHER, 'host']]);
    await finishDeletions(ground, once, lose);
    expect(told).toEqual([
      [LOG, OTHER, 'host'],
      [LOG, EPOCH, 'host'],
    ]);
  });

  async function again(): Promise<void> {
    db = await openDatabase(() => undefined);
    keys = memoryKeyFiles();
    ground = { db, keys, locks: memoryLocks() };
    told = [];
    lost = [];
    await fill();
  }
});
