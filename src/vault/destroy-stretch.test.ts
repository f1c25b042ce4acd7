import 'fake-indexeddb/auto';
import { IDBCursor, IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../database/schema.ts';
import type { Piece, PiecesOfEpoch } from '../model/piece.ts';
import type { DeletionGround } from './deletion-turn.ts';
import {
  type CutStretch,
  cutStretches,
  cutTurn,
  finishCutsOf,
  meanCut,
  meantCuts,
  settledCut,
  type ToldCut,
} from './destroy-stretch.ts';
import { liftHold, setHold } from './holds.ts';
import { EPOCH_KEYS, type KeyFiles, memoryKeyFiles } from './key-files.ts';
import { memoryLocks } from './locks.ts';

const [LOG, ELSEWHERE] = ['lAAAAAAAAAAAA', 'lBBBBBBBBBBBB'];
const EPOCH = 'eAAAAAAAAAAAA';
const OTHER = 'eBBBBBBBBBBBB';
const [BEGIN, END] = [`${EPOCH}-1`, `${EPOCH}-2`];
const KEY = new Uint8Array(32).fill(7);
/** From 2 to 4 s of the epoch; the log was told of it at 500. */
const CUT: CutStretch = { epoch: EPOCH, from: 2000, to: 4000, left: [BEGIN, END] };
const TOLD_AT = 500;

let db: Database;
let keys: KeyFiles;
let ground: DeletionGround;

beforeEach(lieThere);
afterEach(() => vi.restoreAllMocks());

/** Something under each of these names, notes at every second, and copies of stretches. */
async function lieThere(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
  keys = memoryKeyFiles();
  ground = { db, keys, locks: memoryLocks() };
  for (const name of [EPOCH, BEGIN, END, OTHER]) await lay(name);
  for (const ms of [1999, 2000, 3999, 4000, null]) await note(EPOCH, ms);
  await note(OTHER, 3000);
  await copy('cBefore', EPOCH, 0, 2000);
  await copy('cWithin', EPOCH, 3999, 5000);
  await copy('cAfter', EPOCH, 4000, 5000);
  await copy('cOther', OTHER, 2000, 4000);
  await copy('cLater', EPOCH, 1000, 5000, TOLD_AT + 1);
}

async function lay(name: string): Promise<void> {
  await keys.put(EPOCH_KEYS, name, KEY);
  for (const store of ['chunks', 'live'] as const)
    await db.put(store, { epoch: name, seq: 0, log: LOG, endAt: 1, bytes: 1, sealed: new ArrayBuffer(1), hash: '' });
}
const note = (epoch: string, ms: number | null) =>
  db.put('reviews', { log: LOG, id: `n${epoch}${ms}`, epoch, ms, iv: KEY, sealed: KEY });
async function copy(id: string, epoch: string, from: number, to: number, createdAt = TOLD_AT): Promise<void> {
  await lay(id);
  await db.put('copies', { id, log: LOG, epochs: [epoch], of: [{ epoch, from, to }], createdAt } as never);
}

/** Names under which something lies. Half of it, a key without chunks or chunks without a key, is told as that. */
async function left(): Promise<string[]> {
  const names = await keys.names(EPOCH_KEYS);
  const chunks = new Set((await db.getAllKeys('chunks')).map(([name]) => name));
  const live = new Set((await db.getAllKeys('live')).map(([name]) => name));
  const all = [...new Set([...names, ...chunks, ...live])].sort();
  return all.map((name) => (names.includes(name) && chunks.has(name) && live.has(name) ? name : `half of ${name}`));
}
const notes = async () => (await db.getAll('reviews')).map(({ epoch, ms }) => `${epoch === EPOCH ? '' : epoch} ${ms}`);
const copies = async () => (await db.getAllKeys('copies')).sort();
const cut = (tell: () => Promise<number> = async () => TOLD_AT, cuts = [CUT]) => cutStretches(ground, LOG, cuts, tell);

const piece = (media: string): Piece => ({ media, from: 0, ms: 1, chunks: 1, bytes: 1, lastHash: 'h' });
const pieces = (of: Record<string, [cuts: number, ...string[]]>): ReadonlyMap<string, PiecesOfEpoch> =>
  new Map(Object.entries(of).map(([epoch, [cuts, ...media]]) => [epoch, { pieces: media.map(piece), made: 2, cuts }]));
const finish = (told: readonly ToldCut[], of: ReadonlyMap<string, PiecesOfEpoch>) =>
  finishCutsOf(ground, LOG, async () => ({ told, pieces: of }));

const UNTOUCHED = ['cAfter', 'cBefore', 'cLater', 'cOther', 'cWithin', EPOCH, BEGIN, END, OTHER];
const CUT_OUT = ['cAfter', 'cBefore', 'cLater', 'cOther', BEGIN, END, OTHER];
const NOTES_LEFT = [' 1999', ' 4000', ' null', `${OTHER} 3000`].sort();

describe('what is cut is gone, and nothing beside it', () => {
  test('media and key of before; what was written anew stays, whole', async () => {
    await cut();
    expect(await left()).toEqual(CUT_OUT);
  });

  test('notes from its first moment up to its last, and none about the call', async () => {
    await cut();
    expect((await notes()).sort()).toEqual(NOTES_LEFT);
  });

  test('copies that have a moment of it, but not one that was made of what is left', async () => {
    await cut();
    expect(await copies()).toEqual(['cAfter', 'cBefore', 'cLater', 'cOther']);
  });

  test('out of several epochs at once: of each', async () => {
    await cut(undefined, [CUT, { epoch: OTHER, from: 0, to: 9000, left: [] }]);
    expect(await left()).toEqual(['cAfter', 'cBefore', 'cLater', BEGIN, END]);
  });
});

test('a copy of which one stretch of several was cut goes whole, wherever in it that stretch is', async () => {
  const part = (from: number, to: number, epoch = EPOCH) => ({ epoch, from, to });
  const copies = {
    cFirst: [part(2000, 3000), part(5000, 6000)],
    cLast: [part(0, 1000), part(3000, 9000)],
    cNone: [part(0, 2000), part(4000, 9000), part(2000, 3000, OTHER)],
  };
  for (const [id, of] of Object.entries(copies))
    await db.put('copies', { id, log: LOG, epochs: [EPOCH], of, createdAt: TOLD_AT } as never);
  await cut();
  expect((await db.getAllKeys('copies')).filter((id) => id in copies)).toEqual(['cNone']);
});

describe('the log is told first', () => {
  test('before it is, everything lies there', async () => {
    let seen: string[] = [];
    await cut(async () => {
      seen = await left();
      return TOLD_AT;
    });
    expect(seen).toEqual(UNTOUCHED);
  });

  test('one that cannot be told: nothing is cut', async () => {
    const tell = async () => {
      throw new Error('the log is on a full disk');
    };
    await expect(cut(tell)).rejects.toThrow('full disk');
    expect(await left()).toEqual(UNTOUCHED);
    expect(await notes()).toHaveLength(6);
  });
});

describe('a legal hold', () => {
  const hold = (epochs: string[], log = LOG) =>
    setHold(ground, {
      id: 'hAAAAAAAAAAAA',
      over: 'epoch',
      matter: '',
      who: 'Ana',
      why: 'a dispute',
      setAt: 1,
      liftedAt: null,
      parts: [{ log, epochs, people: [], person: [] }],
      untold: [],
    });

  test.each([
    ['the first', [EPOCH]],
    ['the last', [OTHER]],
  ])('over %s of the epochs: nothing is told, and nothing of either is touched', async (_which, epochs) => {
    await hold(epochs);
    const tell = vi.fn(async () => TOLD_AT);
    const both = [CUT, { epoch: OTHER, from: 0, to: 9000, left: [] }];
    await expect(cut(tell, both)).rejects.toMatchObject({ code: 'held' });
    expect(tell).not.toHaveBeenCalled();
    expect(await left()).toEqual(UNTOUCHED);
  });

  test('over another recording is none over this one; lifted, it is none', async () => {
    await hold([EPOCH], ELSEWHERE);
    await cut();
    expect(await left()).toEqual(CUT_OUT);
    await liftHold(ground, 'hAAAAAAAAAAAA', { who: 'Ana', why: 'over', at: 2 });
    await cut(undefined, [{ epoch: OTHER, from: 0, to: 1, left: [] }]);
    expect(await left()).not.toContain(OTHER);
  });

  test('and a cut at the same moment: whichever is first is whole', async () => {
    const tell = vi.fn(async () => TOLD_AT);
    const refused = expect(Promise.all([hold([EPOCH]), cut(tell)])).rejects.toMatchObject({ code: 'held' });
    await refused;
    expect([tell.mock.calls.length, await left()]).toEqual([0, UNTOUCHED]);
    await liftHold(ground, 'hAAAAAAAAAAAA', { who: 'Ana', why: 'over', at: 2 });
    await Promise.all([cut(tell), hold([EPOCH])]);
    expect([tell.mock.calls.length, await left()]).toEqual([1, CUT_OUT]);
  });
});

describe('what a crash left', () => {
  const told: ToldCut[] = [{ ...CUT, at: TOLD_AT }];

  test('before the log was told: what was written for it goes, the recording stays', async () => {
    await meanCut(db, LOG);
    await finish([], pieces({ [EPOCH]: [0, EPOCH], [OTHER]: [0, OTHER] }));
    expect(await left()).toEqual(UNTOUCHED.filter((name) => name !== BEGIN && name !== END));
    expect(await notes()).toHaveLength(6);
    expect(await meantCuts(db)).toEqual([]);
  });

  test('after it was told, at every step: what was cut goes, what is left stays, and it may be repeated', async () => {
    const steps = await stepsOf(() => cut());
    expect(steps).toBeGreaterThan(8);
    for (let nth = 0; nth < steps; nth++) {
      await dieAt(nth, () => cut());
      for (let again = 0; again < 2; again++) {
        await finish(told, pieces({ [EPOCH]: [1, BEGIN, END], [OTHER]: [0, OTHER] }));
        expect(await left(), `write ${nth}`).toEqual(CUT_OUT);
        expect((await notes()).sort(), `write ${nth}`).toEqual(NOTES_LEFT);
        expect(await copies(), `write ${nth}`).toEqual(['cAfter', 'cBefore', 'cLater', 'cOther']);
      }
    }
  });

  test('all of an epoch was cut out: nothing of it is left under any name', async () => {
    await finish([], pieces({ [EPOCH]: [2], [OTHER]: [0, OTHER] }));
    expect(await left()).toEqual(UNTOUCHED.filter((name) => !name.startsWith(EPOCH)));
  });

  test('an epoch that has no cut stays, also where the log names no piece of it yet', async () => {
    await finish([], pieces({ [EPOCH]: [0] }));
    expect(await left()).toContain(EPOCH);
  });

  test('it is asked what the log tells only when it is its turn', async () => {
    let cutting = true;
    const first = cut(async () => {
      cutting = false;
      return TOLD_AT;
    });
    const then = finishCutsOf(ground, LOG, async () => {
      expect(cutting).toBe(false);
      return { told, pieces: pieces({ [EPOCH]: [1, BEGIN, END] }) };
    });
    await Promise.all([first, then]);
    expect(await left()).toEqual(CUT_OUT);
  });

  /** Writes and removals that the work takes. */
  async function stepsOf(work: () => Promise<void>): Promise<number> {
    let steps = 0;
    await dieAt(Number.POSITIVE_INFINITY, work, () => steps++);
    return steps;
  }

  /** Everything anew, and then the work, of which everything from the nth removal on fails. */
  async function dieAt(nth: number, work: () => Promise<void>, seen: () => void = () => undefined): Promise<void> {
    await lieThere();
    let steps = 0;
    const step = () => {
      seen();
      if (steps++ >= nth) throw new Error('the power went');
    };
    const whole = ground;
    ground = {
      ...ground,
      keys: {
        ...keys,
        destroy: async (...given) => {
          step();
          await keys.destroy(...given);
        },
      },
    };
    const { delete: remove } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, ...given) {
      step();
      return remove.apply(this, given);
    });
    const { delete: removeAt } = IDBCursor.prototype;
    vi.spyOn(IDBCursor.prototype, 'delete').mockImplementation(function (this: IDBCursor) {
      step();
      return removeAt.apply(this);
    });
    if (nth === Number.POSITIVE_INFINITY) await work();
    else await expect(work(), `write ${nth}`).rejects.toThrow();
    vi.restoreAllMocks();
    ground = whole;
  }
});

describe('the mark that somebody is at it', () => {
  test('is there from the beginning until it is settled, one a log, and nothing else is taken for one', async () => {
    await db.put('settings', { version: 1 }, `deleting/${EPOCH}`);
    await db.put('settings', { version: 1 }, 'quarantine/x');
    await meanCut(db, LOG);
    await meanCut(db, LOG);
    await meanCut(db, ELSEWHERE);
    expect(await meantCuts(db)).toEqual([LOG, ELSEWHERE]);
    expect(await db.get('settings', `cutting/${LOG}`)).toEqual({ version: 1, log: LOG });
    await settledCut(db, LOG);
    expect(await meantCuts(db)).toEqual([ELSEWHERE]);
    await finish([], new Map());
    expect(await meantCuts(db)).toEqual([ELSEWHERE]);
  });

  test('of two logs are not in each other’s way', () => {
    expect(cutTurn(LOG)).not.toBe(cutTurn(ELSEWHERE));
  });

  test('that cannot be written: no cut begins', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(meanCut(db, LOG)).rejects.toMatchObject({ code: 'disk-full' });
  });
});

test('what cannot be destroyed is a failure, and is not taken for gone', async () => {
  const locked = { ...keys, destroy: () => Promise.reject(new Error('the file is open')) };
  ground = { ...ground, keys: locked };
  await expect(cut()).rejects.toMatchObject({ code: 'storage-failed' });
});
