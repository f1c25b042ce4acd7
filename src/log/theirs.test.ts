import { describe, expect, it } from 'vitest';
import type { Entry, EntryKind } from '../model/entry.ts';
import { EVERY_KIND } from './testdata/every-kind.ts';
import { ANA, HOST, id } from './testdata/meeting.ts';
import { doubtsOf, fieldsOf, isTheirs } from './theirs.ts';

const KINDS = Object.keys(EVERY_KIND) as EntryKind[];
const BEN = id('participant', 3);
const ana = new Set<string>([ANA]);
const host = new Set<string>([HOST]);
const both = new Set<string>([ANA, HOST]);

/** Said to all, whoever reads it. */
const OF_ALL: readonly EntryKind[] = [
  'meeting-opened',
  'asked',
  'meeting-described',
  'segment-started',
  'segment-sealed',
  'retention-shortened',
  'deleted',
  'doubted',
  'settled',
];
/** In the samples, of Ana and nobody else. */
const OF_ANA: readonly EntryKind[] = [
  'requirement-set',
  'participant-joined',
  'participant-left',
  'participant-renamed',
  'name-corrected',
  'request-received',
  'recipient-told',
  'people-counted',
  'place-stated',
  'person-described',
  'seen',
  'answered',
  'guardian-answered',
];

describe('in somebody’s receipt may stand', () => {
  it.each(KINDS)('%s: as it is of all, of one person, or of nobody’s receipt', (kind) => {
    const entry: Entry = EVERY_KIND[kind];
    const all = OF_ALL.includes(kind);
    expect(isTheirs(entry, ana)).toBe(all || OF_ANA.includes(kind));
    expect(isTheirs(entry, host)).toBe(all);
    expect(isTheirs(entry, both)).toBe(all || OF_ANA.includes(kind) || kind === 'participant-matched');
  });

  it.each([
    { ...EVERY_KIND.deleted, participant: ANA },
    { ...EVERY_KIND.doubted, participant: ANA },
    { ...EVERY_KIND.settled, participant: ANA },
    { ...EVERY_KIND.exported, participant: ANA },
  ] as Entry[])('$kind of one person: in theirs only', (entry) => {
    expect([isTheirs(entry, ana), isTheirs(entry, host), isTheirs(entry, new Set())]).toEqual([true, false, false]);
  });

  it('a requirement only where no other child is named in it, and a row that was joined only when both are theirs', () => {
    const set = EVERY_KIND['requirement-set'];
    expect(isTheirs({ ...set, guardiansOf: [] }, host)).toBe(true);
    expect(isTheirs({ ...set, guardiansOf: [ANA, BEN] }, ana)).toBe(false);
    const matched = EVERY_KIND['participant-matched'];
    expect([matched, { ...matched, participant: HOST, as: ANA }].map((one) => isTheirs(one, ana))).toEqual([
      false,
      false,
    ]);
  });
});

describe('the disclosures that go with it', () => {
  const FIELDS: Partial<Record<EntryKind, readonly string[]>> = {
    asked: ['text'],
    'participant-joined': ['name', 'site'],
    'participant-renamed': ['name'],
    'name-corrected': ['name'],
    'request-received': ['words', 'site'],
    answered: ['words', 'site'],
    'place-stated': ['words', 'site'],
  };

  it.each(KINDS)('of %s', (kind) => {
    expect(fieldsOf(EVERY_KIND[kind], false)).toEqual(FIELDS[kind] ?? []);
    const settled = kind === 'doubted' ? ['words', 'site', 'sender'] : (FIELDS[kind] ?? []);
    expect(fieldsOf(EVERY_KIND[kind], true)).toEqual(settled);
  });
});

it('a doubt is theirs when the host settled it as an answer of theirs', () => {
  const settled = (n: number, as: 'consented' | 'nothing', participant: typeof ANA | null): Entry => ({
    ...EVERY_KIND.settled,
    doubt: id('doubt', n),
    as,
    participant,
  });
  const entries = [
    settled(1, 'consented', ANA),
    settled(2, 'nothing', ANA),
    settled(3, 'consented', HOST),
    settled(4, 'consented', null),
    EVERY_KIND.answered,
    EVERY_KIND.doubted,
  ];
  expect([...doubtsOf(entries, ana)]).toEqual([id('doubt', 1)]);
});
