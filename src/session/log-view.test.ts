import { expect, it } from 'vitest';
import {
  ANA,
  ASK,
  answered,
  asked,
  EPOCH,
  gateOpened,
  HOST,
  item,
  joined,
  LOG,
  NINE,
  opened,
} from '../log/testdata/meeting.ts';
import type { Entry, EntryKind, Logged } from '../model/entry.ts';
import type { PostId } from '../model/id.ts';
import { type LineFilter, type LineGroup, matching, NO_FILTER } from '../model/log-line.ts';
import { answerKeysIn, headOf, linesOf, namesIn } from './log-view.ts';

const items = [
  opened,
  joined(HOST, 'Hector', NINE + 1000, true),
  joined(ANA, 'Ana', NINE + 2000),
  asked,
  answered('consented', 'Yes, I agree', NINE + 8000),
  gateOpened(),
  answered('withdrawn', 'stop, please', NINE + 60_000),
  item({ kind: 'gate-closed', epoch: EPOCH, reasons: ['withdrawn'] }, NINE + 60_000),
  item({ kind: 'exported', format: 'json' }, NINE + 90_000),
];
const entries = items.map(({ draft, at }, index): Logged => ({ index, at, seen: '', entry: draft.entry }));
const texts = new Map(items.map(({ draft }, index) => [index, draft.disclosures]));
const lines = linesOf(LOG, entries, texts);
const found = (filter: Partial<LineFilter>) => matching(lines, { ...NO_FILTER, ...filter }).map(({ index }) => index);

it('leads from an answer to what rests on it, and back', () => {
  expect(lines[4]).toMatchObject({ answer: 'consented', grade: 'chat', rests: [5], people: [ANA] });
  expect(lines[5]).toMatchObject({ group: 'recording', rests: [4] });
  expect(lines[6]).toMatchObject({ answer: 'withdrawn', rests: [] });
  expect(lines[4]?.text).toContain('Ana agreed');
});

it('finds by words, names, ids and kinds, all of them together', () => {
  expect(found({ words: 'STOP please' })).toEqual([6]);
  expect(found({ words: 'ana' })).toEqual(expect.arrayContaining([2, 4, 5, 6]));
  expect(found({ words: ASK })).toEqual([3, 4, 5, 6]);
  expect(found({ words: 'gate-closed' })).toEqual([7]);
  expect(found({ words: 'nothing of the kind' })).toEqual([]);
});

it('filters by person, kind, purpose, answer and period, both ends included', () => {
  expect(found({ person: ANA })).toEqual([2, 4, 5, 6]);
  expect(found({ group: 'left' })).toEqual([8]);
  expect(found({ purpose: 'training' })).toEqual([3, 4]);
  expect(found({ answer: 'withdrawn' })).toEqual([6]);
  expect(found({ from: NINE + 60_000 })).toEqual([6, 7, 8]);
  expect(found({ to: NINE + 1000 })).toEqual([0, 1]);
  expect(found({ from: NINE + 8000, to: NINE + 9000, person: HOST })).toEqual([5]);
  expect(found({})).toHaveLength(items.length);
});

it('without the names tells the same story of people who are called erased', () => {
  const bare = linesOf(LOG, entries, new Map());
  expect(bare[4]?.text).toContain('name erased');
  expect(bare[4]).toMatchObject({ rests: [5], people: [ANA] });
  expect(namesIn(entries, texts)).toEqual(
    new Map([
      [HOST, 'Hector'],
      [ANA, 'Ana'],
    ]),
  );
  expect([...namesIn(entries, new Map()).values()]).toEqual(['', '']);
});

it('knows the keys that answers were signed with', () => {
  const [signed] = items.slice(4, 5).map(({ draft }) => draft.entry);
  if (signed?.kind !== 'answered') throw new Error('no answer');
  const again = [1, 2].map(
    (index): Logged => ({
      index,
      at: NINE,
      seen: '',
      entry: { ...signed, signed: { key: 'k', sig: 's', counter: 1 } },
    }),
  );
  expect(answerKeysIn([...entries, ...again])).toEqual(new Map([[ANA, new Set(['k'])]]));
});

it('says of a log where it stands', () => {
  const row = {
    log: LOG,
    platform: 'sandbox',
    meeting: 'hash',
    openedAt: 1,
    lastAt: 2,
    size: 3,
    head: 'h',
    seenKey: 's',
  };
  expect(headOf(row, 'room', null, true)).toEqual({
    log: LOG,
    platform: 'sandbox',
    meeting: 'room',
    openedAt: 1,
    lastAt: 2,
    size: 3,
    checked: null,
    damaged: true,
  });
});

it.each<[LineGroup, readonly EntryKind[]]>([
  ['answers', ['answered', 'guardian-answered', 'seen', 'doubted', 'settled']],
  ['asked', ['asked', 'other-asked', 'other-ended']],
  [
    'recording',
    [
      'gate-opened',
      'gate-closed',
      'segment-started',
      'segment-sealed',
      'capture-armed',
      'capture-disarmed',
      'capture-failed',
      'paused',
      'resumed',
      'stopped',
      'went-on-without',
      'announced',
      'announcement-missed',
    ],
  ],
  [
    'people',
    [
      'participant-joined',
      'participant-left',
      'participant-renamed',
      'participant-matched',
      'people-counted',
      'roster-read',
      'roster-confirmed',
      'person-described',
      'name-corrected',
    ],
  ],
  ['rules', ['place-stated', 'meeting-described', 'requirement-set']],
  ['chat', ['post-ordered', 'post-seen', 'details-wanted']],
  [
    'left',
    [
      'accessed',
      'cut',
      'copy-made',
      'copy-deleted',
      'reviewed',
      'exported',
      'deleted',
      'retention-shortened',
      'hold-set',
      'hold-lifted',
      'request-received',
      'request-answered',
      'request-refused',
      'request-extended',
      'recipient-told',
    ],
  ],
  ['meeting', ['meeting-opened', 'meeting-left', 'meeting-returned', 'watch-lost', 'watch-regained']],
])('whoever looks for %s finds each of its kinds', (group, kinds) => {
  for (const kind of kinds) {
    // With what any sentence may ask for: only where it is looked for is of interest here.
    const members = {
      reasons: [],
      roster: [],
      answers: [],
      people: [],
      purposes: [],
      places: [],
      pieces: [],
      until: '',
    };
    const entry = { kind, says: 'recording', outcome: 'echoed', ...members } as unknown as Entry;
    expect(linesOf(LOG, [{ index: 0, at: NINE, seen: '', entry }], new Map())[0]?.group, kind).toBe(group);
  }
});

it('a line is about whoever is in it: of one person on two devices both, of a post all whom it is for', () => {
  const more: Entry[] = [
    { kind: 'participant-matched', participant: ANA, as: HOST, by: 'host' },
    { kind: 'post-ordered', post: 'mAAAAAAAAAAAA' as PostId, says: 'notice', ask: ASK, people: [ANA, HOST] },
    { kind: 'other-asked', ask: ASK, participant: null },
    { kind: 'paused' },
  ];
  const logged = more.map((entry, i): Logged => ({ index: items.length + i, at: NINE, seen: '', entry }));
  const all = linesOf(LOG, [...entries, ...logged], texts);
  expect(all.slice(-4).map(({ people }) => people)).toEqual([[ANA, HOST], [ANA, HOST], [], []]);
  expect(all.slice(-4).map(({ rests }) => rests)).toEqual([[], [], [], []]);
});

it('a line is for the purpose that something was opened or reviewed for', () => {
  const more: Entry[] = [
    { kind: 'accessed', epochs: [EPOCH], purpose: 'disputes', how: 'played' },
    { kind: 'reviewed', epoch: EPOCH, purpose: 'quality', what: 'note', did: 'added' },
    { kind: 'paused' },
  ];
  const logged = more.map((entry, index): Logged => ({ index, at: NINE, seen: '', entry }));
  expect(linesOf(LOG, logged, new Map()).map(({ purposes }) => purposes)).toEqual([['disputes'], ['quality'], []]);
});

it('is found by each id and hash in it, whole, and by nothing else of its fields', () => {
  const hash = `${'Ab9_-'.repeat(8)}xyz`;
  const entry: Entry = { kind: 'exported', format: 'zip', file: hash, participant: ANA };
  const [line] = linesOf(LOG, [{ index: 0, at: NINE, seen: '', entry }], new Map());
  expect(line?.also).toBe(`${hash} ${ANA} `);
  const [bare] = linesOf(LOG, [{ index: 0, at: NINE, seen: '', entry: { kind: 'paused' } }], new Map());
  expect(bare?.also).toBe('');
  expect(bare).toMatchObject({ answer: null, grade: null });
});
