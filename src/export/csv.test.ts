import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../log/append.ts';
import { ANA, ASK, answered, type Bench, item, LOG, MEETING, NINE, openBench, write } from '../log/testdata/meeting.ts';
import type { ExportOrder } from './bundle.ts';
import { EVERYTHING } from './choice.ts';
import { CSV_COLUMNS, exportCsv } from './csv.ts';
import { orderOf, textOf } from './testdata/order.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

type Row = Record<(typeof CSV_COLUMNS)[number], string>;

const table = (part: Partial<ExportOrder> = {}) => textOf(exportCsv(orderOf(bench, part)));

async function rowsOf(items: readonly Item[]): Promise<Row[]> {
  await write(bench.store, items);
  return parse(await table());
}

function parse(text: string): Row[] {
  const [, ...lines] = text.split('\r\n').slice(0, -1);
  return lines.map((line) => {
    // Nothing beside the quoted cells.
    expect(line).toMatch(/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/);
    const cells = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map((found) => (found[1] ?? '').replaceAll('""', '"'));
    return Object.fromEntries(CSV_COLUMNS.map((column, at) => [column, cells[at] ?? ''])) as Row;
  });
}

describe('the CSV export', () => {
  it('has one row an answer, with its leaf hash', async () => {
    const [yes, no, ...more] = await rowsOf(MEETING);
    expect(more).toEqual([]);
    expect(yes).toMatchObject({
      meeting_opened: '2026-03-02T09:00:00.000Z',
      platform: 'sandbox',
      participant_name: 'Ana 🌿 Silva',
      participant_key: ANA,
      answer: 'consented',
      purposes: 'quality training',
      grade: 'chat',
      person: '1',
      words: 'Yes, I agree "fully"',
      time: '2026-03-02T09:00:08.000Z',
      notice_language: 'en',
      notice_version: '1',
      log_id: LOG,
      entry_index: '4',
      given_by: 'participant',
    });
    const [row] = await bench.store.logs();
    if (!row) throw new Error('no log');
    const page = (await bench.store.pages(row).next()).value ?? [];
    expect(yes?.leaf_hash.replace(/^'/, '')).toBe(page[4]?.hash);
    expect(no).toMatchObject({ answer: 'withdrawn', purposes: '', words: "'=stop, please" });
  });

  it('has a row for the answer of a guardian, which is the host’s word and names no more than had to be agreed to', async () => {
    const said = (answer: 'consented' | 'refused') =>
      item(
        { kind: 'guardian-answered', ask: ASK, participant: ANA, answer, channel: 'paper', by: 'host' },
        NINE + 9000,
      );
    const [, yes, no, ...more] = await rowsOf([...MEETING.slice(0, 5), said('consented'), said('refused')]);
    expect(more).toEqual([]);
    expect(yes).toMatchObject({
      participant_name: 'Ana 🌿 Silva',
      answer: 'consented',
      purposes: 'quality',
      media: 'sound',
      grade: 'attested',
      channel: 'paper',
      person: '',
      words: '',
      given_by: 'guardian',
    });
    expect(yes?.notice_hash).not.toBe('');
    expect(no).toMatchObject({ answer: 'refused', purposes: '', given_by: 'guardian' });
  });

  it('names everything that a guardian had to agree to, one beside the other', async () => {
    const { draft } = MEETING[3] as Item;
    if (draft.entry.kind !== 'asked') throw new Error('nothing was asked');
    const purposes = draft.entry.purposes.map(({ purpose }) => ({ purpose, required: true }));
    const both = { ...(MEETING[3] as Item), draft: { ...draft, entry: { ...draft.entry, purposes } } };
    const yes = {
      kind: 'guardian-answered',
      ask: ASK,
      participant: ANA,
      answer: 'consented',
      channel: 'paper',
    } as const;
    const [row] = await rowsOf([...MEETING.slice(0, 3), both, item({ ...yes, by: 'host' }, NINE + 9000)]);
    expect(row?.purposes).toBe('quality training');
  });

  it('has no line of what was not chosen, and of nobody chosen is its header', async () => {
    await write(bench.store, MEETING);
    const choice = { ...EVERYTHING, to: NINE + 10_000 };
    expect(parse(await table({ choice })).map(({ answer }) => answer)).toEqual(['consented']);
    expect(await table({ choice: { ...EVERYTHING, people: new Set() } })).toMatch(/^\ufeff[^\r\n]*\r\n$/);
  });

  it('begins with a byte order mark and ends lines with CRLF', async () => {
    await write(bench.store, MEETING);
    const text = await table();
    expect(text.startsWith('\ufeff"meeting_opened","platform",')).toBe(true);
    expect(text.endsWith('"\r\n')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(4);
  });

  it('shows the newest name before the answer, and words only where there were any', async () => {
    const renamed = item({ kind: 'participant-renamed', participant: ANA }, NINE + 5000, ANA, { name: 'Ana S.' });
    const attested = answered('consented', '', NINE + 9000);
    const [row] = await rowsOf([
      ...MEETING.slice(0, 4),
      renamed,
      { ...attested, draft: { ...attested.draft, subject: null, disclosures: {} } },
    ]);
    expect(row).toMatchObject({ participant_name: 'Ana S.', words: '' });
  });

  it('says where something was erased', async () => {
    await write(bench.store, MEETING);
    await bench.store.erase(LOG, ANA);
    const text = await table();
    expect(text).not.toMatch(/Silva|fully|stop, please/);
    for (const row of parse(text)) expect(row).toMatchObject({ participant_name: '(erased)', words: '(erased)' });
  });

  it('goes over page borders, tells how far it is, and stops when told to', { timeout: 60_000 }, async () => {
    await write(bench.store, [
      ...MEETING.slice(0, 4),
      ...Array.from({ length: 600 }, (_, i) => answered('consented', `yes ${i}`, NINE + 9000 + i)),
    ]);
    const told: number[] = [];
    expect(parse(await table({ progress: ({ done }) => told.push(done) })).at(-1)?.words).toBe('yes 599');
    expect(told).toEqual([500, 604]);
    const stop = new AbortController();
    const running = table({ signal: stop.signal, progress: () => stop.abort() });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('of no answers is its header', async () => {
    expect(await rowsOf(MEETING.slice(0, 3))).toEqual([]);
  });
});
