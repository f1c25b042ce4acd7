import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DATABASE_NAME, type Database, openDatabase } from '../database/schema.ts';
import type { EpochId, LogId } from '../model/id.ts';
import type { FilledCard, Review, ReviewNote } from '../model/review.ts';
import { destroyEpochs } from './destroy-epoch.ts';
import { createEpochKey } from './epoch-keys.ts';
import { EPOCH_KEYS, type KeyFiles, memoryKeyFiles } from './key-files.ts';
import { memoryLocks } from './locks.ts';
import {
  destroyReviews,
  destroyReviewsWithin,
  keepReview,
  openReviewKeys,
  readReviews,
  removeReview,
  reviewedLogs,
  reviewKeyName,
  writtenAbout,
} from './reviews.ts';
import { forOne, one } from './testdata/one-recipient.ts';

const log = 'lAAAAAAAAAAAA' as LogId;
const epoch = 'eAAAAAAAAAAAA' as EpochId;
const other = 'eBBBBBBBBBBBB' as EpochId;
const SECRET = 'Bob was told the wrong price';
let db: Database;
let keys: KeyFiles;

beforeEach(async () => {
  db = await openDatabase(() => undefined);
  keys = memoryKeyFiles();
  await createEpochKey(keys, epoch, forOne);
  await createEpochKey(keys, other, forOne);
});
afterEach(async () => {
  vi.restoreAllMocks();
  db.close();
  await deleteDB(DATABASE_NAME);
});

const note = (change: Partial<ReviewNote> = {}): ReviewNote => ({
  v: 1,
  is: 'note',
  ms: 1500,
  text: SECRET,
  tags: ['price'],
  by: 'Rosa',
  at: 1_700_000_000_000,
  ...change,
});
const review = (id: string, change: Partial<Review> = {}): Review => ({
  log,
  id: `r${id.padEnd(12, 'A')}`,
  epoch,
  body: note(),
  ...change,
});
const locks = memoryLocks();
const destroyEpoch = () =>
  destroyEpochs({ db, keys, locks }, { log, epochs: [epoch], why: 'host' }, async () => undefined);
const write = (written: Review) => keepReview({ db, keys, locks }, openReviewKeys({ keys }, one), written, forOne);
const read = (epochs: readonly EpochId[] = [epoch, other]) =>
  readReviews(db, openReviewKeys({ keys }, one), log, epochs);

test('what was written is read back, and lies on the disk sealed', async () => {
  await write(review('a'));
  await write(review('b', { body: note({ ms: 10, text: 'calm' }) }));
  expect((await read()).reviews).toEqual([review('a'), review('b', { body: note({ ms: 10, text: 'calm' }) })]);
  const rows = await db.getAll('reviews');
  const plain = JSON.stringify(rows, (_, value) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
  );
  expect(plain).toContain(log);
  expect(plain).not.toContain('Bob');
  expect(plain).not.toContain('price');
  expect(rows.map(({ ms }) => ms)).toEqual([1500, 10]);
});

test('one key an epoch, made once, wrapped as that of the recording', async () => {
  await Promise.all([write(review('a')), write(review('b'))]);
  expect((await keys.names(EPOCH_KEYS)).sort()).toEqual([epoch, other, reviewKeyName(epoch)].sort());
  expect((await read()).reviews.length).toBe(2);
  const file = await keys.get(EPOCH_KEYS, reviewKeyName(epoch));
  expect(new TextDecoder().decode(file?.subarray(0, 21))).toBe('age-encryption.org/v1');
});

test('only what somebody has leave for is opened', async () => {
  await write(review('a'));
  await write(review('b', { epoch: other }));
  expect((await read([other])).reviews.map(({ epoch }) => epoch)).toEqual([other]);
  expect(await reviewedLogs(db)).toEqual(new Map([[log, new Set([epoch, other])]]));
});

const card: FilledCard = {
  v: 1,
  is: 'scores',
  card: { name: 'Call', criteria: [{ name: 'Tone', scale: '1-5', weight: 1 }] },
  scores: [2],
  agent: 'Ana',
  text: '',
  by: 'Rosa',
  at: 1_700_000_000_000,
};

test('of a meeting it is known unopened how much was written, and where', async () => {
  await write(review('a'));
  await write(review('b', { epoch: other, body: card }));
  await write(review('c', { log: 'lBBBBBBBBBBBB' as LogId }));
  await keys.destroy(EPOCH_KEYS, reviewKeyName(epoch));
  expect(await writtenAbout(db, log)).toEqual([
    { epoch, ms: 1500 },
    { epoch: other, ms: null },
  ]);
});

test('a row that was moved to another note, epoch or log does not open, and is counted', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await write(review('a'));
  const [row] = await db.getAll('reviews');
  if (!row) throw new Error('no row');
  await db.put('reviews', { ...row, id: 'rBBBBBBBBBBBB' });
  expect(await read()).toMatchObject({ reviews: [{ id: row.id }], closed: 1 });
});

test.each([
  ['another epoch', { epoch: other }],
  ['another log', { log: 'lBBBBBBBBBBBB' as LogId }],
  ['another moment of its sealing', { iv: new Uint8Array(12) }],
  ['another note’s words', { sealed: new Uint8Array(40) }],
])('a row that has %s does not open', async (_name, change) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await write(review('a'));
  await write(review('b', { epoch: other }));
  const row = await db.get('reviews', [log, review('a').id]);
  if (!row) throw new Error('no row');
  await db.delete('reviews', [log, row.id]);
  await db.put('reviews', { ...row, ...change });
  const of = (change as { log?: LogId }).log ?? log;
  const found = await readReviews(db, openReviewKeys({ keys }, one), of, [epoch, other]);
  expect(found.closed).toBe(1);
  expect(found.reviews.map(({ id }) => id)).not.toContain(row.id);
  expect(warn).toHaveBeenCalledTimes(1);
});

test('a row whose key was never made, or is gone, is counted as closed, and no word of it is given', async () => {
  await write(review('a'));
  await keys.destroy(EPOCH_KEYS, reviewKeyName(epoch));
  expect(await read()).toEqual({ reviews: [], closed: 1 });
});

test('written again it takes the place of the one before, under another iv', async () => {
  await write(review('a'));
  const before = await db.get('reviews', [log, review('a').id]);
  await write(review('a', { body: note({ text: 'calm' }) }));
  const after = await db.get('reviews', [log, review('a').id]);
  expect(after?.iv).toHaveLength(12);
  expect(after?.iv).not.toEqual(before?.iv);
  expect((await read()).reviews.map(({ body }) => body.text)).toEqual(['calm']);
});

test('a name that is none of a note’s is refused, and no key is made for it', async () => {
  await expect(write({ ...review('a'), id: 'x' })).rejects.toMatchObject({ code: 'bad-review' });
  expect(await keys.get(EPOCH_KEYS, reviewKeyName(epoch))).toBeNull();
});

test('which logs have notes: each with its epochs', async () => {
  await write(review('a'));
  await write(review('b'));
  await write(review('c', { log: 'lBBBBBBBBBBBB' as LogId, epoch: other }));
  expect(await reviewedLogs(db)).toEqual(
    new Map([
      [log, new Set([epoch])],
      ['lBBBBBBBBBBBB', new Set([other])],
    ]),
  );
  expect((await read()).reviews).toHaveLength(2);
});

describe('a key is opened', () => {
  test('once for as long as somebody reads, and asked for again while there is none', async () => {
    const open = openReviewKeys({ keys }, one);
    expect(await open(epoch)).toBeNull();
    await write(review('a'));
    const first = await open(epoch);
    expect(first).not.toBeNull();
    expect(await open(epoch)).toBe(first);
    expect(first?.extractable).toBe(false);
  });

  test('by nobody who cannot hear the recording, though the key of the notes is theirs', async () => {
    await write(review('a'));
    const mine = await keys.get(EPOCH_KEYS, epoch);
    const theirs = 'age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm';
    await keys.destroy(EPOCH_KEYS, epoch);
    await createEpochKey(keys, epoch, (work) => work([theirs]));
    await expect(openReviewKeys({ keys }, one)(epoch)).rejects.toMatchObject({ code: 'not-recipient' });
    await keys.put(EPOCH_KEYS, epoch, mine as Uint8Array<ArrayBuffer>);
    expect(await openReviewKeys({ keys }, one)(epoch)).not.toBeNull();
  });

  test('not in the place of another epoch’s', async () => {
    await write(review('a'));
    const file = await keys.get(EPOCH_KEYS, reviewKeyName(epoch));
    await keys.put(EPOCH_KEYS, reviewKeyName(other), file as Uint8Array<ArrayBuffer>);
    await expect(openReviewKeys({ keys }, one)(other)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('by a piece that is left of the recording after a cut', async () => {
    await write(review('a'));
    await keys.destroy(EPOCH_KEYS, epoch);
    await createEpochKey(keys, `${epoch}-1`, forOne);
    expect((await read()).reviews).toHaveLength(1);
    await write(review('b'));
    expect((await read()).reviews).toHaveLength(2);
  });
});

test('a store that cannot be used is a failure, and never “no notes”', async () => {
  const open = openReviewKeys({ keys }, one);
  await write(review('a'));
  db.close();
  const failed = { code: 'storage-failed' };
  await expect(read()).rejects.toMatchObject(failed);
  await expect(writtenAbout(db, log)).rejects.toMatchObject(failed);
  await expect(reviewedLogs(db)).rejects.toMatchObject(failed);
  await expect(keepReview({ db, keys, locks }, open, review('b'), forOne)).rejects.toMatchObject(failed);
  await expect(removeReview(db, review('a'))).rejects.toMatchObject(failed);
  await expect(destroyReviews(db, keys, epoch)).rejects.toMatchObject(failed);
  await expect(destroyReviewsWithin(db, epoch, 0, 1)).rejects.toMatchObject(failed);
});

test.each([
  ['more than 10,000 characters', { text: 'x'.repeat(10_001) }],
  ['a tag that is none', { tags: [''] }],
  ['half a character', { text: '\ud800' }],
  ['a time before the beginning', { ms: -1 }],
])('%s is refused, not cut', async (_name, bad) => {
  await expect(write(review('a', { body: note(bad) }))).rejects.toMatchObject({ code: 'bad-review' });
  expect(await db.count('reviews')).toBe(0);
});

test('10,000 characters are kept to the last', async () => {
  await write(review('a', { body: note({ text: `${'x'.repeat(9_998)}😀` }) }));
  expect((await read()).reviews[0]?.body.text.length).toBe(10_000);
});

describe('they go with the recording', () => {
  test('destroying the epoch destroys key and rows, and nothing of another', async () => {
    await write(review('a'));
    await write(review('b', { epoch: other }));
    await destroyEpoch();
    expect((await keys.names(EPOCH_KEYS)).sort()).toEqual([other, reviewKeyName(other)].sort());
    expect((await db.getAll('reviews')).map(({ epoch }) => epoch)).toEqual([other]);
    await expect(write(review('c'))).rejects.toMatchObject({ code: 'key-missing' });
  });

  test('a recording that is destroyed while a note is written takes it along', async () => {
    const put = db.put.bind(db);
    vi.spyOn(db, 'put').mockImplementation(async (...row: Parameters<typeof put>) => {
      await destroyEpoch();
      return put(...row);
    });
    await expect(write(review('a'))).rejects.toMatchObject({ code: 'key-missing' });
    expect(await keys.names(EPOCH_KEYS)).toEqual([other]);
    expect(await db.count('reviews')).toBe(0);
  });

  test('rows that a crash left behind open no more', async () => {
    await write(review('a'));
    await keys.destroy(EPOCH_KEYS, epoch);
    await expect(read()).rejects.toMatchObject({ code: 'key-missing' });
  });

  test('what was cut out takes its notes along, and no other', async () => {
    for (const [id, ms] of [
      ['a', 999],
      ['b', 1000],
      ['c', 1999],
      ['d', 2000],
    ] as const)
      await write(review(id, { body: note({ ms }) }));
    await write(review('e', { epoch: other }));
    const [row] = await db.getAll('reviews');
    if (row) await db.put('reviews', { ...row, id: 'rZ', ms: null });
    expect(await destroyReviewsWithin(db, epoch, 1000, 2000)).toBe(2);
    const left = (await db.getAll('reviews')).map(({ ms }) => String(ms));
    expect(left.sort()).toEqual(['1500', '2000', '999', 'null']);
  });
});

test('removed is gone; removed again is no error', async () => {
  await write(review('a'));
  await removeReview(db, review('a'));
  await removeReview(db, review('a'));
  expect(await read()).toEqual({ reviews: [], closed: 0 });
});

test('who has to unlock first is told so', async () => {
  await write(review('a'));
  const open = openReviewKeys({ keys }, { keys: [], locked: true });
  await expect(readReviews(db, open, log, [epoch])).rejects.toMatchObject({ code: 'vault-locked' });
});
