import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../log/store.ts';
import { EVERY_KIND } from '../log/testdata/every-kind.ts';
import {
  ANA,
  ASK,
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
} from '../log/testdata/meeting.ts';
import type { Entry } from '../model/entry.ts';
import { SETTINGS } from '../model/settings.ts';
import { exportDpv } from './dpv.ts';
import type { Stated } from './stated.ts';
import { orderOf, textOf } from './testdata/order.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

interface Status {
  readonly '@type': readonly string[];
  readonly 'dpv:isIndicatedBy': unknown;
  readonly 'dpv:hasIndicationMethod': string;
}
interface DpvRecord {
  readonly 'dpv:hasDataSubject': { readonly 'dct:identifier': string; readonly 'dpv:hasName'?: string };
  readonly 'dpv:hasConsentStatus': readonly Status[];
  readonly 'dpv:hasProcess': readonly Record<string, unknown>[];
}

async function records(stated: Stated = SETTINGS): Promise<readonly DpvRecord[]> {
  return JSON.parse(await textOf(exportDpv(orderOf(bench), stated)))['@graph'] as DpvRecord[];
}

/** State, who said so and how, event by event, of one person. */
async function eventsOf(items: readonly Item[], who = ANA): Promise<string[]> {
  if ((await bench.store.row(LOG)) === null) await write(bench.store, items);
  return (await records())
    .filter((one) => one['dpv:hasDataSubject']['dct:identifier'] === who)
    .flatMap((one) => one['dpv:hasConsentStatus'])
    .map((one) => {
      const by = one['dpv:isIndicatedBy'] === 'dpv:DataController' ? 'host' : 'they';
      return `${one['@type'][0]?.replace('dpv:', '')}, ${by}: ${one['dpv:hasIndicationMethod']}`;
    });
}

const LISTED = 'ConsentUnknown, host: list of the people in the meeting';
const POSTED = 'ConsentRequested, host: message in the chat of the meeting';
const OTHER_POST = id('post', 2);
const at = (second: number, entry: Entry) => item(entry, NINE + second * 1000);
const ordered = { ...EVERY_KIND['post-ordered'], people: [ANA] };
const seen = EVERY_KIND['post-seen'];
const came = [opened, joined(ANA, 'Ana Silva', NINE + 1000)];

describe('what a record says of a consent', () => {
  it('begins when somebody is there whom nobody asked yet, whichever comes first', async () => {
    expect(await eventsOf([...came, asked])).toEqual([LISTED]);
    globalThis.indexedDB = new IDBFactory();
    bench = await openBench();
    expect(await eventsOf([opened, asked, joined(ANA, 'Ana Silva', NINE + 4000)])).toEqual([LISTED]);
  });

  it('says nothing of somebody who had left before it was asked, or came before anything was', async () => {
    expect(await eventsOf([...came, at(2, { kind: 'participant-left', participant: ANA }), asked])).toEqual([]);
  });

  it('is requested once the question stood in the chat for them, and no sooner', async () => {
    const items = [...came, asked, at(4, ordered), at(5, { ...seen, outcome: 'unsure' }), at(6, seen)];
    expect(await eventsOf(items)).toEqual([LISTED, POSTED]);
  });

  it('is not requested of whom it was not posted for, nor by a post that is no notice', async () => {
    const items = [
      ...came,
      asked,
      at(4, { ...ordered, people: [HOST] }),
      at(5, seen),
      at(6, { ...ordered, post: OTHER_POST, says: 'recording' }),
      at(7, { ...seen, post: OTHER_POST }),
    ];
    expect(await eventsOf(items)).toEqual([LISTED]);
  });

  it('is requested when they saw it in their own extension', async () => {
    const items = [...came, asked, at(4, { ...EVERY_KIND.seen, ask: ASK })];
    expect((await eventsOf(items))[1]).toBe(
      'ConsentRequested, host: button in the question shown by their own extension',
    );
  });

  it('is unknown again by words of theirs that nobody could read; words of nobody, or about nothing, change no record', async () => {
    const doubted = { ...EVERY_KIND.doubted, reason: 'perhaps-no' } as const;
    const items = [
      ...came,
      asked,
      at(4, { ...doubted, ask: ASK }),
      at(5, { ...doubted, doubt: id('doubt', 2), participant: ANA }),
      at(6, { ...doubted, doubt: id('doubt', 3), ask: ASK, participant: ANA }),
    ];
    expect(await eventsOf(items)).toEqual([LISTED, 'ConsentUnknown, they: message in the chat of the meeting']);
  });

  it('that the host noted is the host’s word', async () => {
    const noted = { ...EVERY_KIND.answered, by: 'host', channel: 'aloud', grade: 'attested', signed: null } as const;
    expect((await eventsOf([...came, asked, at(4, noted)]))[1]).toBe(
      'ConsentGiven, host: said aloud, as noted by the host',
    );
  });

  it('is revoked where the host went on without: only what was given, and also what was given anew', async () => {
    const on = at(90, { kind: 'went-on-without', ask: null });
    const again = answered('consented', 'yes again', NINE + 70_000);
    const revoked = 'ConsentRevoked, host: button of the host for themselves';
    expect((await eventsOf([...MEETING, again, on])).at(-1)).toBe(revoked);
    globalThis.indexedDB = new IDBFactory();
    bench = await openBench();
    const states = await eventsOf([...MEETING, on]);
    expect(states.at(-1)).toMatch(/^ConsentWithdrawn/);
    expect((await eventsOf([], HOST)).at(-1)).toBe(LISTED);
  });

  it('is given and not renewed when it is said twice', async () => {
    const twice = [...MEETING.slice(0, 5), answered('consented', 'yes, yes', NINE + 9000)];
    expect((await eventsOf(twice)).map((one) => one.split(',')[0])).toEqual([
      'ConsentUnknown',
      'ConsentGiven',
      'ConsentGiven',
    ]);
  });

  it('says where they said that they are, beside the place of the host', async () => {
    await write(bench.store, [...came, at(2, EVERY_KIND['place-stated']), asked]);
    const [one] = await records({ ...SETTINGS, place: 'FR' });
    expect(one?.['dpv:hasProcess'][0]?.['dpv:hasJurisdiction']).toEqual(['loc:FR', 'loc:US-CA', 'loc:CA']);
  });

  it('has no name where theirs was erased', async () => {
    await write(bench.store, MEETING);
    await bench.store.erase(LOG, ANA);
    const [, ana] = await records();
    expect(ana?.['dpv:hasDataSubject']).toEqual({
      '@id': `atr:${LOG}:${ANA}`,
      '@type': ['dpv:DataSubject'],
      'dct:identifier': ANA,
    });
  });

  it('says of the file that it is neither certified nor advice', async () => {
    await write(bench.store, MEETING);
    expect(await textOf(exportDpv(orderOf(bench), SETTINGS))).toContain('not certified, and not legal advice');
  });
});
