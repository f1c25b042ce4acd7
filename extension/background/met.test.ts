import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../src/database/schema.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import { ID_BYTES, idOf, type LogId } from '../../src/model/id.ts';
import type { Observation, Seen } from '../../src/model/observation.ts';
import { openingDrafts } from '../../src/session/asking.ts';
import { hear } from '../../src/session/hear.ts';
import { type Observed, Session } from '../../src/session/session.ts';
import { random } from '../../src/session/testdata/opening.ts';
import { memoryKeyFiles } from '../../src/vault/key-files.ts';
import { Met } from './met.ts';
import * as place from './storage.ts';

/** Meetings of one host, one after the other, over a real database. */

let db: Database;
let store: LogStore;
let met: Met;
let n = 0;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
  store = openLogStore({ db, keys: memoryKeyFiles(), random });
  vi.spyOn(place, 'storage').mockResolvedValue({ db, log: store } as unknown as place.Storage);
  met = new Met();
});
afterEach(() => vi.restoreAllMocks());

const ports = () => ({ log: store, hear, revoke: () => undefined, now: () => Date.now(), random });

async function meeting(platform = 'sandbox'): Promise<Session> {
  const log = idOf('log', random(ID_BYTES)) as LogId;
  await store.create({ log, platform, meeting: `m${++n}`, at: Date.now() });
  const session = await Session.load(log, ports());
  const how = { platform, software: 's', policy: 'p', lagMs: 2000 };
  await session.commit(() => openingDrafts(how, 'room', idOf('participant', random(ID_BYTES))));
  return session;
}

async function see(session: Session, seen: Seen): Promise<Observed[]> {
  const observed = await session.observe({ ...seen, key: `k${++n}`, at: Date.now() } as Observation);
  return observed.ok === true ? met.follow(session, observed.appended) : [];
}

/** The site's id of Ana's join, in which her account stands where she has one. */
const joinOf = (account: string | null) =>
  `room_${String(++n).padStart(8, '0')}${account === null ? '' : `-${account}`}`;

async function comes(session: Session, id: string | null, name = 'Ana'): Promise<Observed[]> {
  const people = [
    { id: 'h', name: 'Host', self: true },
    { id, name, self: false },
  ];
  return see(session, { what: 'roster', roster: { people, completeness: 'complete', counter: 2, source: 'dom' } });
}

async function writes(session: Session, text: string, name = 'Ana'): Promise<Observed[]> {
  const line = { id: `m${++n}`, sender: { id: null, name, self: false }, text, edited: false };
  return see(session, { what: 'chat', line, replayed: false });
}

const guestIn = ({ state }: Session) => [...state.people.values()].find(({ self }) => !self);
const placeIn = (session: Session) => guestIn(session)?.placed.participant ?? null;
const kept = async () => (await db.getAll('met')).map(({ places }) => places);

async function said(...lines: string[]): Promise<void> {
  const first = await meeting();
  await comes(first, joinOf('ana'));
  for (const line of lines) await writes(first, line);
}

describe('somebody who let the host remember where they are', () => {
  test('is known in the next meeting, by their own word from before', async () => {
    await said('I am in Germany, please remember');
    const next = await meeting();
    const [logged] = await comes(next, joinOf('ana'));
    expect(placeIn(next)).toMatchObject({ places: ['DE'], known: 'met-before', by: 'participant' });
    // What follows for the rule is logged with it.
    expect(logged).toMatchObject({ ok: true, appended: [{ entry: { kind: 'place-stated' } }] });
  });

  test('is kept as a hash that is no meeting’s, and not as an account', async () => {
    await said('I am in Germany, please remember');
    const rows = JSON.stringify(await db.getAll('met'));
    expect(rows).not.toContain('ana');
    expect(rows).toContain(await store.personHash('sandbox', 'ana'));
    expect(await store.personHash('sandbox', 'ana')).not.toBe(await store.meetingHash('sandbox', 'ana'));
    expect(await store.personHash('teams', 'ana')).not.toBe(await store.personHash('sandbox', 'ana'));
  });

  test('says something newer, and that counts now; what is remembered stays', async () => {
    await said('I am in Germany, please remember');
    const next = await meeting();
    await comes(next, joinOf('ana'));
    await writes(next, 'I am in Texas');
    expect(placeIn(next)).toMatchObject({ places: ['US-TX'], known: 'declared' });
    expect(await kept()).toEqual([['DE']]);
    // Nor does the older word come back when they do.
    await comes(next, joinOf('ana'), 'Ana B');
    const again = [...next.state.people.values()].find(({ self, present }) => !self && present);
    expect(again?.placed.participant).toBeNull();
  });

  test.each(['forget where I am', 'My place: Germany (DE)', 'vergiss, wo ich bin'])(
    'takes it back: %s',
    async (line) => {
      await said('I am in Germany, please remember', line);
      expect(await kept()).toEqual([]);
      const next = await meeting();
      await comes(next, joinOf('ana'));
      expect(placeIn(next)).toBeNull();
    },
  );

  test('takes it back in a later meeting, and is nowhere in it from then on', async () => {
    await said('I am in Germany, please remember');
    const next = await meeting();
    await comes(next, joinOf('ana'));
    await writes(next, 'forget where I am');
    expect(placeIn(next)).toMatchObject({ places: [], remember: false });
    expect(await kept()).toEqual([]);
  });

  test('may change their mind at once: the last word counts', async () => {
    await said('I am in Germany, please remember', 'forget where I am', 'I am in Texas, please remember');
    expect(await kept()).toEqual([['US-TX']]);
  });
});

test('the host may forget somebody; what counts in this meeting stays in its log', async () => {
  await said('I am in Germany, please remember');
  const next = await meeting();
  await comes(next, joinOf('ana'));
  const ana = guestIn(next)?.participant;
  if (ana) await met.forget(next, ana);
  expect(await kept()).toEqual([]);
  expect(placeIn(next)).toMatchObject({ places: ['DE'], known: 'met-before' });
});

describe('nobody is remembered', () => {
  test('who only said where they are', async () => {
    await said('I am in Germany', 'I will remember Germany');
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['whose id is of one join', joinOf(null)],
    ['of whom the site shows a name alone', null],
  ])('%s', async (_, id) => {
    const first = await meeting();
    await comes(first, id);
    await writes(first, 'I am in Germany, please remember');
    expect(placeIn(first)).toMatchObject({ places: ['DE'], remember: true });
    expect(await kept()).toEqual([]);
  });

  test('on a site without accounts, whatever its ids look like', async () => {
    const first = await meeting('zoom');
    await comes(first, joinOf('ana'));
    await writes(first, 'I am in Germany, please remember');
    expect(await kept()).toEqual([]);
  });

  test('by another name for themselves: another account of the same name is somebody else', async () => {
    await said('I am in Germany, please remember');
    const next = await meeting();
    await comes(next, joinOf('other'));
    expect(placeIn(next)).toBeNull();
  });
});

test('what cannot be read is unknown: nothing is logged, and the meeting goes on', async () => {
  await said('I am in Germany, please remember');
  const next = await meeting();
  vi.spyOn(store, 'personHash').mockRejectedValueOnce(new Error('no'));
  await expect(comes(next, joinOf('ana'))).rejects.toThrow('no');
  expect(placeIn(next)).toBeNull();
  await writes(next, 'I am in Texas, please remember');
  expect(await kept()).toEqual([['US-TX']]);
});

describe('a worker that died in between', () => {
  test('looks up who came, when the meeting goes on', async () => {
    await said('I am in Germany, please remember');
    const next = await meeting();
    const join = vi.spyOn(met, 'follow').mockResolvedValueOnce([]);
    await comes(next, joinOf('ana'));
    join.mockRestore();
    expect(placeIn(next)).toBeNull();
    const session = await Session.load(next.log, ports());
    await new Met().again(session);
    expect(placeIn(session)).toMatchObject({ places: ['DE'], known: 'met-before' });
  });

  test('forgets what it was to forget, and remembers nothing that may be older than what was said elsewhere', async () => {
    const first = await meeting();
    await comes(first, joinOf('ana'));
    const lost = vi.spyOn(met, 'follow').mockResolvedValue([]);
    await writes(first, 'I am in Germany, please remember');
    await new Met().again(await Session.load(first.log, ports()));
    expect(await kept()).toEqual([]);
    await db.put('met', { person: await store.personHash('sandbox', 'ana'), places: ['DE'], day: 20_000 });
    await writes(first, 'forget where I am');
    await new Met().again(await Session.load(first.log, ports()));
    lost.mockRestore();
    expect(await kept()).toEqual([]);
  });
});
