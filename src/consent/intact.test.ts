import { expect, test } from 'vitest';
import type { EpochId } from '../model/id.ts';
import { isConsentIntact } from './intact.ts';
import * as told from './testdata/told.ts';

const { AGREED, ANA, BEN, EPOCH, HOST, NEXT_ASK, NEXT_EPOCH } = told;
const opening = told.gateOpened({ roster: [ANA, HOST], answers: [6, 7] });
const intact = (entries: readonly told.Told[], epoch: EpochId = EPOCH) =>
  isConsentIntact(told.logOf(...entries), epoch);

test('what was recorded is kept after a crash only if the log still proves its consent', () => {
  expect(intact([...AGREED, opening])).toBe(true);
  expect(intact([...AGREED, opening, told.no(ANA), told.gateClosed()])).toBe(true);
});

test.each<[string, readonly told.Told[], EpochId?]>([
  ['no opening of that epoch', [...AGREED, opening], NEXT_EPOCH],
  ['no opening at all', AGREED],
  ['a yes fewer than when it opened', [...AGREED.slice(0, 7), opening]],
  ['a no before the opening', [...AGREED, told.no(ANA), opening]],
  ['somebody who is not among the people of the opening', [...AGREED, told.joined(BEN), told.read(3), opening]],
  ['other people in the opening', [...AGREED, { ...opening, roster: [BEN, HOST] } as told.Told]],
  ['other answers in the opening', [...AGREED, { ...opening, answers: [6, 6] } as told.Told]],
  ['more media in the opening', [...AGREED, { ...opening, media: 'sound+picture' } as told.Told]],
  ['another ask in the opening', [...AGREED, { ...opening, ask: NEXT_ASK } as told.Told]],
  ['an empty log', []],
])('set apart: %s', (_what, entries, epoch) => {
  expect(intact(entries, epoch)).toBe(false);
});

test('the opening that is asked for is judged, not the first one of the log', () => {
  const second = told.gateOpened({ epoch: NEXT_EPOCH, roster: [ANA, HOST], answers: [6, 7] });
  const wrong = { ...opening, answers: [6, 6] } as told.Told;
  const log = [...AGREED, wrong, told.gateClosed(), told.sealed(), second];
  expect(intact(log, NEXT_EPOCH)).toBe(true);
  expect(intact(log, EPOCH)).toBe(false);
});

test('set apart: less was asked than the rules ask of that meeting', () => {
  const settled = told.settled({ atLeast: { rule: 'all-party', form: 'written' } });
  const [opened, host, ...rest] = AGREED;
  const written = { form: 'written' } as const;
  const before = [opened, host, settled, ...rest, told.yes(HOST, written), told.yes(ANA, written)] as told.Told[];
  const log = told.ruled(...before);
  const answers = log
    .filter(({ entry }) => entry.kind === 'answered')
    .slice(-2)
    .map(({ index }) => index);
  const opens = {
    index: log.length,
    at: told.T0 + 60_000,
    seen: '',
    entry: told.gateOpened({ roster: [ANA, HOST], answers }),
  };
  expect(isConsentIntact([...log, opens], EPOCH)).toBe(true);
  const change = (how: object) =>
    log.map((one) => (one.entry.kind === 'requirement-set' ? { ...one, entry: { ...one.entry, ...how } } : one));
  expect(isConsentIntact([...change({ form: 'explicit' }), opens], EPOCH)).toBe(false);
  expect(isConsentIntact([...change({ rule: 'one-party' }), opens], EPOCH)).toBe(false);
  expect(isConsentIntact([...change({ form: 'explicit', pack: 0 }), opens], EPOCH)).toBe(true);
});
