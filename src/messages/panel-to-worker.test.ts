import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { KEEP_DAYS_MAX, PURPOSES } from '../model/ask.ts';
import { isFor } from './envelope.ts';
import { panelToWorker } from './panel-to-worker.ts';
import { spoiled } from './testdata/spoiled.ts';

const participant = 'pAAAAAAAAAAAA';
const to = 'worker';
const terms = { purposes: [{ purpose: 'notes', required: true }], media: 'sound', keepDays: 30, proofDays: 365 };
const order = (what: object) => ({ to, ask: 'order', tab: 1, order: what });
const everyone = { to, ask: 'everyone', tab: 1, terms, language: 'de', also: null };
const GOOD: Readonly<Record<string, unknown>> = {
  everyone,
  again: { to, ask: 'again', tab: 1 },
  microphone: { to, ask: 'microphone', tab: 1, on: true },
  copied: { to, ask: 'copied', tab: 1, post: 'mAAAAAAAAAAAA' },
  open: { to, ask: 'open', tab: 1, what: 'list' },
  'log-export': {
    to,
    ask: 'log-export',
    log: 'lAAAAAAAAAAAA',
    format: 'webm',
    file: 'A'.repeat(43),
    purpose: 'quality',
  },
  'receipt-given': { to, ask: 'receipt-given', log: 'lAAAAAAAAAAAA', participant: 'pAAAAAAAAAAAA', size: 9 },
  attest: order({ do: 'attest', participant, person: 1, how: 'aloud' }),
  'record-refusal': order({ do: 'record-refusal', participant }),
  settle: order({ do: 'settle', doubt: 'dAAAAAAAAAAAA', as: 'nothing', participant: null }),
  'settle, somebody': order({ do: 'settle', doubt: 'dAAAAAAAAAAAA', as: 'consented', participant }),
  'same-person': order({ do: 'same-person', participant, as: 'pBBBBBBBBBBBB' }),
  'count-people': order({ do: 'count-people', participant, people: 2 }),
  'write-down': order({ do: 'write-down', names: ['Ana', 'Ben'] }),
  'cross-out': order({ do: 'cross-out', participant }),
  rename: order({ do: 'rename', participant, name: 'Ana' }),
  'state-place': order({ do: 'state-place', participant, places: ['DE', 'US-CA'], residence: null }),
  'state-place, and where they live': order({ do: 'state-place', participant, places: ['FR'], residence: 'CA-QC' }),
  describe: order({ do: 'describe', participant, minor: false, employee: false, phone: false }),
  guardian: order({ do: 'guardian', participant, answer: 'consented', how: 'paper' }),
  announced: order({ do: 'announced', epoch: 'eAAAAAAAAAAAA' }),
  pause: order({ do: 'pause' }),
  'forget-place': { to, ask: 'forget-place', tab: 1, participant },
};

/** Not wrong: nobody is named, another press of the same switch, or another name. */
const FINE = /order\.participant is null|order\.residence is null|\.on is|required is|order\.names?(\.\d)? is "other"/;

describe.each(Object.entries(GOOD))('%s', (_name, message) => {
  test('is taken as it is written', () => {
    expect(v.parse(panelToWorker, message)).toEqual(message);
  });

  test('is dropped with anything wrong in it', () => {
    const fine = (how: string) =>
      FINE.test(how) && !(how === 'order.participant is null' && !JSON.stringify(message).includes('settle'));
    const taken = spoiled(message).filter((bad) => v.is(panelToWorker, bad.message) && !fine(bad.how));
    expect(taken.map(({ how }) => how)).toEqual([]);
  });
});

describe('the panel', () => {
  test.each([
    ['an order that nobody knows', order({ do: 'open-the-gate' })],
    ['an order from the prototype', order({ do: 'constructor' })],
    ['more people behind a tile than there can be', order({ do: 'count-people', participant, people: 51 })],
    ['nobody behind a tile', order({ do: 'count-people', participant, people: 0 })],
    ['an ask in place of a participant', order({ do: 'record-refusal', participant: 'aAAAAAAAAAAAA' })],
    ['days beyond the longest period', { ...everyone, terms: { ...terms, keepDays: KEEP_DAYS_MAX + 1 } }],
    ['half a day', { ...everyone, terms: { ...terms, keepDays: 0.5 } }],
    ['a language that is no tag', { ...everyone, language: 'German' }],
    ['a second language that is no tag', { ...everyone, also: '' }],
    [
      'more purposes than there are',
      {
        ...everyone,
        terms: { ...terms, purposes: Array(PURPOSES.length + 1).fill(terms.purposes[0]) },
      },
    ],
    ['nobody to write down', order({ do: 'write-down', names: [] })],
    ['more names than anybody pastes', order({ do: 'write-down', names: Array(501).fill('Ana') })],
    ['a name that is too long', order({ do: 'write-down', names: ['x'.repeat(201)] })],
    ['no name', order({ do: 'rename', participant, name: '' })],
    ['a tab that is none', { to, ask: 'again', tab: -1 }],
    ['a log by a path', { to, ask: 'log-export', log: '../lAAAAAAAAAAAA', format: 'webm' }],
    ['what is for somebody else', { to: 'offscreen', ask: 'again', tab: 1 }],
  ])('is not heard with %s', (_name, message) => {
    expect(v.is(panelToWorker, message)).toBe(false);
  });
});

test('a message is for whom it names, and only then', () => {
  expect(isFor({ to: 'worker', ask: 'again' }, 'worker')).toBe(true);
  for (const message of [
    null,
    undefined,
    'worker',
    { to: 'panel' },
    {},
    { to: ['worker'] },
    { to: { toString: () => 'worker' } },
  ])
    expect(isFor(message, 'worker')).toBe(false);
});

test('a cut is one that somebody made: of one that a deletion made the worker alone tells', () => {
  const one = { kind: 'cut', epoch: 'eAAAAAAAAAAAA', from: 0, to: 9, pieces: [] };
  const cut = (cuts: readonly object[]) => v.is(panelToWorker, { to, ask: 'cut', log: 'lAAAAAAAAAAAA', cuts });
  expect(cut([one])).toBe(true);
  expect(cut([{ ...one, why: 'host' }])).toBe(false);
});
