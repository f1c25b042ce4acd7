import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type LogStore, openLogStore } from '../log/store.ts';
import { countedBytes, id, NINE } from '../log/testdata/meeting.ts';
import type { ReviewToWorker } from '../messages/review-to-worker.ts';
import type { EpochId, LogId } from '../model/id.ts';
import type { ReviewBody, ReviewPurpose } from '../model/review.ts';
import { FIRST_CARD } from '../model/score.ts';
import { TestVault } from '../vault/testdata/vault.ts';
import { ReviewShelf } from './shelf.ts';
import { recordCall } from './testdata/recorded-call.ts';

const [first, second] = [id('epoch', 1), id('epoch', 2)];
const [call, other] = [id('log', 1), id('log', 2)];
const never = new AbortController().signal;
let vault: TestVault;
let store: LogStore;
let said: ReviewToWorker[];
let answer: (message: ReviewToWorker) => unknown;
let shelf: ReviewShelf;

/** training: false, that it was taken back since. */
const record = (log: LogId, epochs: readonly EpochId[], training = true) =>
  recordCall(vault, store, { log, epochs, later: training ? null : ['quality'] });

beforeEach(async () => {
  vault = await TestVault.open();
  store = openLogStore({ db: vault.db, keys: vault.files, random: countedBytes() });
  said = [];
  answer = () => ({ ok: true, value: null });
  shelf = new ReviewShelf(vault.ground, { read: async () => null }, async (message) => {
    said.push(message);
    return answer(message);
  });
});
afterEach(() => vi.restoreAllMocks());

const note: ReviewBody = { v: 1, is: 'note', ms: 100, text: 'well asked', tags: [], by: '', at: NINE };
const scores: ReviewBody = {
  v: 1,
  is: 'scores',
  card: FIRST_CARD,
  scores: [3, 4, 1],
  agent: 'Héctor',
  text: '',
  by: '',
  at: NINE,
};
const QUALITY: ReviewPurpose = 'quality';
const rows = () => vault.db.count('reviews');

describe('one meeting', () => {
  beforeEach(() => record(call, [first, second]));

  test('is in the log before it is opened, written, changed, removed and brought back', async () => {
    const kept = await shelf.keep(call, { id: null, epoch: second, body: note }, QUALITY);
    await shelf.keep(call, { id: kept.id, epoch: second, body: { ...note, text: 'asked twice' } }, QUALITY);
    expect((await shelf.of(call, QUALITY)).reviews.map(({ body }) => body.text)).toEqual(['asked twice']);
    await shelf.remove(kept, QUALITY);
    expect((await shelf.of(call, QUALITY)).reviews).toEqual([]);
    await shelf.restore(kept, QUALITY);
    expect((await shelf.of(call, QUALITY)).reviews).toEqual([kept]);
    expect(said.map((one) => (one.ask === 'reviewed' ? one.did : one.ask))).toEqual([
      'added',
      'changed',
      'open-review',
      'removed',
      'open-review',
      'restored',
      'open-review',
    ]);
    expect(said.at(-1)).toMatchObject({ log: call, epochs: [first, second], purpose: QUALITY });
  });

  test('what is about the call lies with what goes first', async () => {
    expect((await shelf.keep(call, { id: null, epoch: null, body: scores }, QUALITY)).epoch).toBe(first);
  });

  test('what the worker refuses is neither opened nor written nor removed', async () => {
    const kept = await shelf.keep(call, { id: null, epoch: first, body: note }, QUALITY);
    answer = () => ({ ok: false, code: 'purpose-refused' });
    await expect(shelf.of(call, QUALITY)).rejects.toMatchObject({ code: 'purpose-refused' });
    await expect(shelf.keep(call, { id: null, epoch: first, body: note }, QUALITY)).rejects.toMatchObject({
      code: 'purpose-refused',
    });
    await expect(shelf.remove(kept, QUALITY)).rejects.toMatchObject({ code: 'purpose-refused' });
    expect(await rows()).toBe(1);
    answer = () => undefined;
    await expect(shelf.of(call, QUALITY)).rejects.toMatchObject({ code: 'unexpected' });
  });

  test('no entry is written for what could not be kept anyway', async () => {
    const long: ReviewBody = { ...note, text: 'x'.repeat(10_001) };
    await expect(shelf.keep(call, { id: null, epoch: first, body: long }, QUALITY)).rejects.toMatchObject({
      code: 'bad-review',
    });
    expect(said).toEqual([]);
  });

  test('a legal hold keeps what was written: nothing is removed or changed, and no entry says that it was', async () => {
    const kept = await shelf.keep(call, { id: null, epoch: first, body: note }, QUALITY);
    await vault.db.put('holds', {
      id: 'h1',
      over: 'recording',
      matter: '',
      who: 'Counsel',
      why: 'a dispute',
      setAt: NINE,
      liftedAt: null,
      parts: [{ log: call, epochs: [first], people: [] }],
      untold: [],
    } as never);
    said = [];
    await expect(shelf.remove(kept, QUALITY)).rejects.toMatchObject({ code: 'held' });
    const changed = { ...note, text: 'other' };
    await expect(shelf.keep(call, { id: kept.id, epoch: first, body: changed }, QUALITY)).rejects.toMatchObject({
      code: 'held',
    });
    expect(said).toEqual([]);
    await shelf.keep(call, { id: null, epoch: first, body: changed }, QUALITY);
    expect((await shelf.of(call, QUALITY)).reviews).toHaveLength(2);
  });

  test('a full disk leaves the entry, and what was there before', async () => {
    const kept = await shelf.keep(call, { id: null, epoch: first, body: note }, QUALITY);
    vi.spyOn(vault.db, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await expect(
      shelf.keep(call, { id: kept.id, epoch: first, body: { ...note, text: 'other' } }, QUALITY),
    ).rejects.toMatchObject({ code: 'disk-full' });
    vi.restoreAllMocks();
    expect((await shelf.of(call, QUALITY)).reviews).toEqual([kept]);
  });
});

describe('all meetings', () => {
  test('only those in which everybody agreed to the purpose are opened, each in its log', async () => {
    await record(call, [first]);
    await record(other, [second], false);
    await shelf.keep(call, { id: null, epoch: first, body: scores }, QUALITY);
    await shelf.keep(other, { id: null, epoch: second, body: note }, QUALITY);
    said = [];
    const steps: number[] = [];
    const found = await shelf.all('training', never, (done) => steps.push(done));
    expect(found).toMatchObject({ closed: 1, unread: 0, calls: [{ log: call, openedAt: NINE }] });
    expect(said).toEqual([{ to: 'worker', ask: 'open-review', log: call, epochs: [first], purpose: 'training' }]);
    expect(steps).toEqual([0, 1, 2]);
    expect((await shelf.all(QUALITY, never, () => undefined)).calls.length).toBe(2);
    expect(await shelf.count()).toBe(2);
  });

  test('one whose key is gone keeps none of the others closed', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await record(call, [first]);
    await record(other, [second]);
    await shelf.keep(call, { id: null, epoch: first, body: note }, QUALITY);
    await shelf.keep(other, { id: null, epoch: second, body: note }, QUALITY);
    await vault.files.destroy('epochs', second);
    const found = await shelf.all(QUALITY, never, () => undefined);
    expect(found).toMatchObject({ closed: 0, unread: 1, calls: [{ log: call }] });
  });

  test('is given up when it is cancelled', async () => {
    await record(call, [first]);
    await shelf.keep(call, { id: null, epoch: first, body: note }, QUALITY);
    const gone = new AbortController();
    gone.abort();
    await expect(shelf.all(QUALITY, gone.signal, () => undefined)).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('what leaves is in each log once, before it does', async () => {
    await shelf.leaves([call, call, other], QUALITY);
    expect(said.map((one) => (one.ask === 'review-exported' ? one.log : ''))).toEqual([call, other]);
  });
});
