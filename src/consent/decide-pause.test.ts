import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { Observation } from '../model/observation.ts';
import { decide } from './decide.ts';
import { blankDirectory, learn } from './directory.ts';
import { advance } from './fold.ts';
import type { Heard } from './heard.ts';
import { PAYMENT_NUMBERS } from './payment-numbers.ts';
import * as told from './testdata/told.ts';

const { AGREED, ANA, T0 } = told;
const NUMBER = '4111 1111 1111 1111';
const fresh = { participant: () => 'pNew' as ParticipantKey, doubt: () => told.DOUBT };
const heard = (says: Heard['says'], more: Partial<Heard> = {}): Heard => ({
  says,
  all: false,
  sure: true,
  tag: { kind: 'none' },
  ...more,
});
const at = heard('nothing', { number: 'card-number' });

interface Said {
  readonly replayed?: boolean;
  readonly edited?: boolean;
  readonly self?: boolean;
  readonly from?: string;
  readonly name?: string | null;
}
function decided(
  what: Heard,
  { replayed = false, edited = false, self = false, from = 'a', name = 'Ana' }: Said = {},
  more: Entry[] = [],
) {
  const log = told.logOf(...AGREED, ...more);
  const directory = blankDirectory();
  for (const logged of log) learn(directory, logged, nameOf(logged.entry));
  const chat: Extract<Observation, { what: 'chat' }> = {
    what: 'chat',
    key: 'k',
    at: T0 + 60_000,
    replayed,
    line: { id: 'm1', sender: { id: from, name, self }, text: `my card: ${NUMBER}`, edited },
  };
  return decide(told.stateOf(...AGREED, ...more), directory, chat, what, fresh);
}
const nameOf = (entry: Entry) =>
  entry.kind === 'participant-joined' ? { name: entry.participant, site: entry.participant === ANA ? 'a' : 'h' } : {};
const entriesOf = (...args: Parameters<typeof decided>) => decided(...args).drafts.map(({ entry }) => entry);
const paused: Entry = { kind: 'paused', cause: 'card-number' };

describe('a number in the chat', () => {
  test('pauses, whoever wrote it, and nothing of it is told', () => {
    for (const line of [{}, { edited: true }, { self: true, from: 'h' }, { from: 'nobody knows' }])
      expect(decided(at, line)).toEqual({ drafts: [{ entry: paused, subject: null, disclosures: {} }] });
    expect(entriesOf(heard('nothing', { number: 'account-number' }))).toEqual([
      { kind: 'paused', cause: 'account-number' },
    ]);
  });
  test('pauses nothing that rests, is old, or is a post of ours', () => {
    for (const order of ['paused', 'stopped'] as const) expect(entriesOf(at, {}, [{ kind: order }])).toEqual([]);
    expect(entriesOf(at, { replayed: true })).toEqual([]);
    expect(entriesOf({ ...at, tag: { kind: 'ours' } })).toEqual([]);
  });
  test('and what else the line says is judged as ever, without the number in what is quoted', () => {
    const { drafts } = decided(heard('refused', { number: 'card-number' }));
    expect(drafts.map(({ entry }) => entry.kind)).toEqual(['paused', 'answered']);
    expect(JSON.stringify(drafts)).not.toMatch(/4111|1111/);
    expect(drafts[1]?.disclosures.words).toBe('my card: […]');
    expect(entriesOf(heard('pause', { number: 'card-number' }))).toEqual([paused]);
  });
  test('waits for nobody whose name is not in the list yet', () => {
    const decision = decided(heard('consented', { number: 'card-number' }), { from: 'x' });
    expect(decision.later).toBeUndefined();
    expect(decision.drafts[0]?.entry).toEqual(paused);
  });
});

describe('words that ask for a pause', () => {
  const pause = heard('pause');
  test('are quoted as those of whoever wrote them', () => {
    expect(decided(pause)).toEqual({
      drafts: [
        {
          entry: { kind: 'paused', cause: 'chat', participant: ANA },
          subject: ANA,
          disclosures: { words: 'my card: […]', site: 'm1' },
        },
      ],
    });
  });
  test('of somebody whom nobody knows pause too, and say under which name they came', () => {
    const { drafts } = decided(pause, { from: 'x' });
    expect(drafts).toEqual([
      {
        entry: { kind: 'paused', cause: 'chat', participant: null },
        subject: told.HOST,
        disclosures: { words: 'my card: […]', site: 'm1', sender: 'Ana' },
      },
    ]);
  });
  test('of somebody whom nobody knows are kept with no more of a name than a name has, and without one where there is none', () => {
    const senderOf = (name: string | null) => decided(pause, { from: 'x', name }).drafts[0]?.disclosures.sender;
    expect(senderOf('x'.repeat(10_000))).toHaveLength(200);
    expect(senderOf(null)).toBe('');
  });
  test('of the host are the host’s own', () => {
    expect(decided(pause, { self: true, from: 'h' }).drafts).toEqual([
      {
        entry: { kind: 'paused', cause: 'chat', participant: told.HOST },
        subject: told.HOST,
        disclosures: { words: 'my card: […]', site: 'm1' },
      },
    ]);
  });
  test('change nothing where it rests already, nor when they are old', () => {
    for (const order of ['paused', 'stopped'] as const) expect(entriesOf(pause, {}, [{ kind: order }])).toEqual([]);
    expect(entriesOf(pause, { replayed: true })).toEqual([]);
  });
});

test('before anybody was asked there is nothing to pause: a number is only talk', () => {
  const state = told.stateOf(...AGREED.filter(({ kind }) => kind !== 'asked' && kind !== 'answered'));
  expect(state.ask).toBeNull();
  const line = { id: 'm1', sender: { id: 'a', name: 'Ana', self: false }, text: NUMBER, edited: false };
  const chat = { what: 'chat', key: 'k', at: T0, replayed: false, line } as const;
  expect(decide(state, blankDirectory(), chat, at, fresh).drafts).toEqual([]);
});

/** Every pause there is, and then whatever is said in the chat and read off the page. */
test('what is paused stays paused: no words, no number and no change of the page let it go on', () => {
  const says = fc.constantFrom<Heard['says']>('consented', 'refused', 'withdrawn', 'pause', 'nothing');
  const line = fc.record({
    says,
    sure: fc.boolean(),
    number: fc.option(fc.constantFrom(...PAYMENT_NUMBERS), { nil: undefined }),
    self: fc.boolean(),
    edited: fc.boolean(),
    replayed: fc.boolean(),
    from: fc.constantFrom('a', 'h', 'x'),
  });
  const pause = fc.constantFrom<Entry>(
    paused,
    { kind: 'paused', cause: 'panel' },
    { kind: 'paused', cause: 'chat', participant: ANA },
    { kind: 'paused', cause: 'chat', participant: null },
    { kind: 'paused', cause: 'shortcut' },
    { kind: 'paused' },
  );
  fc.assert(
    fc.property(pause, fc.array(line, { maxLength: 6 }), (first, lines) => {
      const state = told.stateOf(...AGREED, first);
      const said: Entry[] = [];
      for (const { says: what, sure, number, ...how } of lines) {
        const drafts = decided(heard(what, { sure, ...(number && { number }) }), how, [first, ...said]).drafts;
        for (const { entry } of drafts) {
          said.push(entry);
          advance(state, { index: state.size, at: T0 + 61_000, seen: '', entry });
        }
      }
      expect(said.map(({ kind }) => kind)).not.toContain('resumed');
      expect(state.order).toBe('paused');
      expect(state.pause).not.toBeNull();
    }),
  );
});

test('the fold knows which pause holds, and forgets it with the next order', () => {
  const index = AGREED.length;
  const { pause } = told.stateOf(...AGREED, { kind: 'paused', cause: 'chat', participant: ANA });
  expect(pause).toEqual({ index, at: T0 + index * 1000, cause: 'chat', participant: ANA });
  expect(told.stateOf(...AGREED, { kind: 'paused' }).pause).toMatchObject({ cause: null, participant: null });
  for (const next of [
    told.resumed,
    { kind: 'stopped' },
    { kind: 'went-on-without', ask: told.ASK },
    told.asked(),
  ] as Entry[])
    expect(told.stateOf(...AGREED, paused, next).pause).toBeNull();
});
