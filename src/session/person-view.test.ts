import { describe, expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import type { LogRow } from '../database/schema.ts';
import type { Entry } from '../model/entry.ts';
import type { EpochId, ParticipantKey } from '../model/id.ts';
import { longerOf } from '../policy/response.ts';
import { epochsWith } from './epochs-with.ts';
import { personOf, requestDue } from './person-view.ts';

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

const gone = (epoch: EpochId | null): Entry => ({ kind: 'deleted', epoch, why: 'host' });
const webm: Entry = { kind: 'exported', format: 'webm' };
const json: Entry = { kind: 'exported', format: 'json' };
const named = (texts: Readonly<Record<number, object>>) =>
  new Map(Object.entries(texts).map(([index, text]) => [Number(index), text])) as typeof TEXTS;

describe('who somebody was, and is', () => {
  test('every name that they had, once, and none of anybody else; none where all are erased', () => {
    const renamed: Entry = { kind: 'participant-renamed', participant: ANA };
    const corrected: Entry = { kind: 'name-corrected', participant: ANA, by: 'host' };
    const entries = [...ENTRIES, renamed, corrected, renamed];
    const texts = named({
      2: { name: 'Ana' },
      3: { name: 'Ben' },
      14: { name: 'Anna' },
      15: { name: 'Ann' },
      16: { name: 'Ana' },
    });
    expect(view(ANA, entries, texts)?.names).toEqual(['Ana', 'Anna', 'Ann']);
    expect(view(ANA, entries, new Map())?.names).toEqual([]);
  });

  test('their account is their own, of a list that keeps its ids, wherever it was first told', () => {
    const texts = named({ 2: { name: 'Ana', site: 'site-ana' }, 3: { name: 'Ben', site: 'site-ben' } });
    expect(view(BEN, ENTRIES, texts)?.account).toBe('account of site-ben');
    expect(view(HOST, ENTRIES, named({ 1: { site: 'site-host' } }))?.account).toBeNull();
    const loose = [told.opened, told.joined(ANA, { stable: false })];
    expect(view(ANA, loose, named({ 1: { site: 's' } }))?.account).toBeNull();
    const twice = [told.opened, told.joined(ANA), told.joined(ANA)];
    expect(view(ANA, twice, named({ 2: { site: 's' } }))?.account).toBe('account of s');
    expect(view(ANA, twice, new Map())?.account).toBeNull();
  });

  test('how they stand, and whether it still runs', () => {
    expect(view(ANA)).toMatchObject({ state: 'given', live: true });
    expect(view(BEN)).toMatchObject({ state: 'unasked', answers: [] });
    expect(view(ANA, [...ENTRIES, { kind: 'watch-lost' }])?.live).toBe(false);
  });

  test('erased with everybody’s names too', () => {
    expect(view(ANA, [...ENTRIES, gone(null)])?.erased).toBe(true);
    expect(view(ANA, [...ENTRIES, gone(EPOCH)])?.erased).toBe(false);
  });
});

describe('what is told of them', () => {
  const story = (who: ParticipantKey, ...more: Entry[]) =>
    view(who, [...ENTRIES, ...more])
      ?.story.filter(({ index }) => index >= ENTRIES.length)
      .map(({ kind }) => kind);

  test('is what was recorded with them, opened and deleted, and nothing of others', () => {
    const all: Entry[] = [
      told.started(EPOCH),
      { kind: 'accessed', epochs: [NEXT_EPOCH, EPOCH], purpose: 'quality', how: 'played' },
      gone(EPOCH),
      gone(null),
    ];
    expect(story(ANA, ...all)).toEqual(['segment-started', 'accessed', 'deleted', 'deleted']);
    const others: Entry[] = [
      told.started(NEXT_EPOCH),
      told.sealed({ epoch: NEXT_EPOCH }),
      { kind: 'accessed', epochs: [NEXT_EPOCH], purpose: 'quality', how: 'played' },
      gone(NEXT_EPOCH),
      { kind: 'deleted', epoch: null, why: 'erased', participant: BEN },
      { kind: 'other-asked', ask: ASK, participant: null },
    ];
    expect(story(ANA, ...others)).toEqual([]);
  });

  test('is how long a recording with them was, also when it is deleted', () => {
    const recordings = [{ epoch: EPOCH, openedAt: told.T0 + 6000, ms: 5000, media: 'sound', deleted: true, others: 2 }];
    expect(view(ANA, [...ENTRIES, gone(EPOCH)])?.recordings).toEqual(recordings);
  });
});

describe('what carried them away', () => {
  const MEETING = [told.opened, told.joined(HOST), told.asked()];
  const carried = (...entries: Entry[]) =>
    view(ANA, [...MEETING, ...entries], new Map())?.exports.map((one) => [one.index, one.carried, one.whom]);

  test('is nothing that left before they came, whoever came before', () => {
    expect(carried(json, told.joined(BEN), json, told.joined(ANA), json)).toEqual([[7, 'log', '']]);
  });

  test('is a recording only once something with them was kept', () => {
    const inIt: Entry = told.gateOpened({ roster: [HOST, ANA] });
    const without: Entry = told.gateOpened({ roster: [HOST] });
    expect(carried(told.joined(ANA), webm)).toEqual([]);
    expect(carried(told.joined(ANA), without, told.sealed(), webm)).toEqual([]);
    expect(carried(told.joined(ANA), inIt, told.sealed({ chunks: 0 }), webm)).toEqual([]);
    expect(carried(told.joined(ANA), inIt, webm)).toEqual([]);
    expect(carried(told.joined(ANA), inIt, told.sealed(), webm)).toEqual([[6, 'recording', '']]);
  });

  test('is no recording that was deleted before; and one that holds nothing takes none away with it', () => {
    const inIt: Entry = told.gateOpened({ roster: [HOST, ANA] });
    const next = told.gateOpened({ epoch: NEXT_EPOCH, roster: [HOST, ANA] });
    expect(carried(told.joined(ANA), inIt, told.sealed(), gone(EPOCH), webm)).toEqual([]);
    const empty = [inIt, told.sealed({ chunks: 0 }), gone(EPOCH)];
    const full = [next, told.sealed({ epoch: NEXT_EPOCH })];
    expect(carried(told.joined(ANA), ...empty, ...full, webm)).toEqual([[9, 'recording', '']]);
    expect(carried(told.joined(ANA), inIt, told.sealed(), gone(null), webm)).toEqual([[7, 'recording', '']]);
  });
});

describe('what they asked for', () => {
  test('is theirs alone, in the first line of their words', () => {
    const more: Entry[] = [{ kind: 'request-received', participant: BEN, what: 'erasure', way: 'chat' }];
    const texts = named({ 13: { words: 'Please\n[tag]' } });
    const requests = view(ANA, [...ENTRIES, ...more], texts)?.requests;
    expect(requests).toMatchObject([{ index: 13, words: 'Please', why: null, endedAt: null }]);
    expect(view(ANA, ENTRIES, new Map())?.requests[0]?.words).toBe('');
  });

  test('a correction that was refused is none that anybody must be told of', () => {
    const asked: Entry = { kind: 'request-received', participant: ANA, what: 'correction', way: 'host' };
    const refused: Entry = { kind: 'request-refused', request: 14, why: 'not-them' };
    expect(view(ANA, [...ENTRIES, asked, refused])?.exports.map(({ owed }) => owed)).toEqual([false, false, false]);
  });

  test('may take longer by the law that lets it, and is due by that law then', () => {
    const { longer, noted } = requestDue(['gdpr'], told.T0, null);
    const most = longerOf(['gdpr'], told.T0);
    expect(longer).toEqual({ at: most?.at, law: 'GDPR', source: 'GDPR art. 12(3)' });
    expect(noted).toBeNull();
    expect(requestDue(['fadp'], told.T0, null).longer).toBeNull();
    const ccpa = { law: 'ccpa', why: 'many', until: 5, told: '2026-03-10' } as const;
    expect(requestDue(['gdpr'], told.T0, ccpa)).toMatchObject({ at: 5, law: 'CCPA (California)', longer: null });
  });
});
