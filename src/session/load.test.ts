import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { toldBy } from '../consent/directory.ts';
import { type Database, type LogRow, openDatabase } from '../database/schema.ts';
import { type LogStore, openLogStore } from '../log/store.ts';
import type { Draft } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { ID_BYTES, idOf, type LogId } from '../model/id.ts';
import type { Observation, Seen } from '../model/observation.ts';
import type { RosterPerson } from '../model/roster.ts';
import { memoryKeyFiles } from '../vault/key-files.ts';
import { hear } from './hear.ts';
import { keepSnapshot, load, readAfter } from './load.ts';
import { type Revoke, Session, type SessionLog } from './session.ts';
import { SNAPSHOT_EVERY } from './snapshot.ts';
import { askEveryone, openMeeting, random } from './testdata/opening.ts';

/** A log that opens from a snapshot: it is judged at once, and nothing rests on what was not read. */

const START = 1_800_000_000_000;
const HOST: RosterPerson = { id: 'h', name: 'Host', self: true };
const ANA: RosterPerson = { id: 'a', name: 'Ana', self: false };

let db: Database;
let store: LogStore;
let log: LogId;
let now: number;
let revoked: Revoke[];

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
  store = openLogStore({ db, keys: memoryKeyFiles(), random });
  log = idOf('log', random(ID_BYTES));
  now = START;
  revoked = [];
  await store.create({ log, platform: 'sandbox', meeting: 'm', at: now });
});

const sessionOf = (logs: SessionLog = store) =>
  Session.load(log, { log: logs, hear, revoke: (order) => revoked.push(order), now: () => now, random });

/** Each with a key of its own: another session of the log must not take it for one that it knows. */
const seeing = (session: Session) => (seen: Seen) =>
  session.observe({ ...seen, key: crypto.randomUUID(), at: now } as Observation);

const look = (...people: RosterPerson[]) =>
  ({
    what: 'roster',
    roster: { people, completeness: 'complete', counter: people.length, source: 'dom' },
  }) as const;

/** Host alone, asked: with a roster of one everybody has agreed, and it records. */
async function recording(): Promise<void> {
  const session = await sessionOf();
  const see = seeing(session);
  await openMeeting(session, see);
  await see(look(HOST));
  await askEveryone(session);
  expect(session.state.epoch).not.toBeNull();
}

async function snapshotHere(): Promise<void> {
  const loaded = await load(log, store);
  keepSnapshot(loaded.row, loaded, store);
  await expect.poll(async () => (await store.snapshot(log))?.size).toBe(loaded.row.size);
}

/** The same store, whose reading of the whole log waits until it may go on. */
function held(): { readonly logs: SessionLog; readonly go: () => void } {
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const pages: SessionLog['pages'] = async function* (row, after) {
    if (!after) await gate;
    yield* store.pages(row, after);
  };
  return { logs: { ...store, pages }, go };
}

/** Another byte in an entry that lies before the snapshot. */
async function damage(kind: string): Promise<void> {
  const found = (await readAfter((await store.row(log)) as LogRow, undefined, store)).find(
    ({ entry }) => entry.kind === kind,
  );
  const row = await db.get('entries', [log, found?.index ?? -1]);
  if (!row) throw new Error('no entry');
  const leaf = row.leaf.slice();
  const at = new TextDecoder().decode(leaf).indexOf('"seen"') + 1;
  leaf[at] = 'S'.charCodeAt(0);
  await db.put('entries', { ...row, leaf });
}

describe('a log with a snapshot', () => {
  test('stands where it stands when all of it is read', async () => {
    await recording();
    await snapshotHere();
    const session = await sessionOf();
    const see = seeing(session);
    await see({
      what: 'capture',
      report: { capture: 'started', epoch: session.state.epoch?.epoch ?? '', mime: 'audio/webm', microphone: false },
    });
    await see(look(HOST, ANA));
    const short = await load(log, store);
    await db.clear('snapshots');
    const long = await load(log, store);
    expect([short.whole, long.whole]).toEqual([false, true]);
    expect(short.state).toEqual(long.state);
    expect(short.directory).toEqual(long.directory);
    expect(short.texts).toEqual(long.texts);
    expect(short.row.size).toBe(short.state.size);
  });

  test('opens nothing before all of it was read, and then by itself', async () => {
    const first = await sessionOf();
    const see = seeing(first);
    await openMeeting(first, see);
    await see(look(HOST, ANA));
    await askEveryone(first);
    await snapshotHere();
    const { logs, go } = held();
    const session = await sessionOf(logs);
    expect(session.isChecking).toBe(true);
    // Ana leaves, and with her the last answer that was missing.
    now += 10_000;
    const left = await seeing(session)(look(HOST));
    expect(left).toMatchObject({ ok: true, open: null });
    expect(session.state.epoch).toBeNull();
    go();
    const followed = await session.whole;
    expect(followed).toMatchObject({ ok: true, open: { log } });
    // Nobody saw it: it follows from what was read.
    expect(followed.ok === true && followed.appended.map(({ seen }) => seen)).toEqual(['']);
    expect(session.isChecking).toBe(false);
    expect(session.state.epoch).not.toBeNull();
    await db.clear('snapshots');
    expect((await load(log, store)).state).toEqual(session.state);
  });

  test('a damaged entry before it closes what is open, and nothing is written any more', async () => {
    await recording();
    await snapshotHere();
    const before = (await store.row(log))?.size;
    const { logs, go } = held();
    const session = await sessionOf(logs);
    // Farther from the end than what is looked at first, in a longer log.
    await damage('capture-armed');
    const epoch = session.state.epoch?.epoch;
    expect(epoch).toBeDefined();
    expect(session.trouble).toBeNull();
    go();
    expect(await session.whole).toEqual({ ok: false, code: 'damaged' });
    expect(session.trouble).toBe('damaged');
    expect(session.isChecking).toBe(false);
    expect(revoked).toMatchObject([{ log, epoch, drain: false, cause: 'storage-failed' }]);
    expect(await store.gate(log)).toMatchObject({ state: 'closed' });
    expect(await seeing(session)(look(HOST, ANA))).toEqual({ ok: false, code: 'damaged' });
    expect((await store.row(log))?.size).toBe(before);
  });

  test('a damaged entry before it is told as that, also where nothing was open', async () => {
    await openMeeting(await sessionOf(), seeing(await sessionOf()));
    await snapshotHere();
    const { logs, go } = held();
    const session = await sessionOf(logs);
    await damage('capture-armed');
    go();
    expect(await session.whole).toEqual({ ok: false, code: 'damaged' });
    expect(session.trouble).toBe('damaged');
    expect(revoked).toEqual([]);
  });

  test('a part before it that could not be read closes what is open, and nothing is written any more', async () => {
    await recording();
    await snapshotHere();
    const before = (await store.row(log))?.size;
    const pages: SessionLog['pages'] = async function* (row, after) {
      if (!after) throw new Error('no disk');
      yield* store.pages(row, after);
    };
    const session = await sessionOf({ ...store, pages });
    expect(await session.whole).toEqual({ ok: false, code: 'unexpected' });
    expect(session.trouble).toBe('unexpected');
    expect(revoked).toHaveLength(1);
    expect(await seeing(session)(look(HOST, ANA))).toEqual({ ok: false, code: 'unexpected' });
    expect((await store.row(log))?.size).toBe(before);
  });

  test.each([
    ['of other code', { version: 0 }],
    ['that is ahead of the log', { size: 10_000 }],
    ['of another log’s entries', { head: 'A'.repeat(43) }],
  ])('%s is not used', async (_name, wrong) => {
    await recording();
    await snapshotHere();
    const row = await store.snapshot(log);
    if (!row) throw new Error('no snapshot');
    await store.keepSnapshot({ ...row, ...wrong });
    expect((await load(log, store)).whole).toBe(true);
  });
});

test('a long log keeps one by itself, once in so many entries, with no name in it and with every name known', async () => {
  await recording();
  const filler: Draft = {
    entry: { kind: 'roster-read', completeness: 'complete', rows: 1, counter: 1, source: 'dom' },
    subject: null,
    disclosures: {},
  };
  let row = await store.row(log);
  for (let left = SNAPSHOT_EVERY; left > 0 && row; left -= 500) {
    const items = Array.from({ length: 500 }, () => ({ draft: filler, at: now, seen: '' }));
    const done = await store.append(log, row, items, null);
    row = done.ok ? done.row : null;
  }
  let kept = 0;
  const counting: SessionLog = {
    ...store,
    keepSnapshot: (one) => {
      kept += 1;
      return store.keepSnapshot(one);
    },
  };
  const first = await sessionOf(counting);
  await expect.poll(async () => (await store.snapshot(log))?.size).toBe(row?.size);
  await seeing(first)(look(HOST, ANA));
  expect(kept).toBe(1);
  expect(JSON.stringify([...Object.values((await store.snapshot(log))?.body as object)])).not.toContain('Host');
  const session = await sessionOf(counting);
  expect(session.isChecking).toBe(true);
  await session.whole;
  expect(session.isChecking).toBe(false);
  await seeing(session)(look(HOST));
  expect(kept).toBe(1);
  expect([...session.directory.people.values()].map(({ name }) => name)).toEqual(['Host', 'Ana']);
});

describe('what keeps a log from being loaded', () => {
  test('there is no such log: it is damaged, and not empty', async () => {
    log = idOf('log', random(ID_BYTES));
    await expect(sessionOf()).rejects.toMatchObject({ code: 'damaged' });
  });

  test('behind a snapshot the log is not as it was: all of it is read, which tells what is wrong', async () => {
    await recording();
    await snapshotHere();
    const whole: boolean[] = [];
    const pages: SessionLog['pages'] = async function* (row, after) {
      whole.push(!after);
      if (after) throw new Failure('damaged', 'entry 3');
      yield* store.pages(row, after);
    };
    const loaded = await load(log, { ...store, pages });
    expect([loaded.whole, whole]).toEqual([true, [false, true]]);
  });

  test('a database that fails says nothing about the log, and is told as it is', async () => {
    await recording();
    await snapshotHere();
    for (const failure of [new Failure('storage-failed'), new Error('no disk')]) {
      // From the beginning it could be read: that is not tried.
      const pages: SessionLog['pages'] = async function* (row, after) {
        if (after) throw failure;
        yield* store.pages(row, after);
      };
      await expect(load(log, { ...store, pages })).rejects.toBe(failure);
    }
  });

  test('of many looks at a list only what still tells something is kept', async () => {
    await recording();
    const loaded = await load(log, store);
    const kept = loaded.told.map(({ index }) => index);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(loaded.row.size);
    expect(kept).toEqual(toldBy(loaded.told));
  });
});
