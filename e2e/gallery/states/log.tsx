import type { LogId, ParticipantKey } from '../../../src/model/id.ts';
import type { Damage } from '../../../src/model/log-check.ts';
import type { LineProof, LogHead, LogLine, LogStory } from '../../../src/model/log-line.ts';
import type { Checking, LogIntents, Proving, Scope } from '../../../src/ui/log/intents.ts';
import { LogPage, type LogPageProps } from '../../../src/ui/log/log-page.tsx';
import { Nav } from '../../../src/ui/nav/nav.tsx';
import type { GalleryState } from '../state.ts';

const nothing = () => undefined;
const intents: LogIntents = {
  choose: nothing,
  prove: nothing,
  closeProof: nothing,
  saveProof: nothing,
  saveDeviceLog: nothing,
  check: nothing,
  cancel: nothing,
};

const TEN = Date.UTC(2026, 10, 2, 10, 0, 0);
const minutes = (n: number) => TEN + n * 60_000;
const [A, B] = ['lAAAAAAAAAAAA', 'lBBBBBBBBBBBB'] as [LogId, LogId];
const ANA = 'pAna' as ParticipantKey;
const BOB = 'pBob' as ParticipantKey;

const head = (change: Partial<LogHead> = {}): LogHead => ({
  log: A,
  platform: 'sandbox',
  meeting: 'blue-river-42',
  openedAt: TEN,
  lastAt: minutes(48),
  size: 14,
  damaged: false,
  checked: { at: minutes(60), size: 14, damage: [] },
  ...change,
});

const line = (index: number, at: number, change: Partial<LogLine>): LogLine => ({
  log: A,
  index,
  at: minutes(at),
  kind: 'meeting-opened',
  group: 'meeting',
  text: 'The log of this meeting was opened (sandbox, ask-to-record 1.0.0, rules floor).',
  people: [],
  purposes: [],
  answer: null,
  grade: null,
  rests: [],
  also: '',
  ...change,
});

const lines: readonly LogLine[] = [
  line(0, 0, {}),
  line(1, 0, { kind: 'participant-joined', group: 'people', text: 'The host is one of the people in this meeting.' }),
  line(2, 0.2, { kind: 'participant-joined', group: 'people', text: 'Bob joined.' }),
  line(3, 1, {
    kind: 'asked',
    group: 'asked',
    text: 'Everyone was asked: sound and picture, for quality; kept 30 days.',
  }),
  line(4, 2, {
    kind: 'answered',
    group: 'answers',
    answer: 'consented',
    grade: 'signed',
    rests: [6],
    text: 'Ana agreed (signed).',
  }),
  line(5, 3, {
    kind: 'answered',
    group: 'answers',
    answer: 'consented',
    grade: 'chat',
    rests: [6],
    text: 'Bob agreed (in the chat): “I agree to be recorded”.',
  }),
  line(6, 3, {
    kind: 'gate-opened',
    group: 'recording',
    rests: [4, 5],
    text: 'Everyone (2) had agreed: the gate opened.',
  }),
  line(7, 36, {
    kind: 'answered',
    group: 'answers',
    answer: 'withdrawn',
    grade: 'chat',
    text: 'Bob took their yes back (in the chat): “please stop recording, I have changed my mind about all of this”.',
  }),
  line(8, 36, { kind: 'gate-closed', group: 'recording', text: 'The gate closed: somebody took their yes back.' }),
  line(9, 37, {
    kind: 'answered',
    group: 'answers',
    answer: 'consented',
    grade: 'attested',
    text: 'Someone (name erased or unknown) agreed (by the host’s word).',
  }),
  line(10, 1500, { kind: 'exported', group: 'left', text: 'Exported as json; with names, for: “Quality team”.' }),
  line(11, 1520, { kind: 'exported', group: 'left', text: 'A receipt was made for Bob.' }),
];

const story = (change: Partial<LogStory> = {}): LogStory => ({
  head: head(),
  people: [
    {
      participant: ANA,
      name: 'Ana',
      keys: [
        {
          key: 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqo',
          fingerprint: '12345 67890 09876 54321 00042 31337 99999 10101',
        },
      ],
    },
    { participant: BOB, name: 'Bob', keys: [] },
    { participant: 'pX' as ParticipantKey, name: '', keys: [] },
  ],
  lines,
  broken: false,
  ...change,
});

const proof: LineProof = {
  log: A,
  index: 5,
  leaf: '{"entry":{"answer":"consented","ask":"aAAAAAAAAAAAA","by":"participant","channel":"chat","grade":"chat","kind":"answered"},"index":5,"log":"lAAAAAAAAAAAA","prev":"n5Wb0Yp8kqzqJ2yTn1v0m8o2l7sQ3dX9aR4uE6tCwHk","v":1}',
  hash: 'X0vXqK3c1rjH2gq0r0Z3gqJYH2L1l7x1oVQZ2qJYH2I=',
  path: ['ax3c1rjH2gq0r0Z3gqJYH2L1l7x1oVQZ2qJYH2IX0vQ=', 'bx3c1rjH2gq0r0Z3gqJYH2L1l7x1oVQZ2qJYH2IX0vQ='],
  size: 9,
  checkpoint:
    'ask-to-record/lAAAAAAAAAAAA\n9\n47ki8j9TlQ5VjQYQxRfIA+WzLY6qB/AUyKgwjtZ5bCk=\n\n— ask-to-record/lAAAAAAAAAAAA qKy9zMpFVa9uoqfIu8pXoJ6rHP2WJtVu3qTIUNKhf0Mb+QAalRW1ggCtQzZQ3FX1BTsd0Z9nToh3MZmbgPPQdEmIvAc=\n',
  file: '',
};

const damage: readonly Damage[] = [
  { what: 'entry', log: A, index: 5 },
  { what: 'words', log: B, index: 2 },
  { what: 'device', log: null, index: 3 },
  { what: 'fork', log: B, index: null },
];

const heads = [head(), head({ log: B, meeting: '', openedAt: minutes(-3000), damaged: true })];

interface More extends Partial<LogPageProps> {
  readonly widths?: readonly number[];
  readonly direction?: 'ltr' | 'rtl';
}

const state = (name: string, { widths = [1100], direction = 'ltr', ...more }: More = {}): GalleryState => ({
  name: `log-${name}`,
  screen: 'page',
  style: 'log',
  open: false,
  direction,
  widths,
  height: 800,
  draw: () => (
    <>
      <Nav here="log" />
      <LogPage
        heads={heads}
        scope={A as Scope}
        stories={[story()]}
        reading={null}
        failure={null}
        device={{
          key: 'Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE',
          fingerprint: '10293 84756 01928 37465 11111 22222 33333 44444',
          leaves: 12,
        }}
        proving={{ state: 'none' }}
        checking={{ state: 'none' }}
        intents={intents}
        {...more}
      />
    </>
  ),
});

const checking = (next: Checking) => ({ checking: next });
const proving = (next: Proving) => ({ proving: next });
const long = Array.from({ length: 100_000 }, (_, index) =>
  line(index, index / 100, { kind: 'participant-joined', group: 'people', text: `Guest ${index} joined.` }),
);
const some = [40, 70, 99].map((index): Damage => ({ what: 'words', log: B, index }));
const known = heads.map((one) => (one.damaged ? { ...one, checked: { at: TEN, size: 14, damage: some } } : one));

export const logStates: readonly GalleryState[] = [
  state('loading', { heads: null, stories: [] }),
  state('empty', { heads: [], stories: [], widths: [360, 1100] }),
  state('failed', { heads: null, stories: [], failure: 'storage-failed' }),
  state('story', { widths: [360, 1100] }),
  state('all', { scope: 'all', widths: [360, 1100] }),
  state('reading', { reading: 0.41, stories: [], widths: [360, 1100] }),
  state('long', { stories: [story({ lines: long })] }),
  state('proof', { ...proving({ state: 'made', proof }), widths: [360, 1100] }),
  state('proof-making', proving({ state: 'making', log: A, index: 5 })),
  state('proof-failed', proving({ state: 'failed', log: A, index: 5, code: 'damaged' })),
  state('left', { first: 'left', widths: [360, 1100], scope: 'all' }),
  state('keys', { first: 'keys', widths: [360, 1100] }),
  state('no-key', { first: 'keys', device: null }),
  state('broken', { scope: B, stories: [story({ broken: true, head: heads[1] ?? head() })], widths: [360, 1100] }),
  state('never-checked', { heads: [head({ checked: null })] }),
  state('checking', { ...checking({ state: 'running', done: 41_500, total: 100_000 }), widths: [360, 1100] }),
  state('checked', checking({ state: 'done', entries: 1412, damage: [] })),
  state('damage', { ...checking({ state: 'done', entries: 1412, damage }), widths: [360, 1100] }),
  state('known-damage', { heads: known }),
  state('check-cancelled', checking({ state: 'failed', code: 'cancelled' })),
  state('check-failed', checking({ state: 'failed', code: 'storage-failed' })),
  state('rtl', { direction: 'rtl', ...proving({ state: 'made', proof }) }),
];
