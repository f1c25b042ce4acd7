import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { base64url } from '../model/id.ts';
import { NO_LEAF } from './leaf.ts';
import { seenHasher } from './seen.ts';
import {
  ANA,
  answered,
  asked,
  type Bench,
  HOST,
  id,
  item,
  joined,
  LOG,
  MEETING,
  NINE,
  openBench,
  opened,
  write,
} from './testdata/meeting.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

describe('what is appended', () => {
  it('is read back as it was returned', async () => {
    const { row, logged } = await write(bench.store, MEETING);
    expect(await bench.store.read(LOG)).toEqual(logged);
    expect(await bench.store.row(LOG)).toEqual(row);
    expect(row).toMatchObject({ size: MEETING.length, lastAt: NINE + 60_000, openedAt: NINE });
    expect(logged.map((one) => one.entry)).toEqual(MEETING.map((one) => one.draft.entry));
  });

  it('goes on from the head of the append before', async () => {
    const first = await write(bench.store, MEETING.slice(0, 3));
    const second = await bench.store.append(LOG, first.row, MEETING.slice(3), null);
    expect(second.ok && second.row.size).toBe(MEETING.length);
    expect((await bench.store.read(LOG)).map((one) => one.index)).toEqual(MEETING.map((_, index) => index));
  });

  it('opens its disclosures again, also in a store that has never seen the keys', async () => {
    await write(bench.store, MEETING);
    const other = (await openBench(undefined, bench.keys)).store;
    const all = await other.disclosures(LOG);
    expect(all.get(1)).toEqual({ name: 'Héctor Ruiz', site: 'site-of-Héctor Ruiz' });
    expect(all.get(4)).toEqual({ words: 'Yes, I agree "fully"', site: `message-${NINE + 8000}` });
    expect(all.has(0)).toBe(false);
    expect(await other.disclosuresOf(LOG, [2, 5])).toEqual(new Map([[2, all.get(2)]]));
  });

  it('never lets time run back: what came late takes the time of the entry before', async () => {
    const { logged } = await write(bench.store, [opened, joined(ANA, 'Ana', NINE + 5000), { ...asked, at: NINE + 10 }]);
    expect(logged.map((one) => one.at)).toEqual([NINE, NINE + 5000, NINE + 5000]);
  });

  it('may be seen before the log was made', async () => {
    const { logged } = await write(bench.store, [{ ...opened, at: NINE - 700 }]);
    expect(logged[0]?.at).toBe(NINE - 700);
  });

  it('is read over page borders', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 503 }, (_, i) => joined(ANA, `Ana ${i}`, NINE + i));
    await write(bench.store, many);
    expect(await bench.store.read(LOG)).toHaveLength(503);
    expect((await bench.store.disclosures(LOG)).get(502)?.name).toBe('Ana 502');
  });

  it('keeps what marks its observation, so that the same one is known again', async () => {
    const row = await bench.store.create({ log: LOG, platform: 'sandbox', meeting: 'hash', at: NINE });
    const hash = await seenHasher(row.seenKey);
    const seen = await hash('message-77');
    await bench.store.append(LOG, row, [{ ...opened, seen }], null);
    expect((await bench.store.read(LOG))[0]?.seen).toBe(await hash('message-77'));
    expect(seen).toMatch(/^[\w-]{22}$/);
    expect(seen).not.toBe(await hash('message-78'));
  });
});

describe('one leaf', () => {
  it('is the exact text of that one', async () => {
    await write(bench.store, MEETING);
    const row = await bench.db.get('entries', [LOG, 3]);
    expect(await bench.store.leaf(LOG, 3)).toBe(new TextDecoder().decode(row?.leaf));
  });

  it('that is not there, or is no text, is damage of that entry', async () => {
    await write(bench.store, MEETING);
    await bench.db.put('entries', { log: LOG, index: 2, leaf: new Uint8Array([0xff]) });
    for (const index of [2, 99])
      await expect(bench.store.leaf(LOG, index)).rejects.toMatchObject({ code: 'damaged', what: 'entry', index });
  });
});

describe('a log is made', () => {
  it.each(['', 'x', `x${LOG}`, `${LOG}x`, '../../etc/pass'])('under no name that is no id: %j', async (name) => {
    const opening = { log: name as typeof LOG, platform: 'sandbox', meeting: 'hash', at: NINE };
    await expect(bench.store.create(opening)).rejects.toMatchObject({ code: 'unexpected' });
    expect(await bench.db.count('logs')).toBe(0);
  });

  it('once: a second one of its name takes nothing from the first', async () => {
    const { row } = await write(bench.store, MEETING);
    const again = bench.store.create({ log: LOG, platform: 'meet', meeting: 'other', at: NINE + 1 });
    await expect(again).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await bench.store.row(LOG)).toEqual(row);
  });
});

it('a log that is not there has no words, no gate and no snapshot', async () => {
  expect(await bench.store.disclosures(LOG)).toEqual(new Map());
  expect(await bench.store.gate(LOG)).toBeNull();
  expect(await bench.store.snapshot(LOG)).toBeNull();
});

it('the newest snapshot of a log is the one that is kept', async () => {
  const other = id('log', 2);
  for (const [log, size] of [
    [LOG, 3],
    [other, 4],
    [LOG, 5],
  ] as const)
    await bench.store.keepSnapshot({ log, version: 1, size, head: 'x', at: NINE, body: {} });
  expect(await bench.store.snapshot(LOG)).toMatchObject({ log: LOG, size: 5 });
  expect(await bench.store.snapshot(other)).toMatchObject({ log: other, size: 4 });
});

it('an account is hashed under the device’s key, and is never the hash of a meeting of the same name', async () => {
  const hash = await bench.store.personHash('meet', 'ana@example.com');
  expect(await (await openBench()).store.personHash('meet', 'ana@example.com')).toBe(hash);
  expect(await bench.store.personHash('teams', 'ana@example.com')).not.toBe(hash);
  expect(await bench.store.meetingHash('meet', 'ana@example.com')).not.toBe(hash);
});

describe('what the format cannot hold is refused before anything is stored', () => {
  it.each([
    ['an unknown member', item({ kind: 'paused', why: 'tea' } as never)],
    ['a member that is undefined', item({ kind: 'went-on-without', ask: undefined } as never)],
    ['a float', item({ kind: 'roster-confirmed', rows: 1.5, counter: null })],
    ['a time with a fraction', item({ kind: 'paused' }, NINE + 0.5)],
    ['a mark that is no hash', { ...item({ kind: 'paused' }), seen: 'message-77' }],
    ['a lone surrogate', item({ kind: 'paused' }, NINE, ANA, { words: '\ud800' })],
    ["nobody's personal data", item({ kind: 'paused' }, NINE, null, { words: 'hm' })],
  ])('%s', async (_, bad) => {
    const row = await bench.store.create({ log: LOG, platform: 'sandbox', meeting: 'hash', at: NINE });
    await expect(bench.store.append(LOG, row, [opened, bad], null)).rejects.toMatchObject({ code: 'unexpected' });
    expect(await bench.store.row(LOG)).toEqual(row);
    expect(await bench.db.count('entries')).toBe(0);
  });

  it('an append to no log', async () => {
    const head = { size: 0, head: NO_LEAF };
    await expect(bench.store.append(LOG, head, [opened], null)).rejects.toMatchObject({ code: 'unexpected' });
    expect(await bench.store.read(LOG)).toEqual([]);
  });
});

describe('finding a log', () => {
  it('by its meeting, the newest that is fresh enough', async () => {
    const meeting = await bench.store.meetingHash('sandbox', 'abc-defg-hij');
    for (const [number, at] of [
      [1, NINE],
      [2, NINE + 50],
    ] as const) {
      await bench.store.create({ log: id('log', number), platform: 'sandbox', meeting, at });
    }
    expect((await bench.store.findMeeting(meeting, NINE))?.log).toBe(id('log', 2));
    expect(await bench.store.findMeeting(meeting, NINE + 51)).toBeNull();
    expect(await bench.store.findMeeting('other', NINE)).toBeNull();
    expect((await bench.store.logs()).map((row) => row.log)).toEqual([id('log', 2), id('log', 1)]);
  });

  it('hashes a meeting under a key of this device, the same one in every context', async () => {
    const other = (await openBench(() => crypto.getRandomValues(new Uint8Array(32)))).store;
    const [one, two] = await Promise.all([bench.store.meetingHash('meet', 'abc'), other.meetingHash('meet', 'abc')]);
    expect(one).toBe(two);
    expect(one).not.toBe(await bench.store.meetingHash('teams', 'abc'));
    globalThis.indexedDB = new IDBFactory();
    const elsewhere = (await openBench(() => crypto.getRandomValues(new Uint8Array(32)))).store;
    expect(await elsewhere.meetingHash('meet', 'abc')).not.toBe(one);
  });
});

describe('erasing a person', () => {
  it('leaves the proof and the others, and no word of theirs in any row', async () => {
    await write(bench.store, MEETING);
    const before = await bench.store.read(LOG);
    expect(await bench.store.erase(LOG, ANA)).toBe(6);
    expect(await bench.store.read(LOG)).toEqual(before);
    const left = await bench.store.disclosures(LOG);
    expect([...left.keys()]).toEqual([1, 3]);
    expect(await bench.keys.get(LOG, ANA)).toBeNull();
    expect(await bench.keys.get(LOG, HOST)).not.toBeNull();
    const rows = await bench.db.getAllFromIndex('disclosures', 'subject', [LOG, ANA]);
    expect(rows).toEqual([]);
  });

  it('can be finished after a crash between key and rows; until then the fields are simply absent', async () => {
    await write(bench.store, MEETING);
    await bench.keys.destroy(LOG, ANA);
    const restarted = (await openBench(undefined, bench.keys)).store;
    expect([...(await restarted.disclosures(LOG)).keys()]).toEqual([1, 3]);
    expect(await restarted.erase(LOG, ANA)).toBe(6);
    expect(await restarted.erase(LOG, ANA)).toBe(0);
  });

  it('does not make the log damaged when the person comes back under a new key', async () => {
    const { row } = await write(bench.store, MEETING);
    await bench.keys.destroy(LOG, ANA);
    const restarted = (await openBench(undefined, bench.keys)).store;
    // The first try makes the key and then fails: the second one finds a key that the old rows do not fit.
    const late = item({ kind: 'paused', why: 'tea' } as never);
    const again = answered('consented', 'yes again', NINE + 70_000);
    await expect(restarted.append(LOG, row, [again, late], null)).rejects.toMatchObject({ code: 'unexpected' });
    expect((await restarted.append(LOG, row, [again], null)).ok).toBe(true);
    const left = await restarted.disclosures(LOG);
    expect([...left.keys()]).toEqual([1, 3, 8]);
    expect(left.get(8)?.words).toBe('yes again');
  });

  it('is heeded by a context that still had the key in memory', async () => {
    const { row } = await write(bench.store, MEETING);
    const other = (await openBench(undefined, bench.keys)).store;
    await other.erase(LOG, ANA);
    await bench.store.append(LOG, row, [answered('consented', 'yes again', NINE + 70_000)], null);
    expect((await other.disclosures(LOG)).get(8)?.words).toBe('yes again');
  });
});

describe('no row holds personal data in clear', () => {
  it('in any store, in any encoding of text', async () => {
    await write(bench.store, MEETING);
    const dump: string[] = [];
    for (const name of bench.db.objectStoreNames) {
      for (const row of await bench.db.getAll(name)) dump.push(allText(row));
    }
    const all = dump.join('\n');
    expect(all).toContain('participant-joined');
    for (const word of ['Silva', 'Héctor', 'Ruiz', 'fully', 'stop, please', 'site-of', 'message-', 'May we record']) {
      expect(all).not.toContain(word);
      expect(all).not.toContain(base64url(new TextEncoder().encode(word)).slice(0, -2));
    }
  });
});

/** Everything in a row as text, its bytes read as UTF-8 and as UTF-16. */
function allText(row: unknown): string {
  return JSON.stringify(row, (_, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value;
    return [new TextDecoder().decode(value), new TextDecoder('utf-16le').decode(value)];
  });
}

describe('a store', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('that nobody signs for says nothing of it', async () => {
    const warned = vi.spyOn(console, 'warn');
    await write(bench.store, MEETING);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(warned).not.toHaveBeenCalled();
  });

  it('without room of its own tells of a full disk at once', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const closing = bench.store.closeGate(LOG, { cutAfter: null, reasons: ['waiting'] });
    await expect(closing).rejects.toMatchObject({ code: 'disk-full' });
  });

  it('waits for its turn where one of several entries has words', async () => {
    const { row } = await write(bench.store, MEETING.slice(0, 2));
    const asked: string[] = [];
    const request = async (name: string, work: () => Promise<unknown>) => {
      asked.push(name);
      return work();
    };
    vi.stubGlobal('navigator', { locks: { request } });
    const items = [item({ kind: 'paused' }, NINE + 2000), joined(ANA, 'Ana', NINE + 3000)];
    expect((await bench.store.append(LOG, row, items, null)).ok).toBe(true);
    expect(asked).toEqual([`ask-to-record/log/${LOG}`]);
  });

  it('looks at the end of a log', async () => {
    await write(bench.store, MEETING);
    await bench.store.checkTail(LOG);
    await bench.db.delete('entries', [LOG, 7]);
    await expect(bench.store.checkTail(LOG)).rejects.toMatchObject({ code: 'damaged', index: 7 });
  });
});
