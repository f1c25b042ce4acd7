import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, type HoldPart, type HoldRow, openDatabase } from '../database/schema.ts';
import type { DeletionGround } from './deletion-turn.ts';
import {
  activeHolds,
  allHolds,
  everything,
  heldEpochs,
  heldPeople,
  holdsOn,
  isHeld,
  liftHold,
  partsOf,
  setHold,
  toldHold,
  widenHold,
} from './holds.ts';
import { memoryKeyFiles } from './key-files.ts';
import { memoryLocks } from './locks.ts';

const [LOG, ELSEWHERE] = ['lAAAAAAAAAAAA', 'lBBBBBBBBBBBB'];
const [EPOCH, OTHER] = ['eAAAAAAAAAAAA', 'eBBBBBBBBBBBB'];
const WORDS = { who: 'Ben', why: 'settled', at: 50 };
let db: Database;
let ground: DeletionGround;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
  ground = { db, keys: memoryKeyFiles(), locks: memoryLocks() };
});
afterEach(() => vi.restoreAllMocks());

const part = (change: Partial<HoldPart> = {}): HoldPart => ({
  log: LOG,
  epochs: null,
  people: null,
  person: [],
  ...change,
});
const hold = (change: Partial<HoldRow> = {}): HoldRow => ({
  id: 'hAAAAAAAAAAAA',
  over: 'recording',
  matter: '',
  who: 'Ana',
  why: 'a dispute',
  setAt: 10,
  liftedAt: null,
  parts: [part()],
  untold: [LOG],
  ...change,
});
const chunk = (epoch: string, log: string, store: 'chunks' | 'live' = 'chunks') =>
  db.put(store, { epoch, seq: 0, log, endAt: 1, bytes: 1, sealed: new ArrayBuffer(1), hash: '' });
const held = (epoch: string, log = LOG) => isHeld(db, { log, epoch });
const row = () => db.get('holds', 'hAAAAAAAAAAAA');

describe('what a hold keeps', () => {
  test('over a recording: every stretch of it, also one that is recorded later, and none of another', async () => {
    await setHold(ground, hold());
    expect([await held(EPOCH), await held('eZZZZZZZZZZZZ'), await held(EPOCH, ELSEWHERE)]).toEqual([true, true, false]);
  });

  test('over one stretch: that one', async () => {
    await setHold(ground, hold({ parts: [part({ epochs: [EPOCH] })] }));
    expect([await held(EPOCH), await held(OTHER)]).toEqual([true, false]);
  });

  test('over several recordings: each of them, whichever comes first', async () => {
    await setHold(ground, hold({ parts: [part({ epochs: [OTHER] }), part({ log: ELSEWHERE, epochs: [EPOCH] })] }));
    expect([await held(OTHER), await held(EPOCH), await held(EPOCH, ELSEWHERE)]).toEqual([true, false, true]);
  });

  test('two holds over the same stretch: it stays until the last of them is lifted', async () => {
    await setHold(ground, hold());
    await setHold(ground, hold({ id: 'hBBBBBBBBBBBB', setAt: 20 }));
    expect((await holdsOn(db, { log: LOG, epoch: EPOCH })).map(({ id }) => id)).toEqual([
      'hBBBBBBBBBBBB',
      'hAAAAAAAAAAAA',
    ]);
    await liftHold(ground, 'hBBBBBBBBBBBB', WORDS);
    expect(await held(EPOCH)).toBe(true);
    await liftHold(ground, 'hAAAAAAAAAAAA', WORDS);
    expect(await held(EPOCH)).toBe(false);
    expect((await allHolds(db)).map(({ id }) => id)).toEqual(['hBBBBBBBBBBBB', 'hAAAAAAAAAAAA']);
  });

  test('the list of what must stay has every epoch of it that lies there, and no other', async () => {
    await chunk(EPOCH, LOG);
    await chunk(OTHER, LOG, 'live');
    await chunk('eCCCCCCCCCCCC', ELSEWHERE);
    await setHold(ground, hold());
    expect([...(await heldEpochs(db))].sort()).toEqual([EPOCH, OTHER]);
    await setHold(ground, hold({ id: 'hBBBBBBBBBBBB', parts: [part({ log: ELSEWHERE, epochs: ['eDDDDDDDDDDDD'] })] }));
    expect([...(await heldEpochs(db))].sort()).toEqual([EPOCH, OTHER, 'eDDDDDDDDDDDD']);
    await liftHold(ground, 'hAAAAAAAAAAAA', WORDS);
    expect([...(await heldEpochs(db))]).toEqual(['eDDDDDDDDDDDD']);
  });

  test('of names and words: everybody’s, or those that it names, in its own log', async () => {
    expect((await heldPeople(db, LOG))('p1')).toBe(false);
    await setHold(ground, hold({ parts: [part({ people: ['p1'] }), part({ log: ELSEWHERE })] }));
    const [here, there] = [await heldPeople(db, LOG), await heldPeople(db, ELSEWHERE)];
    expect([here('p1'), here('p2'), there('p1'), there('p2')]).toEqual([true, false, true, true]);
    await liftHold(ground, 'hAAAAAAAAAAAA', WORDS);
    expect((await heldPeople(db, LOG))('p1')).toBe(false);
  });
});

describe('lifting', () => {
  test('is told with who and why, by every log that it covered', async () => {
    await setHold(ground, hold({ parts: [part(), part({ log: ELSEWHERE })], untold: [] }));
    const lifted = await liftHold(ground, 'hAAAAAAAAAAAA', WORDS);
    expect(lifted).toMatchObject({ who: 'Ben', why: 'settled', liftedAt: 50, untold: [LOG, ELSEWHERE], setAt: 10 });
    expect(await row()).toEqual(lifted);
    expect(await activeHolds(db)).toEqual([]);
  });

  test('a second time changes nothing, nor does lifting what is none', async () => {
    await setHold(ground, hold());
    await liftHold(ground, 'hAAAAAAAAAAAA', WORDS);
    expect(await liftHold(ground, 'hAAAAAAAAAAAA', { ...WORDS, at: 99 })).toBeNull();
    expect(await liftHold(ground, 'hBBBBBBBBBBBB', WORDS)).toBeNull();
    expect((await row())?.liftedAt).toBe(50);
  });

  test('in two windows at once: one of them lifts it', async () => {
    await setHold(ground, hold());
    const both = await Promise.all([
      liftHold(ground, 'hAAAAAAAAAAAA', WORDS),
      liftHold({ ...ground, locks: memoryLocks() }, 'hAAAAAAAAAAAA', WORDS),
    ]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });
});

describe('what the logs tell', () => {
  test('its words stay in the row while it is in force, and go from it when every log tells that it was lifted', async () => {
    await setHold(ground, hold({ matter: 'M', parts: [part(), part({ log: ELSEWHERE })], untold: [LOG, ELSEWHERE] }));
    const set = { id: 'hAAAAAAAAAAAA', liftedAt: null };
    await toldHold(db, set, LOG);
    await toldHold(db, set, ELSEWHERE);
    expect(await row()).toMatchObject({ who: 'Ana', why: 'a dispute', matter: 'M', untold: [] });
    await liftHold(ground, 'hAAAAAAAAAAAA', WORDS);
    await toldHold(db, { ...set, liftedAt: 50 }, LOG);
    expect(await row()).toMatchObject({ who: 'Ben', why: 'settled', matter: 'M', untold: [ELSEWHERE] });
    await toldHold(db, { ...set, liftedAt: 50 }, ELSEWHERE);
    expect(await row()).toMatchObject({ who: '', why: '', matter: '', untold: [], liftedAt: 50 });
  });

  test('of a hold that is none, nothing is written', async () => {
    await toldHold(db, { id: 'hAAAAAAAAAAAA', liftedAt: null }, LOG);
    await widenHold(db, 'hAAAAAAAAAAAA', part());
    expect(await db.count('holds')).toBe(0);
  });

  test('a line that it was set, written while somebody lifts it, neither undoes the lifting nor counts as its line', async () => {
    const told = () => toldHold(db, { id: 'hAAAAAAAAAAAA', liftedAt: null }, LOG);
    const lifted = () => liftHold(ground, 'hAAAAAAAAAAAA', WORDS);
    const orders = [
      () => Promise.all([told(), lifted()]),
      () => Promise.all([lifted(), told()]),
      () => lifted().then(told),
    ];
    for (const [nth, order] of orders.entries()) {
      await setHold(ground, hold());
      await order();
      expect(await row(), `${nth}`).toMatchObject({ liftedAt: 50, untold: [LOG] });
      expect(await held(EPOCH), `${nth}`).toBe(false);
    }
  });
});

describe('somebody who is recorded again', () => {
  const wider = part({ epochs: [EPOCH, OTHER], people: ['p1'], person: ['p1'] });

  test('the hold over them covers it, and what it covers elsewhere stays', async () => {
    const elsewhere = part({ log: ELSEWHERE, epochs: ['eCCCCCCCCCCCC'] });
    await setHold(ground, hold({ parts: [part({ epochs: [EPOCH] }), elsewhere] }));
    await widenHold(db, 'hAAAAAAAAAAAA', wider);
    expect((await row())?.parts).toEqual([wider, elsewhere]);
    expect([await held(OTHER), await held('eCCCCCCCCCCCC', ELSEWHERE)]).toEqual([true, true]);
  });

  test('one that is lifted at that moment stays lifted', async () => {
    await setHold(ground, hold({ parts: [part({ epochs: [EPOCH] })] }));
    await Promise.all([widenHold(db, 'hAAAAAAAAAAAA', wider), liftHold(ground, 'hAAAAAAAAAAAA', WORDS)]);
    await widenHold(db, 'hAAAAAAAAAAAA', wider);
    expect((await row())?.liftedAt).toBe(50);
    expect(await held(OTHER)).toBe(false);
  });
});

describe('an edited database', () => {
  test.each([
    ['gone', undefined],
    ['a word', 'yesterday'],
    ['no number', Number.NaN],
  ])('a moment of lifting that is %s lifts nothing', async (_name, liftedAt) => {
    await db.put('holds', hold({ liftedAt: liftedAt as never }));
    expect(await held(EPOCH)).toBe(true);
    expect((await heldPeople(db, LOG))('p1')).toBe(true);
    expect(await liftHold(ground, 'hAAAAAAAAAAAA', WORDS)).toMatchObject({ liftedAt: 50 });
    expect(await held(EPOCH)).toBe(false);
  });
});

describe('parts that cannot be read', () => {
  const broken = (parts: unknown) => db.put('holds', hold({ parts: parts as never, untold: [] }));

  test.each<[string, unknown]>([
    ['none', undefined],
    ['an empty list', []],
    ['a word', 'all'],
    ['nothing in the list', [null]],
    ['no log', [{ ...part(), log: 7 }]],
    ['epochs that are no list', [part({ epochs: EPOCH as never })]],
    ['people that are no list', [part({ people: 'p1' as never })]],
    ['no list of the person', [part({ person: undefined as never })]],
    ['one of two that is no part', [part({ epochs: [] }), 'all']],
  ])('%s: it keeps every stretch and every name of every meeting', async (_name, parts) => {
    await broken(parts);
    expect([await held(EPOCH), await held(OTHER, ELSEWHERE)]).toEqual([true, true]);
    expect((await heldPeople(db, ELSEWHERE))('p9')).toBe(true);
  });

  test('the list of what must stay has every epoch of every log', async () => {
    await chunk(EPOCH, LOG);
    await chunk(OTHER, ELSEWHERE, 'live');
    for (const log of [LOG, ELSEWHERE]) await db.put('logs', { log } as never);
    await broken('all');
    expect([...(await heldEpochs(db))].sort()).toEqual([EPOCH, OTHER]);
  });

  test('it can be lifted all the same, and then keeps nothing', async () => {
    await broken('all');
    expect(await liftHold(ground, 'hAAAAAAAAAAAA', WORDS)).toMatchObject({ liftedAt: 50, untold: [] });
    expect(await held(EPOCH)).toBe(false);
    expect([...(await heldEpochs(db))]).toEqual([]);
  });

  test('what can be read is what it keeps, whole or by name', () => {
    const parts = [part(), part({ log: ELSEWHERE, epochs: [], people: ['p1'], person: ['p1'] })];
    expect(partsOf({ parts })).toEqual(parts);
  });

  test('meetings that cannot be listed are a failure', async () => {
    db.close();
    await expect(everything(db)).rejects.toMatchObject({ code: 'storage-failed' });
  });
});

test('a hold over nothing is none', async () => {
  await expect(setHold(ground, hold({ parts: [] }))).rejects.toMatchObject({ code: 'unexpected' });
  expect(await db.count('holds')).toBe(0);
});

test('a disk that is full is told as that: nobody takes a hold for set that is not', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(setHold(ground, hold())).rejects.toMatchObject({ code: 'disk-full' });
  expect(await held(EPOCH)).toBe(false);
});

test('a store that cannot be read is a failure, and never an answer that nothing is held', async () => {
  await setHold(ground, hold());
  db.close();
  await expect(held(EPOCH)).rejects.toMatchObject({ code: 'storage-failed' });
  await expect(heldEpochs(db)).rejects.toMatchObject({ code: 'storage-failed' });
  await expect(heldPeople(db, LOG)).rejects.toMatchObject({ code: 'storage-failed' });
  await expect(liftHold(ground, 'hAAAAAAAAAAAA', WORDS)).rejects.toMatchObject({ code: 'storage-failed' });
});
