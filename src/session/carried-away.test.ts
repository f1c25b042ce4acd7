import { expect, test } from 'vitest';
import { fold } from '../consent/fold.ts';
import * as told from '../consent/testdata/told.ts';
import type { Entry } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { Wanted } from '../model/rights.ts';
import { toTellOf } from './carried-away.ts';

const { ANA, BEN, CEM, HOST } = told;
/** Two files left with Ana and Ben in them, and one for Ben alone. */
const LEFT: Entry[] = [
  told.opened,
  told.joined(HOST),
  told.joined(ANA),
  told.joined(BEN),
  { kind: 'exported', format: 'json' },
  { kind: 'exported', format: 'report' },
  { kind: 'exported', format: 'receipt', participant: BEN },
];
const asked = (participant: ParticipantKey, what: Wanted): Entry => ({
  kind: 'request-received',
  participant,
  what,
  way: 'host',
});
const done = (request: number): Entry => ({ kind: 'request-answered', request });
const noted = (participant: ParticipantKey, exported: number): Entry => ({
  kind: 'recipient-told',
  exported,
  participant,
  on: '2026-11-02',
});
const toTell = (...more: Entry[]) => {
  const entries = told.logOf(...LEFT, ...more);
  return toTellOf(entries, fold(entries));
};

test('nobody has to be told before something is corrected or erased, nor where that was refused or a copy was given', () => {
  expect(toTell()).toEqual([]);
  expect(toTell(asked(ANA, 'erasure'))).toEqual([]);
  expect(toTell(asked(ANA, 'erasure'), { kind: 'request-refused', request: 7, why: 'not-them' })).toEqual([]);
  expect(toTell(asked(ANA, 'copy'), done(7))).toEqual([]);
});

test('whoever got what left before it is counted, person by person, until each was told', () => {
  const both = [asked(ANA, 'correction'), done(7), asked(BEN, 'erasure'), done(9)];
  expect(toTell(...both)).toEqual([
    { participant: ANA, files: 2 },
    { participant: BEN, files: 2 },
  ]);
  expect(toTell(...both, noted(ANA, 4), noted(BEN, 4), noted(BEN, 5))).toEqual([{ participant: ANA, files: 1 }]);
});

test('a person in several rows of the list is one', () => {
  const rows = [
    told.joined(CEM),
    told.same(CEM, ANA),
    asked(CEM, 'erasure'),
    done(9),
    asked(ANA, 'correction'),
    done(11),
  ];
  expect(toTell(...rows)).toEqual([{ participant: ANA, files: 2 }]);
});
