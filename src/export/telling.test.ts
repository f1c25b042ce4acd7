import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import { EVERY_KIND } from '../log/testdata/every-kind.ts';
import {
  ANA,
  ASK,
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
import type { ExportOrder } from './bundle.ts';
import { EVERYTHING } from './choice.ts';
import { ERASED, LEFT_OUT, Names } from './names.ts';
import { isNaming, subjectOf, Telling, type Told } from './telling.ts';
import { orderOf } from './testdata/order.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

async function told(part: Partial<ExportOrder> = {}) {
  const telling = new Telling(orderOf(bench, part), (await bench.store.row(LOG)) as LogRow);
  const all: Told[] = [];
  let read = 0;
  for await (const page of telling.entries((entries) => (read += entries))) all.push(...page);
  expect(read).toBe(all.length);
  return { telling, all };
}
const none = () => new Names('none', new Uint8Array(32));

describe('what a meeting was called', () => {
  it('begins when its first entry says, whenever its log was made', async () => {
    await write(bench.store, [{ ...opened, at: NINE - 700 }]);
    expect((await told()).telling.openedAt).toBe(new Date(NINE - 700).toISOString());
    expect(new Telling(orderOf(bench), (await bench.store.row(LOG)) as LogRow).openedAt).toBe(
      new Date(NINE).toISOString(),
    );
  });

  it('names of people: as they are, erased, or none; and nobody who was never there has one', async () => {
    await write(bench.store, [
      ...MEETING,
      item({ ...EVERY_KIND['participant-joined'], participant: id('participant', 7) }),
    ]);
    expect((await told()).telling.nameOf(ANA)).toBe('Ana 🌿 Silva');
    expect((await told()).telling.nameOf(id('participant', 7))).toBe('');
    expect((await told()).telling.nameOf(id('participant', 9))).toBe('');
    await bench.store.erase(LOG, ANA);
    expect((await told()).telling.nameOf(ANA)).toBe(ERASED);
    expect((await told()).telling.nameOf(HOST)).toBe('Héctor Ruiz');
  });

  it('a name that was corrected stands for every name of theirs that was erased, and for no other one’s', async () => {
    const renamed = { kind: 'participant-renamed', participant: ANA } as const;
    const corrected = { ...EVERY_KIND['name-corrected'], participant: ANA };
    await write(bench.store, [
      opened,
      joined(HOST, 'Héctor Ruiz', NINE, true),
      joined(ANA, 'Ana Silva', NINE),
      item(corrected, NINE + 1, ANA, { name: 'Ana Sousa' }),
      item(renamed, NINE + 2, ANA, { name: 'Ana Silva again' }),
    ]);
    expect((await told()).telling.nameOf(ANA)).toBe('Ana Silva again');
    await bench.store.forget(LOG, ANA, ({ index, field }) => field === 'name' && index !== 3);
    await bench.store.erase(LOG, HOST);
    const { telling } = await told();
    expect([telling.nameOf(ANA), telling.nameOf(HOST)]).toEqual(['Ana Sousa', ERASED]);
  });
});

describe('what stands for words', () => {
  it('is themselves, that they are erased, that they are left out, or nothing where there never were any', async () => {
    await write(bench.store, MEETING);
    const words = async (part: Partial<ExportOrder> = {}) => {
      const { telling, all } = await told(part);
      return [all[4], all[0]].map((one) => telling.words(one as Told, 'words'));
    };
    expect(await words()).toEqual(['Yes, I agree "fully"', '']);
    expect(await words({ names: none() })).toEqual([LEFT_OUT, '']);
    expect((await told({ names: none() })).all[4]?.fields).toEqual({});
    await bench.store.erase(LOG, ANA);
    expect(await words()).toEqual([ERASED, '']);
  });

  it('of a notice that was erased is nothing, and the ask is known all the same', async () => {
    await write(bench.store, MEETING);
    expect((await told()).telling.notices.get(ASK)).toBe('May we record this conversation?');
    await bench.store.erase(LOG, HOST);
    const { telling } = await told();
    expect(telling.notices.has(ASK)).toBe(false);
    expect(telling.asks.get(ASK)).toEqual(asked.draft.entry);
  });
});

describe('what was chosen', () => {
  const chosen = async (choice: Partial<typeof EVERYTHING>) =>
    (await told({ choice: { ...EVERYTHING, ...choice } })).all.flatMap((one, at) => (one.chosen ? [at] : []));

  it('is everything where nothing was', async () => {
    await write(bench.store, MEETING);
    expect((await told()).all.map((one) => one.chosen)).toEqual(MEETING.map(() => true));
  });

  it('of people, times and purposes is what is of them', async () => {
    await write(bench.store, [...MEETING, item({ kind: 'went-on-without', ask: null }, NINE + 90_000)]);
    expect(await chosen({ people: new Set([ANA]) })).toEqual([2, 4, 6]);
    expect(await chosen({ from: NINE + 60_000 })).toEqual([6, 7, 8]);
    // Who came, and what ended, is about no purpose.
    expect(await chosen({ purpose: 'research' })).toEqual([0, 1, 2, 7, 8]);
    expect(await chosen({ purpose: 'training' })).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('of one person and ask is asked by itself, whoever else an entry is about', async () => {
    await write(bench.store, MEETING);
    const is = async (choice: Partial<typeof EVERYTHING>, ask = ASK) => {
      const { telling, all } = await told({ choice: { ...EVERYTHING, ...choice } });
      return telling.isTold(ANA, ask, all[3] as Told);
    };
    expect(await is({})).toBe(true);
    expect(await is({ people: new Set([HOST]) })).toBe(false);
    expect(await is({ from: NINE + 60_000 })).toBe(false);
    expect(await is({ purpose: 'training' })).toBe(true);
    expect(await is({ purpose: 'research' })).toBe(false);
    expect(await is({ purpose: 'research' }, id('ask', 9)), 'asked for what nobody knows').toBe(true);
  });
});

it('an entry is about one, or about nobody', () => {
  expect(subjectOf(EVERY_KIND.answered)).toBe(ANA);
  expect(subjectOf({ kind: 'exported', format: 'csv' })).toBeNull();
  expect(subjectOf(EVERY_KIND.stopped)).toBeNull();
  expect(
    Object.values(EVERY_KIND)
      .filter(isNaming)
      .map(({ kind }) => kind),
  ).toEqual(['participant-joined', 'participant-renamed', 'name-corrected']);
});
