import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { Order as AnyOrder, ListOrder } from '../model/observation.ts';
import { decideOrder, saidNoThemselves } from './decide-order.ts';
import * as told from './testdata/told.ts';

type Order = Exclude<AnyOrder, ListOrder>;
const { AGREED, ANA, ASK, BEN, CEM, DOUBT, HOST, NEXT_ASK, stateOf } = told;
const decided = (order: Order, ...entries: Entry[]) => {
  const { drafts } = decideOrder(stateOf(...entries), order);
  for (const draft of drafts) expect(draft).toMatchObject({ subject: null, disclosures: {} });
  return drafts.map(({ entry }) => entry);
};
const afterwards = (order: Order, ...entries: Entry[]) => decided(order, ...AGREED, ...entries);
const attest: Order = { do: 'attest', participant: ANA, person: 1, how: 'paper' };
const refuse: Order = { do: 'record-refusal', participant: ANA };
const before = [told.opened, told.joined(HOST), told.joined(ANA), told.asked()];

describe('what the host attests is marked as the host’s word', () => {
  test('a yes aloud or on paper, to what must be agreed to and no more', () => {
    expect(decided(attest, ...before)).toEqual([
      told.yes(ANA, { purposes: ['quality'], grade: 'attested', channel: 'paper', by: 'host' }),
    ]);
    expect(decided({ ...attest, person: 2 }, ...before)).toMatchObject([{ person: 2 }]);
  });

  test('a no is the whole tile’s', () => {
    expect(decided(refuse, ...before)).toEqual([
      told.no(ANA, { purposes: [], grade: 'attested', channel: 'aloud', by: 'host' }),
    ]);
  });

  test('nothing for somebody unknown, or before anybody was asked', () => {
    expect(decided({ ...attest, participant: BEN }, ...before)).toEqual([]);
    expect(decided(attest, ...before.slice(0, 3))).toEqual([]);
  });

  test('nothing for the host themselves, but for who sits beside them', () => {
    const own = { ...attest, participant: HOST };
    expect(decided(own, ...before)).toEqual([]);
    expect(decided({ ...refuse, participant: HOST }, ...before)).toEqual([]);
    expect(decided({ ...own, person: 2 }, ...before)).toMatchObject([{ participant: HOST, person: 2 }]);
  });

  test('cannot outweigh a no that somebody said themselves; the host’s own note of a no can be taken back', () => {
    expect(decided(attest, ...before, told.no(ANA))).toEqual([]);
    expect(decided(attest, ...before, told.no(ANA, { grade: 'attested' }))).toHaveLength(1);
    expect(decided(refuse, ...before, told.no(ANA))).toHaveLength(1);
    expect(decided(attest, ...before, told.no(ANA), told.asked({}, NEXT_ASK))).toMatchObject([{ ask: NEXT_ASK }]);
  });

  test('a no on another device of the same person counts as theirs', () => {
    const state = stateOf(...before, told.joined(BEN), told.no(BEN), told.same(BEN, ANA));
    expect(saidNoThemselves(state, ANA)).toBe(5);
    expect(saidNoThemselves(state, BEN)).toBe(5);
    expect(saidNoThemselves(state, CEM)).toBeNull();
    expect(saidNoThemselves(stateOf(...AGREED), ANA)).toBeNull();
  });
});

describe('what the host settles', () => {
  const settle = (as: Extract<Order, { do: 'settle' }>['as'], participant: typeof ANA | null = null): Order => ({
    do: 'settle',
    doubt: DOUBT,
    as,
    participant,
  });
  const question = told.doubted({ participant: ANA });
  const settled = (as: string, participant: typeof ANA | null) => ({ kind: 'settled', doubt: DOUBT, as, participant });

  test('as nothing: the question is closed, nobody has answered', () => {
    expect(decided(settle('nothing'), ...before, question)).toEqual([settled('nothing', null)]);
  });

  test('as an answer of whoever it is about, in the host’s word', () => {
    const word = { grade: 'attested', channel: 'chat', by: 'host' } as const;
    expect(decided(settle('consented'), ...before, question)).toEqual([
      settled('consented', ANA),
      told.yes(ANA, { purposes: ['quality'], ...word }),
    ]);
    for (const as of ['refused', 'withdrawn'] as const)
      expect(decided(settle(as), ...before, question)).toEqual([
        settled(as, ANA),
        told.no(ANA, { answer: as, purposes: [], ...word }),
      ]);
  });

  test('the host may say who it was', () => {
    const unknown = told.doubted({ participant: null });
    expect(decided(settle('consented', BEN), ...before, told.joined(BEN), unknown)).toMatchObject([
      { participant: BEN },
      { participant: BEN, person: 1 },
    ]);
    expect(decided(settle('consented'), ...before, unknown)).toEqual([]);
    expect(decided(settle('consented', BEN), ...before, unknown)).toEqual([]);
  });

  test('not as a yes of the host, and not a question that is not open', () => {
    expect(decided(settle('consented', HOST), ...before, question)).toEqual([]);
    expect(decided(settle('consented'), ...before)).toEqual([]);
    expect(decided(settle('consented'), told.opened, told.joined(ANA), told.doubted({ ask: null }))).toEqual([]);
  });

  test('a yes answers the ask that it was said about, or the one in force when that is not known', () => {
    const next = told.asked({}, NEXT_ASK);
    expect(decided(settle('consented'), ...before, question, next)).toMatchObject([{}, { ask: ASK }]);
    expect(decided(settle('consented'), ...before, told.doubted({ ask: null }), next)).toMatchObject([
      {},
      { ask: NEXT_ASK, notice: `hash-${NEXT_ASK}` },
    ]);
  });

  test('not as a yes when they said no themselves after it was said; before it, the line may be a new yes', () => {
    const other = told.doubted({ participant: null });
    expect(decided(settle('consented', ANA), ...before, other, told.no(ANA))).toEqual([]);
    expect(decided(settle('consented', ANA), ...before, told.no(ANA), other)).toHaveLength(2);
    expect(decided(settle('refused', ANA), ...before, other, told.no(ANA))).toHaveLength(2);
    expect(decided(settle('consented', ANA), ...before, other, told.no(ANA, { grade: 'attested' }))).toHaveLength(2);
  });
});

describe('who is who, and how many', () => {
  const match = (participant: typeof ANA, as: typeof ANA): Order => ({ do: 'same-person', participant, as });
  const three = [told.opened, told.joined(HOST), told.joined(ANA), told.joined(BEN), told.joined(CEM)];
  test('two rows are one person; unknown rows, the same row and whoever is already one are not matched', () => {
    expect(decided(match(BEN, ANA), ...three)).toEqual([told.same(BEN, ANA)]);
    expect(decided(match(BEN, BEN), ...three)).toEqual([]);
    expect(decided(match(BEN, ANA), ...three, told.same(BEN, ANA))).toEqual([]);
    expect(decided(match(ANA, BEN), ...three, told.same(BEN, ANA))).toEqual([]);
    expect(decided(match('pX' as typeof ANA, ANA), ...three)).toEqual([]);
    expect(decided(match(ANA, 'pX' as typeof ANA), ...three)).toEqual([]);
  });
  test('whole persons are joined', () => {
    expect(decided(match(CEM, BEN), ...three, told.same(BEN, ANA))).toEqual([told.same(CEM, ANA)]);
    expect(decided(match(BEN, CEM), ...three, told.same(BEN, ANA))).toEqual([told.same(ANA, CEM)]);
  });
  test('a count is noted when it is another one', () => {
    const count: Order = { do: 'count-people', participant: ANA, people: 2 };
    expect(decided(count, ...three)).toEqual([told.counted(ANA, 2)]);
    expect(decided(count, ...three, told.counted(ANA, 2))).toEqual([]);
    expect(decided({ ...count, participant: 'pX' as typeof ANA }, ...three)).toEqual([]);
  });
  test('a list can be vouched for only where a newcomer would show', () => {
    const confirm: Order = { do: 'confirm-roster' };
    const partial = { completeness: 'partial' } as const;
    expect(decided(confirm, ...three)).toEqual([]);
    expect(decided(confirm, ...three, told.read(2, { ...partial, counter: null }))).toEqual([]);
    expect(decided(confirm, ...three, told.read(2, { ...partial, counter: 4 }))).toEqual([told.confirmed(2, 4)]);
    expect(decided(confirm, ...three, told.read(3, { counter: null }))).toEqual([told.confirmed(3, null)]);
  });
  test('who has left is not among those whom the site counts: somebody whom no list has shown is', () => {
    const count = told.read(3, { completeness: 'partial', counter: 4 });
    expect(decided({ do: 'confirm-roster' }, ...three, told.left(CEM), count)).toEqual([]);
  });
});

describe('stop and go', () => {
  const failed: Entry = { kind: 'capture-failed', epoch: told.EPOCH, cause: 'disk-full' };
  const table: [Order['do'] & ('pause' | 'resume' | 'stop' | 'go-on-without'), string, Entry[], Entry[]][] = [
    ['pause', 'while it runs', [], [{ kind: 'paused', cause: 'panel' }]],
    ['pause', 'when paused already', [{ kind: 'paused' }], []],
    ['pause', 'when stopped', [{ kind: 'stopped' }], []],
    ['resume', 'while it runs', [], []],
    ['resume', 'when paused', [{ kind: 'paused' }], [{ kind: 'resumed' }]],
    ['resume', 'after a failure', [failed], [{ kind: 'resumed' }]],
    ['stop', 'while it runs', [], [{ kind: 'stopped' }]],
    ['stop', 'when paused', [{ kind: 'paused' }], [{ kind: 'stopped' }]],
    ['stop', 'when stopped already', [{ kind: 'stopped' }], []],
    ['go-on-without', 'while it runs', [], [{ kind: 'went-on-without', ask: ASK }]],
    ['go-on-without', 'when it does already', [{ kind: 'went-on-without', ask: ASK }], []],
  ];
  test.each(table)('%s %s', (what, _when, entries, expected) => {
    expect(afterwards({ do: what }, ...entries)).toEqual(expected);
  });
  test('a pause by keyboard says so', () => {
    expect(afterwards({ do: 'pause', by: 'shortcut' })).toEqual([{ kind: 'paused', cause: 'shortcut' }]);
  });
  test('before anybody was asked there is nothing to pause or stop, and going on without is an answer', () => {
    expect(decided({ do: 'pause' }, told.opened)).toEqual([]);
    expect(decided({ do: 'stop' }, told.opened)).toEqual([]);
    expect(decided({ do: 'go-on-without' }, told.opened)).toEqual([{ kind: 'went-on-without', ask: null }]);
  });
});
