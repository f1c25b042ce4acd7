import { afterEach, expect, test, vi } from 'vitest';
import { T0 } from '../consent/testdata/told.ts';
import type { LogRow } from '../database/schema.ts';
import type { LogStore } from '../log/store.ts';
import type { Entry } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { type FoundUses, usesOfAll } from './all-uses.ts';

const row = (log: string): LogRow => ({
  log,
  platform: 'sandbox',
  meeting: '',
  openedAt: T0,
  lastAt: T0,
  size: 2,
  head: '',
  seenKey: '',
});
const opened: Entry = { kind: 'meeting-opened', platform: 'sandbox', software: '', policy: '', lagMs: 0 };
const saved: Entry = { kind: 'exported', format: 'json' };
const leaf = (index: number, entry: Entry) => ({ logged: { index, at: T0 + index, seen: '', entry } });
type Page = Awaited<ReturnType<ReturnType<LogStore['pages']>['next']>>['value'];

/** Logs of two pages of one entry; `broken` says what reading one of them throws. */
function store(names: readonly string[], broken: Readonly<Record<string, Error>> = {}) {
  const asked: (readonly number[])[] = [];
  const pages = async function* ({ log }: LogRow) {
    yield [leaf(0, opened)] as unknown as Page;
    if (broken[log]) throw broken[log];
    yield [leaf(1, saved)] as unknown as Page;
  };
  const made = {
    logs: async () => names.map(row),
    pages,
    disclosuresOf: async (log: string, indices: readonly number[]) => {
      asked.push(indices);
      return new Map([[0, { meeting: `room of ${log}` }]]);
    },
  };
  return { made: made as unknown as Pick<LogStore, 'logs' | 'pages' | 'disclosuresOf'>, asked };
}

async function all(found: AsyncGenerator<FoundUses, void>) {
  const steps: { done: number; total: number; damaged: number; logs: string[] }[] = [];
  for await (const { done, total, damaged, logs } of found)
    steps.push({ done, total, damaged, logs: logs.map(({ log, uses }) => `${log}:${uses.length}`) });
  return steps;
}

afterEach(() => vi.restoreAllMocks());

test('a person who waits sees how many meetings are read, from none to all', async () => {
  const { made } = store(['a', 'b']);
  expect(await all(usesOfAll(made, new AbortController().signal))).toEqual([
    { done: 0, total: 2, damaged: 0, logs: [] },
    { done: 1, total: 2, damaged: 0, logs: ['a:1'] },
    { done: 2, total: 2, damaged: 0, logs: ['a:1', 'b:1'] },
  ]);
});

test('of each it reads only what names the meeting and who used it', async () => {
  const { made, asked } = store(['a']);
  for await (const { logs } of usesOfAll(made, new AbortController().signal))
    expect(logs.map(({ meeting }) => meeting)).toEqual(logs.map(() => 'room of a'));
  expect(asked).toEqual([[0]]);
});

test('a damaged log is counted, said, and stops none of the others', async () => {
  const damage = new Failure('damaged', 'no leaf');
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { made } = store(['a', 'b', 'c'], { b: damage });
  expect((await all(usesOfAll(made, new AbortController().signal))).at(-1)).toEqual({
    done: 3,
    total: 3,
    damaged: 1,
    logs: ['a:1', 'c:1'],
  });
  expect(warned).toHaveBeenCalledWith('a log is damaged', 'b', damage);
});

test('what is no damage is not taken for it', async () => {
  for (const error of [new Failure('storage-failed', 'gone'), new Error('damaged')]) {
    const { made } = store(['a'], { a: error });
    await expect(all(usesOfAll(made, new AbortController().signal))).rejects.toBe(error);
  }
});

test('after an abort it ends with what it has, in the middle of a log or at its end', async () => {
  const early = new AbortController();
  early.abort();
  expect(await all(usesOfAll(store(['a', 'b']).made, early.signal))).toHaveLength(1);

  const between = new AbortController();
  const steps: number[] = [];
  for await (const { done } of usesOfAll(store(['a', 'b']).made, between.signal)) {
    steps.push(done);
    if (done === 1) between.abort();
  }
  expect(steps).toEqual([0, 1]);

  // Aborted while its last page was read: of that log nothing is told.
  const late = new AbortController();
  const { made } = store(['a']);
  const pages = async function* () {
    yield [leaf(0, opened)];
    late.abort();
  };
  expect(await all(usesOfAll({ ...made, pages } as never, late.signal))).toHaveLength(1);
});
