import { describe, expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import type { Entry } from '../model/entry.ts';
import type { PostId } from '../model/id.ts';
import { SENSES, type Sense } from '../model/panel.ts';
import { type Known, selfTest, type Tested } from './self-test.ts';

const dom: Known = { grade: 2, how: 'dom', seen: '2026-08' };
const all = (known: Known) => Object.fromEntries(SENSES.map((sense) => [sense, known])) as Record<Sense, Known>;
const post = told.POST;
const posted = (outcome: 'echoed' | 'refused' | 'unsure'): Entry[] => [
  { kind: 'post-ordered', post, says: 'notice', ask: told.ASK, people: [told.ANA] },
  { kind: 'post-seen', post, outcome },
];
const page = (...entries: readonly Entry[]): Tested => ({
  software: 'ask-to-record 0.1.0',
  platform: 'meet',
  place: 'call',
  mute: 'live',
  readable: true,
  known: all(dom),
  state: told.stateOf(...told.AGREED, ...entries),
});
const now = (tested: Tested) =>
  Object.fromEntries(selfTest(tested, new Set()).senses.map((one) => [one.sense, one.now]));

describe('what works on a page', () => {
  test('is read off what was read', () => {
    expect(now(page(...posted('echoed')))).toEqual({
      call: 'works',
      people: 'works',
      count: 'works',
      'chat-read': 'works',
      'chat-write': 'works',
      mute: 'works',
    });
    expect(now({ ...page(told.read(2, { completeness: 'partial', counter: null })), mute: 'unknown' })).toEqual({
      call: 'works',
      people: 'fails',
      count: 'fails',
      'chat-read': 'works',
      'chat-write': 'unknown',
      mute: 'unknown',
    });
    expect(now(page({ kind: 'watch-lost' }))).toMatchObject({
      people: 'unknown',
      count: 'unknown',
      'chat-read': 'fails',
    });
    expect(now({ ...page(), readable: false })['chat-read']).toBe('fails');
    expect(now({ ...page(), readable: null })['chat-read'], 'it has said nothing yet').toBe('unknown');
    expect(now(page(...posted('refused')))['chat-write']).toBe('fails');
    expect(now(page(...posted('unsure')))['chat-write']).toBe('unknown');
    // What is still under way says nothing yet.
    const next: Entry = { kind: 'post-ordered', post: 'mNext' as PostId, says: 'recording', ask: told.ASK, people: [] };
    const both = page(...posted('echoed'), next);
    expect(now(both)['chat-write']).toBe('works');
    expect(selfTest(both, new Set()).report).toContain('messages: notice echoed, recording under way');
  });

  test('is no loss where the list was closed after it was read, as long as the count is the same', () => {
    const worked = new Set<Sense>();
    selfTest(page(told.read(2)), worked);
    expect(selfTest(page(told.read(2, { completeness: 'partial' })), worked).lost).toEqual([]);
    expect(selfTest(page(told.read(2, { completeness: 'partial', counter: 3 })), worked).lost).toEqual(['people']);
  });

  test('is unknown before the call, but for the call', () => {
    for (const before of [{ state: null }, { state: told.stateOf({ kind: 'meeting-left', how: 'left' }) }])
      expect(now({ ...page(), ...before, place: 'lobby' })).toMatchObject({
        call: 'fails',
        people: 'unknown',
        count: 'unknown',
        'chat-read': 'unknown',
        'chat-write': 'unknown',
      });
  });

  test('is the host’s word, or nothing, where no page shows it', () => {
    const written = told.read(2, { counter: null, source: 'host' });
    const known = {
      ...all({ grade: null, how: null, seen: null }),
      call: dom,
      people: { ...dom, how: 'host' as const },
    };
    expect(now({ ...page(written), known })).toEqual({
      call: 'works',
      people: 'by-host',
      count: 'fails',
      'chat-read': 'fails',
      'chat-write': 'fails',
      mute: 'fails',
    });
  });
});

test('what worked in this meeting and does not now is told, until it works again', () => {
  const worked = new Set<Sense>();
  expect(selfTest(page(), worked).lost).toEqual([]);
  const broken = page(told.read(0, { completeness: 'unknown', counter: null }), { kind: 'watch-lost' });
  expect(selfTest(broken, worked).lost).toEqual(['chat-read']);
  expect(selfTest(page(told.read(0, { completeness: 'unknown', counter: null })), worked).lost).toEqual([
    'people',
    'count',
  ]);
  expect(selfTest(page(), worked).lost).toEqual([]);
  expect(
    selfTest({ ...page({ kind: 'meeting-left', how: 'left' }), place: 'left' }, worked).lost,
    'who leaves',
  ).toEqual([]);
  expect(selfTest(broken, new Set()).lost, 'what never worked is not missed').toEqual([]);
});

test('the report has counts and codes, and nobody in it', () => {
  const { report } = selfTest(page(...posted('refused'), told.read(3, { counter: 4 })), new Set<Sense>(['chat-write']));
  expect(report.split('\n')).toEqual([
    'ask-to-record 0.1.0, self-test',
    'platform meet, call',
    'call: yes (dom, grade 2, seen 2026-08)',
    'people: yes (dom, grade 2, seen 2026-08)',
    'count: yes (dom, grade 2, seen 2026-08)',
    'chat-read: yes (dom, grade 2, seen 2026-08)',
    'chat-write: NO (dom, grade 2, seen 2026-08)',
    'mute: yes (dom, grade 2, seen 2026-08)',
    'worked before: chat-write',
    'list: dom, complete, 3 rows, counter 4, confirmed no',
    'messages: notice refused',
    'watched: yes',
  ]);
  const state = told.stateOf(...told.AGREED);
  for (const key of state.people.keys()) expect(report).not.toContain(key);
});

test('the report says what was lost, what is under way, and what nobody knows', () => {
  const report = (tested: Tested, worked: Sense[] = []) => selfTest(tested, new Set(worked)).report.split('\n');
  const [ordered] = posted('echoed') as [Entry];
  const unread = page({ kind: 'watch-lost' }, ordered);
  expect(report({ ...unread, readable: false }, ['chat-read']).slice(-4)).toEqual([
    'worked before: chat-read',
    'list: not read',
    'messages: notice under way',
    'watched: no',
  ]);
  expect(report({ ...page(), state: null }).slice(-1)).toEqual(['mute: yes (dom, grade 2, seen 2026-08)']);
  const host = { ...all({ grade: null, how: 'host', seen: null }), mute: { grade: null, how: null, seen: null } };
  const told2 = report({ ...page(told.read(2, { counter: null }), told.confirmed(2, null)), known: host });
  expect(told2).toContain('people: by the host (host, grade -, seen -)');
  expect(told2).toContain('mute: NO');
  expect(told2.slice(-3)).toEqual([
    'list: dom, complete, 2 rows, counter -, confirmed yes',
    'messages: none',
    'watched: yes',
  ]);
  const two = { ...page(told.read(0, { completeness: 'unknown', counter: null })), readable: false };
  expect(report(two, ['people', 'chat-read'])).toContain('worked before: people, chat-read');
});
