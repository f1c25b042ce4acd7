import { describe, expect, it } from 'vitest';
import { ANA, ASK, HOST, id, NINE } from '../log/testdata/meeting.ts';
import type { Entry, Logged } from '../model/entry.ts';
import type { ExportOrder } from './bundle.ts';
import { type Choice, EVERYTHING } from './choice.ts';
import { Disclosing } from './disclosing.ts';
import { fullNames, Names } from './names.ts';

const HASH = 'A'.repeat(43);
const answered = (participant: typeof ANA, ask = ASK): Entry => ({
  kind: 'answered',
  ask,
  notice: HASH,
  participant,
  person: 1,
  answer: 'refused',
  purposes: [],
  media: 'sound',
  grade: 'chat',
  channel: 'chat',
  by: 'participant',
  signed: null,
});
const doubted = (ask: typeof ASK | null): Entry =>
  ({
    kind: 'doubted',
    doubt: id('doubt', 1),
    ask,
    participant: ANA,
    reason: 'perhaps-yes',
    reads: 'consented',
    closes: false,
  }) as Entry;

/** By name, in the order of the log; each a minute after the one before. */
const ENTRIES: Readonly<Record<string, Entry>> = {
  opened: { kind: 'meeting-opened', platform: 'sandbox', software: '1', policy: 'floor', lagMs: 2000 },
  joined: { kind: 'participant-joined', participant: ANA, self: false, stable: true },
  'the host joined': { kind: 'participant-joined', participant: HOST, self: true, stable: true },
  asked: {
    kind: 'asked',
    ask: ASK,
    notice: { language: 'en', version: 1, hash: HASH },
    purposes: [{ purpose: 'quality', required: true }],
    media: 'sound',
    keepDays: 30,
    proofDays: 365,
    by: 'host',
  },
  renamed: { kind: 'participant-renamed', participant: ANA },
  corrected: { kind: 'name-corrected', participant: ANA, by: 'host' },
  answered: answered(ANA),
  'the host answered': answered(HOST),
  'answered what was asked elsewhere': answered(ANA, id('ask', 2)),
  'said where': {
    kind: 'place-stated',
    participant: ANA,
    places: ['DE'],
    residence: null,
    known: 'declared',
    by: 'participant',
  },
  'doubted of this': doubted(ASK),
  'doubted of nothing': doubted(null),
  paused: { kind: 'paused' },
};
const NAMES = Object.keys(ENTRIES);
const at = (name: string) => NINE + NAMES.indexOf(name) * 60_000;

/** What of it is disclosed. */
function disclosed(choice: Partial<Choice> | undefined, names?: Names): string[] {
  const order = { ...(choice && { choice: { ...EVERYTHING, ...choice } }), ...(names && { names }) };
  const disclosing = new Disclosing(order as ExportOrder);
  for (const [index, entry] of Object.values(ENTRIES).entries())
    disclosing.learn({ index, entry, at: at(NAMES[index] ?? ''), seen: '' } satisfies Logged);
  return NAMES.filter((_, index) => disclosing.may(index));
}

describe('with names as they are, there is disclosed', () => {
  it('everything, where everything was chosen, or nothing was', () => {
    expect(disclosed(undefined)).toEqual(NAMES);
    expect(disclosed({}, fullNames())).toEqual(NAMES);
  });

  it('of a person what is theirs, with the question and the meeting, and no word of anybody else', () => {
    expect(disclosed({ people: new Set([ANA]) })).toEqual(
      NAMES.filter((name) => !name.startsWith('the host') && name !== 'paused'),
    );
    expect(disclosed({ people: new Set([HOST]) })).toEqual(['opened', 'the host joined', 'asked', 'the host answered']);
    expect(disclosed({ people: new Set() })).toEqual(['opened', 'asked']);
  });

  it('of a period what was said in it, and the names of the whole meeting', () => {
    expect(disclosed({ from: at('said where') })).toEqual([
      'opened',
      'joined',
      'the host joined',
      'asked',
      'renamed',
      'corrected',
      'said where',
      'doubted of this',
      'doubted of nothing',
      'paused',
    ]);
    expect(disclosed({ people: new Set([ANA]), to: at('answered') })).toEqual([
      'opened',
      'joined',
      'asked',
      'renamed',
      'corrected',
    ]);
  });

  it('of a purpose what was asked for it, and what is of no question that is known', () => {
    expect(disclosed({ purpose: 'quality' })).toEqual(NAMES);
    expect(disclosed({ purpose: 'research' })).toEqual(
      NAMES.filter((name) => !['answered', 'the host answered', 'doubted of this'].includes(name)),
    );
  });
});

it.each(['pseudonyms', 'none'] as const)(
  'with names as %s there is disclosed what we asked, and nothing else',
  (how) => {
    const names = new Names(how, new Uint8Array(32));
    expect(disclosed(undefined, names)).toEqual(['asked']);
    expect(disclosed({ people: new Set([ANA]) }, names)).toEqual(['asked']);
  },
);
