import { describe, expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import type { LogRow } from '../database/schema.ts';
import type { Entry } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import { epochsWith, personOf } from './person-view.ts';

const { ANA, ASK, BEN, CEM, EPOCH, HOST, NEXT_EPOCH } = told;
const ENTRIES: Entry[] = [
  told.opened,
  told.joined(HOST),
  told.joined(ANA),
  told.joined(BEN),
  told.asked(),
  told.yes(ANA),
  { kind: 'gate-opened', epoch: EPOCH, ask: ASK, media: 'sound', roster: [HOST, ANA, BEN], answers: [5] },
  {
    kind: 'segment-sealed',
    epoch: EPOCH,
    cause: 'ordered',
    chunks: 1,
    bytes: 1,
    ms: 5000,
    dropped: 0,
    lastHash: '',
  },
  { kind: 'gate-opened', epoch: NEXT_EPOCH, ask: ASK, media: 'sound', roster: [HOST, BEN], answers: [5] },
  { kind: 'exported', format: 'webm' },
  { kind: 'exported', format: 'zip', filtered: true },
  { kind: 'exported', format: 'receipt', participant: BEN },
  { kind: 'exported', format: 'receipt', participant: ANA },
  { kind: 'request-received', participant: ANA, what: 'copy', way: 'host' },
];
const TEXTS = new Map([
  [1, { name: 'Host' }],
  [2, { name: 'Ana', site: 'site-ana' }],
  [3, { name: 'Ben' }],
  [5, { words: 'I agree' }],
  [9, { text: 'the team' }],
]);
const row = { log: 'lAAAAAAAAAAAA', platform: 'x', openedAt: told.T0, lastAt: told.T0, size: 0 } as unknown as LogRow;
const accounts = (_: string, site: string | null) => site && `account of ${site}`;
const view = (participant: ParticipantKey, entries = ENTRIES, texts: typeof TEXTS = TEXTS) =>
  personOf(row, told.logOf(...entries), texts, participant, accounts);

describe('what a meeting holds of somebody', () => {
  test('is their names, answers, account, recordings, and what carried them away', () => {
    expect(view(ANA)).toMatchObject({
      participant: ANA,
      name: 'Ana',
      names: ['Ana'],
      account: 'account of site-ana',
      self: false,
      answers: [{ answer: 'consented', words: 'I agree' }],
      recordings: [{ epoch: EPOCH, ms: 5000, deleted: false, others: 2 }],
      exports: [
        { index: 9, carried: 'recording', whom: 'the team' },
        { index: 10, carried: 'part' },
        { index: 12, carried: 'own' },
      ],
      requests: [{ index: 13, what: 'copy', state: 'open', due: { guessed: true } }],
      erased: false,
    });
  });

  test('is told in entries about them, in which nobody else is named', () => {
    const story = view(ANA)?.story.map(({ text }) => text) ?? [];
    expect(story.join(' ')).not.toContain('Ben');
    expect(story[0]).toBe('Ana joined.');
    expect(view(ANA)?.story.map(({ index }) => index)).toEqual([2, 5, 7, 12, 13]);
  });

  test('is of all rows that the host said are one person', () => {
    const two = [...ENTRIES, told.joined(CEM), told.same(CEM, ANA)];
    const both = view(CEM, two, new Map([...TEXTS, [14, { name: 'Ana (phone)', site: 's' }]]));
    expect(both).toMatchObject({ participant: ANA, ids: [ANA, CEM], names: ['Ana', 'Ana (phone)'] });
  });

  test('is gone where it was erased, and a corrected name is the last', () => {
    const corrected: Entry = { kind: 'name-corrected', participant: ANA, by: 'host' };
    expect(view(ANA, [...ENTRIES, corrected], new Map([...TEXTS, [14, { name: 'Anna' }]]))?.name).toBe('Anna');
    const gone: Entry[] = [
      { kind: 'deleted', epoch: EPOCH, why: 'erased' },
      { kind: 'deleted', epoch: null, why: 'erased', participant: ANA },
    ];
    const after = view(ANA, [...ENTRIES, ...gone], new Map());
    expect(after).toMatchObject({ name: '', erased: true, recordings: [{ deleted: true }] });
    expect(view(BEN, [...ENTRIES, ...gone])).toMatchObject({ erased: false, name: 'Ben' });
    expect(epochsWith(told.logOf(...ENTRIES, ...gone), new Set([ANA]))).toEqual([]);
    expect(epochsWith(told.logOf(...ENTRIES), new Set([BEN]))).toEqual([EPOCH, NEXT_EPOCH]);
  });

  test('who got something is owed word of a correction or an erasure until the host notes it after that', () => {
    const asked: Entry = { kind: 'request-received', participant: ANA, what: 'correction', way: 'host' };
    const done: Entry = { kind: 'request-answered', request: 14 };
    const note = (exported: number, on: string | null): Entry => ({
      kind: 'recipient-told',
      exported,
      participant: ANA,
      on,
    });
    const exports = (...more: Entry[]) =>
      view(ANA, [...ENTRIES, ...more])?.exports.map(({ index, told: on, owed }) => [index, on, owed]);
    expect(exports(asked)).toEqual([
      [9, null, false],
      [10, null, false],
      [12, null, false],
    ]);
    expect(exports(asked, done)).toEqual([
      [9, null, true],
      [10, null, true],
      [12, null, false],
    ]);
    expect(exports(asked, done, note(9, '2026-11-02'))?.[0]).toEqual([9, '2026-11-02', false]);
    expect(exports(asked, done, note(9, '2026-11-02'), note(9, null))?.[0]).toEqual([9, null, true]);
    // Told before it was corrected, they were told of nothing.
    expect(exports(asked, note(9, '2026-11-02'), done)?.[0]).toEqual([9, null, true]);
    const again: Entry[] = [
      { ...asked, what: 'erasure' },
      { kind: 'request-answered', request: 17 },
    ];
    expect(exports(asked, done, note(9, '2026-11-02'), ...again)?.[0]).toEqual([9, null, true]);
    // What left after it has the corrected name; a copy that was asked for changes nothing.
    expect(exports(asked, done, { kind: 'exported', format: 'json' })?.at(-1)).toEqual([16, null, false]);
    expect(exports({ kind: 'request-answered', request: 13 })?.[0]).toEqual([9, null, false]);
    const others: Entry[] = [
      { ...asked, participant: BEN },
      done,
      { ...note(9, '2026-11-02'), participant: BEN } as Entry,
    ];
    expect(exports(...others)?.[0]).toEqual([9, null, false]);
  });

  test('a request that takes longer has the later date, of the law that allows it', () => {
    const longer: Entry = {
      kind: 'request-extended',
      request: 13,
      why: 'many',
      law: 'gdpr',
      until: '2026-06-02T09:00:00.000Z',
      told: '2026-03-10',
    };
    expect(view(ANA, [...ENTRIES, longer])?.requests[0]?.due).toEqual({
      at: Date.parse('2026-06-02T09:00:00.000Z'),
      law: 'GDPR',
      source: 'GDPR art. 12(3)',
      longer: null,
      noted: { why: 'many', told: '2026-03-10' },
      guessed: false,
    });
  });

  test('is nothing for an id that is not in it', () => {
    expect(view('pNobody' as ParticipantKey)).toBeNull();
  });
});
