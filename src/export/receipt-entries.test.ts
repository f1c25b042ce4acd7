import { describe, expect, it } from 'vitest';
import { EVERY_KIND } from '../log/testdata/every-kind.ts';
import { ANA, ASK, EPOCH, HOST, id, NINE } from '../log/testdata/meeting.ts';
import type { Entry } from '../model/entry.ts';
import { entriesOf } from './receipt-entries.ts';

const [BEN, TWIN, PHONE] = [id('participant', 3), id('participant', 4), id('participant', 5)];
const [ONE, TWO, THREE] = [id('doubt', 1), id('doubt', 2), id('doubt', 3)];

const joined = (participant = ANA, self = false): Entry => ({ ...EVERY_KIND['participant-joined'], participant, self });
const left = (participant = ANA): Entry => ({ kind: 'participant-left', participant });
const asked = (ask = ASK): Entry => ({ ...EVERY_KIND.asked, ask });
const answered = (participant = ANA, ask = ASK): Entry => ({ ...EVERY_KIND.answered, participant, ask });
const matched = (participant: typeof ANA, as: typeof ANA): Entry => ({
  ...EVERY_KIND['participant-matched'],
  participant,
  as,
});
const required = (guardiansOf: (typeof ANA)[] = []): Entry => ({ ...EVERY_KIND['requirement-set'], guardiansOf });
const placed = (participant: typeof ANA): Entry => ({ ...EVERY_KIND['place-stated'], participant });
const described = EVERY_KIND['meeting-described'];

/** What of these goes to her, by its place; ids apart. */
const theirs = (entries: readonly Entry[], participant = ANA) =>
  entriesOf(
    entries.map((entry, index) => ({ index, at: NINE + index, seen: '', entry })),
    participant,
  );
const indexes = (entries: readonly Entry[], participant = ANA) => theirs(entries, participant).indexes;

describe('whose a receipt is', () => {
  it('is all rows that the host said are hers, from whichever it is asked, and nobody else’s', () => {
    const log = [matched(TWIN, ANA), matched(PHONE, TWIN), matched(id('participant', 6), BEN)];
    for (const one of [ANA, TWIN, PHONE]) expect(theirs(log, one).ids).toEqual([ANA, TWIN, PHONE].sort());
    expect(theirs(log, HOST).ids).toEqual([HOST]);
    expect(indexes(log)).toEqual([0, 1]);
  });

  it('is not that of a row that the host said afterwards is somebody else’s', () => {
    const log = [matched(TWIN, ANA), matched(TWIN, BEN), answered(TWIN)];
    expect(theirs(log)).toMatchObject({ ids: [ANA], indexes: [] });
    expect(theirs(log, BEN)).toMatchObject({ ids: [BEN, TWIN].sort(), indexes: [1, 2] });
  });

  it('comes to an end where two rows were said to be each other', () => {
    expect(theirs([matched(TWIN, ANA), matched(ANA, TWIN)]).ids).toContain(ANA);
  });
});

describe('what was asked', () => {
  const [ask2, ask3] = [id('ask', 2), id('ask', 3)];

  it('is hers while she was there, and what stood when she came; not what came before it, nor after she had left', () => {
    const log = [asked(), asked(ask2), joined(BEN), joined(), asked(ask3), left(), asked(id('ask', 4))];
    expect(indexes(log)).toEqual([1, 3, 4, 5]);
    expect(indexes([joined(), asked()])).toEqual([0, 1]);
    expect(indexes([joined(BEN), asked(), left(BEN)])).toEqual([]);
  });

  it('is hers while another one leaves, and no more hers than his when he stays', () => {
    expect(indexes([joined(), joined(BEN), left(BEN), asked()])).toEqual([0, 3]);
    expect(indexes([joined(), joined(BEN), left(), asked()])).toEqual([0, 2]);
  });

  it('is hers when she answered it from elsewhere, and not when another one did', () => {
    const log = [asked(), asked(ask2), answered(BEN), answered(ANA, ask2)];
    expect(indexes(log)).toEqual([1, 3]);
    expect(indexes(log, BEN)).toEqual([0, 2]);
  });
});

describe('doubts', () => {
  const doubted = (doubt: typeof ONE, participant: typeof ANA | null): Entry => ({
    ...EVERY_KIND.doubted,
    doubt,
    participant,
  });
  const settled = (
    doubt: typeof ONE,
    participant: typeof ANA | null,
    as: 'nothing' | 'refused' = 'refused',
  ): Entry => ({
    kind: 'settled',
    doubt,
    as,
    participant,
  });

  it('are hers while they are most likely hers, or once the host said so', () => {
    expect(indexes([doubted(ONE, ANA)])).toEqual([0]);
    expect(indexes([doubted(ONE, null), settled(ONE, ANA)])).toEqual([0, 1]);
    expect(indexes([doubted(ONE, ANA), settled(ONE, ANA, 'nothing')])).toEqual([0, 1]);
  });

  it('of words that nobody knows whose they are, or that are another one’s, show her nothing of him', () => {
    expect(indexes([doubted(ONE, null)])).toEqual([]);
    expect(indexes([doubted(ONE, null), settled(ONE, null, 'nothing')])).toEqual([]);
    expect(indexes([doubted(ONE, ANA), settled(ONE, BEN)])).toEqual([]);
    expect(indexes([doubted(ONE, BEN), settled(ONE, ANA)])).toEqual([]);
    expect(
      indexes([doubted(ONE, BEN), doubted(TWO, null), settled(ONE, null, 'nothing'), doubted(THREE, ANA)]),
    ).toEqual([3]);
  });
});

describe('what the law asked', () => {
  it('is what stood when she answered, each time, and not what was before or came later', () => {
    const log = [described, required(), described, required(), answered(), required(), answered(BEN), described];
    expect(indexes(log)).toEqual([2, 3, 4]);
    expect(indexes([...log, answered()])).toEqual([2, 3, 4, 5, 7, 8]);
    expect(indexes([required(), answered()])).toEqual([0, 1]);
    expect(indexes([described, answered()])).toEqual([0, 1]);
    expect(indexes([described, required()])).toEqual([]);
  });

  it('is left out from where it may follow from the place or age of another one, and not for hers or the host’s', () => {
    const one = [described, answered()];
    expect(indexes([joined(HOST, true), placed(HOST), placed(ANA), ...one])).toEqual([2, 3, 4]);
    expect(indexes([joined(BEN), placed(BEN), ...one])).toEqual([3]);
    expect(indexes([{ ...EVERY_KIND['person-described'], participant: BEN }, ...one])).toEqual([2]);
    expect(indexes([placed(HOST), ...one]), 'nobody knows yet that it is the host').toEqual([2]);
    expect(indexes([described, answered(), placed(BEN), required(), answered()])).toEqual([0, 1, 4]);
  });

  it('is left out where it names a child that is not hers', () => {
    expect(indexes([required([BEN]), answered()])).toEqual([1]);
    expect(indexes([required([ANA]), answered()])).toEqual([0, 1]);
  });
});

describe('what was recorded', () => {
  const other = id('epoch', 2);
  const opened = EVERY_KIND['gate-opened'];
  const segment = (epoch = EPOCH): Entry[] => [
    { ...EVERY_KIND['segment-started'], epoch },
    { ...EVERY_KIND['segment-sealed'], epoch },
    { ...EVERY_KIND.deleted, epoch },
  ];

  it('is hers where she was in it, to its deletion, and not where she was not', () => {
    const without: Entry = { ...opened, epoch: other, roster: [HOST, BEN] };
    const log = [opened, ...segment(), without, ...segment(other)];
    expect(theirs(log)).toMatchObject({ indexes: [1, 2, 3], epochs: new Set([EPOCH]) });
    expect(theirs(log, BEN)).toMatchObject({ indexes: [5, 6, 7], epochs: new Set([other]) });
    expect(theirs(log, HOST).epochs).toEqual(new Set([EPOCH, other]));
  });

  it('is promised for as long as the host says to all, and words are gone that were everybody’s or hers', () => {
    const gone: Entry = { kind: 'deleted', epoch: null, why: EVERY_KIND.deleted.why };
    expect(
      indexes([EVERY_KIND['retention-shortened'], gone, { ...gone, participant: ANA }, { ...gone, participant: BEN }]),
    ).toEqual([0, 1, 2]);
  });
});

it('of an entry of every kind, what may name another one is in no receipt', () => {
  const of = Object.values(EVERY_KIND);
  const kinds = theirs(of, BEN).indexes.map((index) => of[index]?.kind);
  expect(kinds).toEqual(['meeting-opened', 'retention-shortened']);
});
