import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE_NAME, type Database, openDatabase } from '../database/schema.ts';
import type { Note } from '../mask/notes.ts';
import { Failure } from '../model/failure.ts';
import { readChunks } from '../vault/chunks.ts';
import { removeCopy } from '../vault/destroy-copy.ts';
import { readEpochKey } from '../vault/epoch-keys.ts';
import { EPOCH_KEYS, type KeyFiles, memoryKeyFiles } from '../vault/key-files.ts';
import { memoryLocks } from '../vault/locks.ts';
import { IDENTITY, RECIPIENT } from '../vault/testdata/one-recipient.ts';
import { openNotes } from './copy-notes.ts';
import { COPY_MIME, type CopyTask, type MadeCopy } from './copy-task.ts';
import { type CopyGround, type CopyOrder, type CopySteps, makeCopy, unfinishedCopies } from './make-copy.ts';
import { SealedChunks } from './sealed-chunks.ts';

const ID = 'cAAAAAAAAAAAA';
const LOG = 'lAAAAAAAAAAAA';
const EPOCH = 'eAAAAAAAAAAAA';
const WHO = { keys: [IDENTITY], locked: false };
const NOTES: readonly Note[] = [{ atMs: 1500, text: 'Person 1 opens well', tags: ['opening'] }];
const order: CopyOrder = {
  id: ID,
  log: LOG,
  of: [
    { epoch: EPOCH, from: 0, to: 4000 },
    { epoch: EPOCH, from: 9000, to: 12_000 },
  ],
  keepDays: 14,
  keepUntil: 5_000_000,
  at: 1_000_000,
};

let db: Database;
let keys: KeyFiles;
let ground: CopyGround;
let cancelled: AbortController;

beforeEach(async () => {
  db = await openDatabase(() => undefined);
  keys = memoryKeyFiles();
  ground = { db, keys, locks: memoryLocks(), forRecipients: (work) => work([RECIPIENT]) };
  cancelled = new AbortController();
  await keys.put(EPOCH_KEYS, EPOCH, new Uint8Array(32).fill(7));
  const sealed = new Uint8Array([1, 2, 3]).buffer;
  await db.put('chunks', { epoch: EPOCH, seq: 0, log: LOG, endAt: 900_000, bytes: 3, sealed, hash: 'h' });
});
afterEach(async () => {
  vi.restoreAllMocks();
  db.close();
  await deleteDB(DATABASE_NAME);
});

/** As the thread does it: a file of 300 kB, in pieces that fit nowhere. */
async function write(task: CopyTask): Promise<MadeCopy> {
  const kept = new SealedChunks(db, task);
  const writer = kept.stream.getWriter();
  for (let position = 0; position < 300_000; position += 30_000)
    await writer.write({ type: 'write', data: new Uint8Array(30_000).fill(position / 30_000), position });
  await writer.close();
  const { chunks, bytes, lastHash } = kept;
  return { chunks, bytes, lastHash, ms: 7000 };
}

const steps = (change: Partial<CopySteps> = {}): CopySteps => ({
  open: async () => [],
  make: write,
  notes: async () => NOTES,
  log: async () => undefined,
  settle: async () => undefined,
  ...change,
});
const make = (change: Partial<CopySteps> = {}) => makeCopy(ground, order, steps(change), cancelled.signal);

/** Everything that is stored of copies; the original is there as it was, whatever happened. */
async function left() {
  expect((await db.getAllKeys('chunks')).filter(([epoch]) => epoch === EPOCH)).toEqual([[EPOCH, 0]]);
  expect(await keys.get(EPOCH_KEYS, EPOCH)).toEqual(new Uint8Array(32).fill(7));
  return {
    rows: await db.getAllKeys('copies'),
    chunks: (await db.getAllKeys('chunks')).filter(([epoch]) => epoch === ID).length,
    keys: (await keys.names(EPOCH_KEYS)).filter((name) => name !== EPOCH),
  };
}
const NOTHING = { rows: [], chunks: 0, keys: [] };

describe('a copy that is made', () => {
  it('lies there sealed under a key of its own, with its figures, its notes, and whose deletion is its own', async () => {
    await make();
    const row = await db.get('copies', ID);
    expect(row).toMatchObject({ state: 'making', epochs: [EPOCH], of: order.of, chunks: 2, bytes: 300_000, ms: 7000 });
    const key = await readEpochKey(keys, ID, WHO);
    const bytes: number[] = [];
    for await (const chunk of readChunks(db, key, ID, COPY_MIME, cancelled.signal, row ?? null))
      bytes.push(chunk.length);
    expect(bytes).toEqual([262_144, 300_000 - 262_144]);
    expect(key && (await openNotes(key, ID, row?.notes ?? null))).toEqual(NOTES);
    // By its age the copy goes no later than what it was made from.
    expect((await db.get('chunks', [ID, 0]))?.endAt).toBe(900_000);
  });

  it('is opened, made and logged in this order, and nothing is written before it is in the log that the original is opened', async () => {
    const done: string[] = [];
    const told = <K extends keyof CopySteps>(name: K, step: CopySteps[K]) =>
      (async (...given: never[]) => {
        done.push(`${name} ${(await db.getAllKeys('copies')).length}`);
        return (step as (...given: never[]) => unknown)(...given);
      }) as CopySteps[K];
    const all = steps();
    await make({
      open: told('open', all.open),
      make: told('make', all.make),
      notes: told('notes', all.notes),
      log: told('log', all.log),
    });
    expect(done).toEqual(['open 0', 'make 1', 'notes 1', 'log 1']);
  });

  it('has notes that open with its own key and name only', async () => {
    await make();
    const row = await db.get('copies', ID);
    const key = await readEpochKey(keys, ID, WHO);
    if (!key || !row?.notes) throw new Error('no notes');
    await expect(openNotes(key, 'cBBBBBBBBBBBB', row.notes)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('nothing of a copy is left', () => {
  it('when nothing was chosen: nobody is even asked', async () => {
    const open = vi.fn();
    await expect(makeCopy(ground, { ...order, of: [] }, steps({ open }), cancelled.signal)).rejects.toMatchObject({
      code: 'nothing-chosen',
    });
    expect(open).not.toHaveBeenCalled();
    expect(await left()).toEqual(NOTHING);
  });

  it.each(['open', 'make', 'notes'] as const)('cancelled during %s', async (step) => {
    const cancel = async (task: never) => {
      if (step === 'make') await write(task);
      cancelled.abort();
      return step === 'make' ? { chunks: 2, bytes: 1, ms: 1, lastHash: '' } : [];
    };
    await expect(make({ [step]: cancel })).rejects.toMatchObject({ code: 'cancelled' });
    expect(await left()).toEqual(NOTHING);
  });

  it.each([
    ['not everybody agreed', 'open', 'purpose-refused'],
    ['the vault is locked', 'open', 'vault-locked'],
    ['the thread dies', 'make', 'unexpected'],
    ['the recording is damaged', 'make', 'damaged'],
    ['the notes cannot be read', 'notes', 'storage-failed'],
  ] as const)('%s', async (_, step, code) => {
    const fail = async () => {
      throw new Failure(code);
    };
    await expect(make({ [step]: fail })).rejects.toMatchObject({ code });
    expect(await left()).toEqual(NOTHING);
  });

  it('the disk is full in the middle', async () => {
    const put = db.put.bind(db);
    let puts = 0;
    const full = {
      put: (...given: Parameters<typeof put>) => {
        if (given[0] === 'chunks' && ++puts > 1) throw new DOMException('no room', 'QuotaExceededError');
        return put(...given);
      },
    };
    const narrow = Object.assign(Object.create(db) as Database, full);
    const make = async (task: CopyTask) => {
      const kept = new SealedChunks(narrow, task);
      const writer = kept.stream.getWriter();
      const all = new Uint8Array(600_000);
      await writer.write({ type: 'write', data: all, position: 0 });
      return { chunks: 0, bytes: 0, ms: 0, lastHash: '' };
    };
    await expect(makeCopy(ground, order, steps({ make }), cancelled.signal)).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(puts).toBe(2);
    expect(await left()).toEqual(NOTHING);
  });

  it('its original is deleted while it is being made', async () => {
    const make = async (task: CopyTask) => {
      const made = await write(task);
      await removeCopy(ground, ID);
      return made;
    };
    await expect(makeCopy(ground, order, steps({ make }), cancelled.signal)).rejects.toMatchObject({
      code: 'key-missing',
    });
    expect(await left()).toEqual(NOTHING);
  });
});

it('whether it is in the log, nobody knows: whoever reads the log is asked, and here nothing is removed', async () => {
  const settle = vi.fn(async () => undefined);
  const log = async () => {
    throw new Failure('unexpected', 'the worker is gone');
  };
  await expect(make({ log, settle })).rejects.toMatchObject({ code: 'unexpected' });
  expect(settle).toHaveBeenCalledTimes(1);
  expect((await left()).rows).toEqual([ID]);
});

describe('unfinished', () => {
  it('is what was begun, and what lost its key; not what is kept', async () => {
    await make();
    expect((await unfinishedCopies(ground)).map(({ id }) => id)).toEqual([ID]);
    const row = await db.get('copies', ID);
    if (!row) throw new Error('no row');
    await db.put('copies', { ...row, state: 'kept' });
    expect(await unfinishedCopies(ground)).toEqual([]);
    await keys.destroy(EPOCH_KEYS, ID);
    expect((await unfinishedCopies(ground)).map(({ id }) => id)).toEqual([ID]);
  });
});
