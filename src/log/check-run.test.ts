import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { type CheckOrder, checkNow, checkOn } from './check-run.ts';
import { checkedOf, DEVICE_LOG, keepChecked, keepStanding, standing } from './checked.ts';
import { keepCheckpoint } from './checkpoints.ts';
import { CHECK_START, type CheckPlace, fullCheck } from './full-check.ts';
import { type Bench, countedBytes, id, item, LOG, MEETING, NINE, openBench, write } from './testdata/meeting.ts';
import { testSigner } from './testdata/signer.ts';

const DAY = 86_400_000;
const other = id('log', 2);
/** Of eight entries, and of three. */
let rows: { readonly long: LogRow; readonly short: LogRow };
let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
  rows = {
    long: (await write(bench.store, MEETING)).row,
    short: (await write(bench.store, MEETING.slice(0, 3), other)).row,
  };
});

/** What of each log was looked at, as `done/total`. */
async function run(part: Partial<CheckOrder> & { readonly key?: Uint8Array<ArrayBuffer> | null } = {}) {
  const looked: string[] = [];
  const { key = (await testSigner()).key, ...rest } = part;
  await checkOn({
    tools: bench.store.checkTools(key),
    now: () => NINE,
    signal: new AbortController().signal,
    progress: (done, total) => void looked.push(`${done}/${total}`),
    ...rest,
  });
  return looked;
}
const checked = (log: string, at: number, size: number) => keepChecked(bench.db, log, { at, size, damage: [] });

describe('in the background comes first', () => {
  it('what was looked at the longest ago', async () => {
    await checked(LOG, NINE - 20 * DAY, 8);
    await checked(other, NINE - 30 * DAY, 3);
    expect(await run()).toEqual(['3/3', '8/8']);
    await checked(LOG, NINE - 30 * DAY, 8);
    await checked(other, NINE - 20 * DAY, 3);
    expect(await run()).toEqual(['8/8', '3/3']);
  });

  it('what was never looked at before what was', async () => {
    await checked(LOG, NINE - 30 * DAY, 8);
    expect(await run()).toEqual(['3/3', '8/8']);
  });

  it('what it stood at, though that one is not due, and then no longer stands there', async () => {
    await checked(LOG, NINE, 8);
    await keepStanding(bench.db, { log: LOG, place: CHECK_START });
    expect(await run()).toEqual(['8/8', '3/3']);
    expect(await standing(bench.db)).toBeNull();
  });
});

describe('in the background a log is looked at again', () => {
  it.each<[string, number, number, boolean]>([
    ['not before a week is over', NINE - 7 * DAY + 1, 8, false],
    ['when a week is over', NINE - 7 * DAY, 8, true],
    ['when it has grown', NINE, 7, true],
    ['when the clock was set back since', NINE + 1, 8, true],
    ['not at the very moment', NINE, 8, false],
  ])('%s', async (_, at, size, again) => {
    await checked(other, NINE, 3);
    await checked(LOG, at, size);
    expect(await run()).toEqual(again ? ['8/8'] : []);
  });

  it('and so is the device log, by the same rule', async () => {
    const at = async () => (await checkedOf(bench.db, DEVICE_LOG))?.at;
    await run();
    expect(await at()).toBe(NINE);
    await run({ now: () => NINE + 1 });
    expect(await at()).toBe(NINE);
    await keepCheckpoint({ db: bench.db, random: countedBytes() }, await testSigner(), rows.short);
    await run({ now: () => NINE + 2 });
    expect(await checkedOf(bench.db, DEVICE_LOG)).toEqual({ at: NINE + 2, size: 1, damage: [] });
  });
});

it('while nothing was signed there is no device log to look at', async () => {
  await run({ key: null });
  expect(await checkedOf(bench.db, DEVICE_LOG)).toBeNull();
  expect((await checkedOf(bench.db, LOG))?.damage).toEqual([]);
});

it('what breaks beside a log is told, and passes for no finished check', async () => {
  const progress = () => {
    throw new Error('the screen is gone');
  };
  await expect(run({ progress })).rejects.toThrow('the screen is gone');
  expect(await checkedOf(bench.db, LOG)).toBeNull();
});

it('a cancelled check says how far it came, and passes for no finished one', async () => {
  const stop = new AbortController();
  const told: string[] = [];
  const order = {
    tools: bench.store.checkTools((await testSigner()).key),
    now: () => NINE,
    signal: stop.signal,
    progress: (done: number, total: number) => {
      told.push(`${done}/${total}`);
      if (done === 3) stop.abort();
    },
  };
  await expect(checkNow(order, [rows.short, rows.long])).rejects.toMatchObject({ code: 'cancelled' });
  expect(told).toEqual(['0/11', '3/11']);
  expect(await checkedOf(bench.db, LOG)).toBeNull();
});

it('a log in which an entry was put behind the end is closed to writing, though no other is', async () => {
  await bench.db.put('entries', { log: LOG, index: 8, leaf: new Uint8Array([1]) });
  await run();
  expect([(await bench.store.row(LOG))?.damaged, (await bench.store.row(other))?.damaged]).toEqual([true, undefined]);
  const paused = [item({ kind: 'paused' }, NINE + 90_000)];
  await expect(bench.store.append(LOG, rows.long, paused, null)).rejects.toMatchObject({ code: 'damaged' });
  expect((await bench.store.append(other, rows.short, paused, null)).ok).toBe(true);
});

it('where it stood at the very end it goes on from there, with what it had found', async () => {
  const words = { what: 'words', log: LOG, index: 4 } as const;
  const walk = fullCheck(bench.store.checkTools(null), rows.long);
  const { value } = await walk.next();
  const place = { ...(value as CheckPlace), damage: [words] };
  await checked(other, NINE, 3);
  await keepStanding(bench.db, { log: LOG, place });
  await run();
  expect(await checkedOf(bench.db, LOG)).toEqual({ at: NINE, size: 8, damage: [words] });
});

it('notes where it stands after every eighth page, and not after each', async () => {
  const many = Array.from({ length: 4300 }, (_, i) => item({ kind: i % 2 ? 'paused' : 'resumed' }, NINE + 80_000));
  const done = await bench.store.append(LOG, rows.long, many, null);
  expect(done.ok).toBe(true);
  await checked(other, NINE, 3);
  const stopAt = (entries: number) =>
    run({
      progress: (at) => {
        if (at >= entries) throw new Error('the worker is gone');
      },
    });
  await expect(stopAt(1000)).rejects.toThrow('the worker is gone');
  expect(await standing(bench.db)).toBeNull();
  await expect(stopAt(4300)).rejects.toThrow('the worker is gone');
  expect((await standing(bench.db))?.place.link.size).toBe(4000);
}, 60_000);

it('a failure that is no cancelling is told', async () => {
  const progress = () => {
    throw new Failure('storage-failed', 'gone');
  };
  await expect(run({ progress })).rejects.toMatchObject({ code: 'storage-failed' });
});

it('asked for while nothing was signed it finds nothing of a device log', async () => {
  const order = {
    tools: bench.store.checkTools(null),
    now: () => NINE,
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  expect(await checkNow(order, [rows.short])).toEqual([]);
});
