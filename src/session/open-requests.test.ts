import { expect, test } from 'vitest';
import { blankDirectory, learn } from '../consent/directory.ts';
import { fold } from '../consent/fold.ts';
import * as told from '../consent/testdata/told.ts';
import type { Entry } from '../model/entry.ts';
import type { LogId } from '../model/id.ts';
import { openRequests } from './open-requests.ts';

const { ANA, BEN } = told;
const LOG = 'lAAAAAAAAAAAA' as LogId;
const asked = (participant: typeof ANA, what: 'copy' | 'erasure'): Entry => ({
  kind: 'request-received',
  participant,
  what,
  way: 'chat',
});
const ENTRIES = [told.opened, told.joined(ANA), told.joined(BEN), asked(ANA, 'copy'), asked(BEN, 'erasure')];

test('what is open is shown with whose it is, until it is answered or refused', () => {
  const view = (...more: Entry[]) => {
    const entries = told.logOf(...ENTRIES, ...more);
    const directory = blankDirectory();
    for (const one of entries) learn(directory, one, one.index === 1 ? { name: 'Ana' } : {});
    return openRequests(LOG, fold(entries), directory);
  };
  expect(view()).toMatchObject([
    { log: LOG, participant: ANA, name: 'Ana', what: 'copy' },
    { participant: BEN, name: '', what: 'erasure' },
  ]);
  expect(view()[0]?.due).toBeGreaterThan(told.T0);
  expect(view({ kind: 'request-answered', request: 3 }).map(({ what }) => what)).toEqual(['erasure']);
  expect(view({ kind: 'request-refused', request: 4, why: 'not-them' }).map(({ what }) => what)).toEqual(['copy']);
  const later: Entry = {
    kind: 'request-extended',
    request: 3,
    why: 'complex',
    law: 'gdpr',
    until: '2099-01-01T00:00:00.000Z',
    told: '2026-03-02',
  };
  expect(view(later).map(({ what }) => what)).toEqual(['erasure', 'copy']);
});
