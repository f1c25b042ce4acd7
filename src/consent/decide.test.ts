import { describe, expect, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import type { CaptureReport, Observation, Seen } from '../model/observation.ts';
import { askedDraft, decide } from './decide.ts';
import { blankDirectory } from './directory.ts';
import { HEARD_NOTHING } from './heard.ts';
import * as told from './testdata/told.ts';

const { AGREED, ANA, ASK, EPOCH, HOST, NEXT_EPOCH, POST, stateOf } = told;
const fresh = { participant: () => 'pNew' as typeof ANA, doubt: () => told.DOUBT };
const decided = (seen: Seen, ...entries: Entry[]) => {
  const observation = { ...seen, key: 'k', at: told.T0 } as Observation;
  const { drafts } = decide(stateOf(...AGREED, ...entries), blankDirectory(), observation, HEARD_NOTHING, fresh);
  return drafts.map(({ entry }) => entry);
};

describe('where the page is', () => {
  const away: Entry = { kind: 'meeting-left', how: 'left' };
  test.each<[Extract<Seen, { what: 'place' }>['place'], Entry[], Entry[]]>([
    ['call', [], []],
    ['left', [], [{ kind: 'meeting-left', how: 'left' }]],
    ['lobby', [], [{ kind: 'meeting-left', how: 'left' }]],
    ['elsewhere', [], [{ kind: 'meeting-left', how: 'navigated' }]],
    ['call', [away], [{ kind: 'meeting-returned' }]],
    ['left', [away], []],
    ['elsewhere', [away], []],
  ])('%s after %j', (place, entries, expected) => {
    expect(decided({ what: 'place', place }, ...entries)).toEqual(expected);
  });

  test('watched or not: noted when it changes, and only in the call', () => {
    const lost: Entry = { kind: 'watch-lost' };
    expect(decided({ what: 'watch', watching: true })).toEqual([]);
    expect(decided({ what: 'watch', watching: false })).toEqual([lost]);
    expect(decided({ what: 'watch', watching: false }, lost)).toEqual([]);
    expect(decided({ what: 'watch', watching: true }, lost)).toEqual([{ kind: 'watch-regained' }]);
    expect(decided({ what: 'watch', watching: false }, away)).toEqual([]);
  });

  test('the host’s own microphone is nobody’s consent', () => {
    expect(decided({ what: 'mute', mute: 'muted' })).toEqual([]);
  });
});

describe('what became of a post', () => {
  const ordered: Entry = { kind: 'post-ordered', post: POST, says: 'notice', ask: ASK, people: [ANA] };
  const saw = (outcome: 'echoed' | 'refused' | 'unsure'): Entry => ({ kind: 'post-seen', post: POST, outcome });
  const seen = (outcome: 'echoed' | 'refused' | 'unsure'): Seen => ({ what: 'post', post: POST, outcome });
  test('is noted once; that it is in the chat after all is worth a second entry', () => {
    expect(decided(seen('echoed'))).toEqual([]);
    for (const outcome of ['echoed', 'refused', 'unsure'] as const)
      expect(decided(seen(outcome), ordered)).toEqual([saw(outcome)]);
    expect(decided(seen('refused'), ordered, saw('echoed'))).toEqual([]);
    expect(decided(seen('echoed'), ordered, saw('echoed'))).toEqual([]);
    expect(decided(seen('refused'), ordered, saw('unsure'))).toEqual([]);
    expect(decided(seen('echoed'), ordered, saw('unsure'))).toEqual([saw('echoed')]);
  });
});

describe('what the recorder reports', () => {
  const report = (what: CaptureReport): Seen => ({ what: 'capture', report: what });
  const failed: Entry = { kind: 'capture-failed', epoch: EPOCH, cause: 'disk-full' };
  const disarmed: Entry = { kind: 'capture-disarmed', why: 'navigated' };

  test('armed and disarmed, when it changes; armed again after a failure is the host’s new start', () => {
    expect(decided(report({ capture: 'armed' }))).toEqual([]);
    expect(decided(report({ capture: 'armed' }), failed)).toEqual([told.armed]);
    expect(decided(report({ capture: 'armed' }), disarmed)).toEqual([told.armed]);
    expect(decided(report({ capture: 'disarmed', why: 'navigated' }))).toEqual([disarmed]);
    expect(decided(report({ capture: 'disarmed', why: 'navigated' }), disarmed)).toEqual([]);
  });

  const failing = (epoch: string) => report({ capture: 'failing', epoch, cause: 'disk-full' });
  test('failing closes the epoch that runs, once, and no other one', () => {
    expect(decided(failing(EPOCH), told.gateOpened())).toEqual([failed]);
    expect(decided(failing(NEXT_EPOCH), told.gateOpened())).toEqual([]);
    expect(decided(failing(EPOCH), told.gateOpened(), failed)).toEqual([]);
    expect(decided(failing(EPOCH))).toEqual([]);
  });

  const starts = (epoch: string) => report({ capture: 'started', epoch, mime: 'audio/webm', microphone: false });
  test('started is noted once, of the epoch that runs', () => {
    expect(decided(starts(EPOCH), told.gateOpened())).toEqual([told.started()]);
    expect(decided(starts(EPOCH), told.gateOpened(), told.started())).toEqual([]);
    expect(decided(starts(NEXT_EPOCH), told.gateOpened())).toEqual([]);
    expect(decided(starts(EPOCH))).toEqual([]);
  });

  test('sealed is noted once, of the epoch that runs, with what was kept', () => {
    const kept = { cause: 'ordered', chunks: 2, bytes: 9, ms: 2000, dropped: 0, lastHash: '' } as const;
    const seals = (epoch: string) => report({ capture: 'sealed', epoch, ...kept });
    expect(decided(seals(EPOCH), told.gateOpened())).toEqual([told.sealed()]);
    expect(decided(seals(NEXT_EPOCH), told.gateOpened())).toEqual([]);
    expect(decided(seals(EPOCH), told.gateOpened(), told.sealed())).toEqual([]);
  });
});

test('an ask is one entry; the words of its notice lie beside it under the host’s key', () => {
  const ask = { ...told.TERMS, id: ASK, notice: { language: 'en', version: 1, hash: `hash-${ASK}` } };
  expect(askedDraft(ask, 'words', HOST)).toEqual({
    entry: told.asked(),
    subject: HOST,
    disclosures: { text: 'words' },
  });
});

test('orders, readings and chat lines go to those who decide them', () => {
  expect(decided({ what: 'order', order: { do: 'pause' } })).toEqual([{ kind: 'paused', cause: 'panel' }]);
  const roster = { people: [], completeness: 'unknown', counter: null, source: 'api' } as const;
  expect(decided({ what: 'roster', roster })).toEqual([
    { kind: 'roster-read', completeness: 'unknown', rows: 0, counter: null, source: 'api' },
  ]);
  const line = { id: null, sender: { id: null, name: 'Ana', self: false }, text: 'x', edited: false };
  expect(decided({ what: 'chat', line, replayed: false })).toEqual([]);
});
