import { PURPOSES, type Purpose } from '../../../src/model/ask.ts';
import type { BackupView } from '../../../src/model/backup.ts';
import { type Cutting, type Marks, UNMARKED } from '../../../src/model/cutting.ts';
import { FAILURES, type FailureCode } from '../../../src/model/failure.ts';
import type { AskId, EpochId, LogId, ParticipantKey } from '../../../src/model/id.ts';
import type { KeepingView } from '../../../src/model/keeping.ts';
import { type PlayerView, STILL } from '../../../src/model/player.ts';
import type {
  MeetingRecord,
  MeetingSummary,
  PurposeLeave,
  RecordedEpoch,
  RecordedPerson,
  SetApart,
} from '../../../src/model/record.ts';
import type { VaultDoing, VaultView } from '../../../src/model/vault.ts';
import { Nav } from '../../../src/ui/nav/nav.tsx';
import { Cut, CutWord } from '../../../src/ui/player/cut.tsx';
import { Failed } from '../../../src/ui/records/failed.tsx';
import type { Giving, Listing, Playback, Reading, Saving } from '../../../src/ui/records/jobs.ts';
import { Records, type RecordsIntents } from '../../../src/ui/records/records.tsx';
import { stretchesOf } from '../../../src/ui/records/stretches.ts';
import type { RequestsShown } from '../../../src/ui/requests/intents.ts';
import type { GalleryState } from '../state.ts';
import { backedUp, backupAway, noBackup } from './backup.tsx';
import { LONG_NAME } from './banner.ts';
import { listedRequests, noRequests } from './requests.ts';
import { noReview } from './reviewing.tsx';
import { locked, lockedWithPasskeys, opened, unprotected } from './vault.tsx';

const nothing = () => undefined;
const intents: RecordsIntents = {
  player: {
    attach: nothing,
    toggle: nothing,
    seek: nothing,
    setSpeed: nothing,
    setVolume: nothing,
    setMuted: nothing,
    hear: nothing,
    skipPauses: nothing,
    playWithout: nothing,
  },
  cut: { plan: nothing, cut: nothing, back: nothing },
  choose: nothing,
  play: nothing,
  save: nothing,
  giveReceipt: nothing,
  closePlayer: nothing,
  cancel: nothing,
  lock: nothing,
  unlockByPassphrase: nothing,
  unlockByPasskey: nothing,
  deleteRecording: nothing,
  keepShorter: nothing,
  setHold: nothing,
  liftHold: nothing,
  findNamesakes: nothing,
  confirmDate: nothing,
};
export const NOW = Date.UTC(2026, 10, 10, 9);
const DAY_MS = 86_400_000;
export const unheld: KeepingView = {
  now: NOW,
  holds: [],
  doubt: null,
  doing: { is: 'idle' },
  namesakes: { state: 'none' },
};

const TEN = Date.UTC(2026, 10, 2, 10, 0, 0);
const minutes = (n: number) => TEN + n * 60_000;

const summary = (change: Partial<MeetingSummary>): MeetingSummary => ({
  log: 'lAAAAAAAAAAAA' as LogId,
  platform: 'sandbox',
  meeting: 'blue-river-42',
  openedAt: TEN,
  lastAt: minutes(48),
  people: 4,
  recordedMs: 31 * 60_000,
  recordedBytes: 371_000_000,
  segments: 3,
  entries: 42,
  live: null,
  keeping: { media: minutes(48) + 30 * DAY_MS, names: minutes(48) + 1095 * DAY_MS },
  toTell: [],
  ...change,
});

export const meetings: readonly MeetingSummary[] = [
  summary({}),
  summary({
    log: 'lBBBBBBBBBBBB' as LogId,
    meeting: 'quiet-hill-7',
    openedAt: minutes(60),
    lastAt: minutes(70),
    live: 'recording',
    people: 2,
    recordedMs: 480_000,
  }),
  summary({
    log: 'lCCCCCCCCCCCC' as LogId,
    meeting: '',
    openedAt: minutes(-3000),
    recordedMs: 0,
    recordedBytes: 0,
    segments: 0,
    keeping: { media: null, names: minutes(-3000) + 365 * DAY_MS },
  }),
  summary({
    log: 'lDDDDDDDDDDDD' as LogId,
    meeting: 'a-very-long-meeting-name-that-somebody-chose-for-the-quarterly-review',
    openedAt: minutes(-6000),
  }),
];

const epoch = (from: number, to: number | null, change: Partial<RecordedEpoch> = {}): RecordedEpoch => ({
  epoch: `e${from}` as EpochId,
  openedAt: minutes(from),
  closedAt: to === null ? null : minutes(to),
  reasons: [],
  media: 'sound+picture',
  chunks: 100,
  bytes: 100_000_000,
  ms: ((to ?? 48) - from) * 60_000,
  dropped: 0,
  cause: to === null ? null : 'ordered',
  roster: [],
  ...change,
});

const person = (name: string, change: Partial<RecordedPerson> = {}): RecordedPerson => ({
  participant: `p${name}` as ParticipantKey,
  name,
  self: false,
  joinedAt: TEN,
  leftAt: null,
  state: 'given',
  answers: [],
  receipt: change.answers ? 'first' : null,
  ...change,
});

const answer = (
  at: number,
  index: number,
  change: Partial<RecordedPerson['answers'][number]> = {},
): RecordedPerson['answers'][number] => ({
  ask: 'aAAAAAAAAAAAA' as AskId,
  participant: 'pBob' as ParticipantKey,
  person: 1,
  answer: 'consented',
  purposes: ['quality', 'research'],
  media: 'sound+picture',
  grade: 'signed',
  channel: 'banner',
  at: minutes(at),
  words: 'I agree to be recorded.',
  index,
  ...change,
});

const leaves = (...leaves: readonly [Purpose, readonly string[]][]): readonly PurposeLeave[] =>
  PURPOSES.map((purpose) => {
    const people = leaves.find(([one]) => one === purpose)?.[1];
    if (!people) return { purpose, refused: 'not-asked', people: [] };
    return { purpose, refused: people.length > 0 ? 'not-agreed' : null, people: people as readonly ParticipantKey[] };
  });

export const record: MeetingRecord = {
  ...summary({}),
  kept: [4, 22, 24].map((from, n) => ({
    epoch: `e${from}` as EpochId,
    endedAt: minutes([20, 22.3, 36][n] ?? 0),
    until: minutes([20, 22.3, 36][n] ?? 0) + 30 * DAY_MS,
    shortened: false,
    lengthened: false,
  })),
  binding: { keepDays: 30, proofDays: 1095 },
  purposes: leaves(['quality', []], ['research', ['pBob']]),
  asks: [
    {
      purposes: [
        { purpose: 'quality', required: true },
        { purpose: 'research', required: false },
      ],
      media: 'sound+picture',
      keepDays: 30,
      proofDays: 1095,
      at: minutes(2),
      notice:
        'Ana asks: may we record this conversation?\nFor checking and improving quality; if you choose, for research.',
    },
  ],
  participants: [
    person('Ana', { self: true, answers: [answer(2, 5, { channel: 'panel', words: '' })] }),
    person('Bob', {
      answers: [answer(3, 9, { grade: 'chat', channel: 'chat', words: 'I agree', purposes: ['quality'] })],
    }),
    person(LONG_NAME, {
      receipt: 'addendum',
      state: 'withdrawn',
      leftAt: minutes(40),
      answers: [
        answer(3, 11),
        answer(36, 31, {
          answer: 'withdrawn',
          purposes: [],
          words: 'please stop recording',
          grade: 'chat',
          channel: 'chat',
        }),
      ],
    }),
    person('', {
      participant: 'pX' as ParticipantKey,
      joinedAt: minutes(20),
      receipt: 'again',
      answers: [answer(22, 20, { grade: 'attested', channel: 'aloud', words: '' })],
    }),
    person('Farid', { joinedAt: minutes(45), state: 'requested' }),
  ],
  epochs: [
    epoch(4, 20, { reasons: ['waiting', 'new-epoch'], dropped: 2 }),
    epoch(22, 22.3, { reasons: ['watch-lost'], cause: 'lease-lapsed' }),
    epoch(24, 36, { reasons: ['withdrawn'], dropped: 2 }),
  ],
  story: [
    ['meeting-opened', 0, 'The meeting was opened on sandbox.'],
    ['participant-joined', 0, 'Bob came in.'],
    ['asked', 2, 'Ana asked everyone: sound and picture, for quality, kept 30 days.'],
    ['answered', 3, `${LONG_NAME} agreed, pressed in the notice, signed.`],
    ['gate-opened', 4, 'Recording was allowed: 3 of 3 had agreed.'],
    ['accessed', 50, 'Opened to be played, for quality.'],
    ['exported', 55, 'Exported as webm.'],
    ['segment-sealed', 20, 'Recording stopped because someone came in; the last 2 seconds were thrown away.'],
  ].map(([kind, at, text], index) => ({ index, at: minutes(Number(at)), kind: String(kind), text: String(text) })),
};

const PAUSES = Array.from({ length: 24 }, (_, n) => ({ from: n * 60_000, to: n * 60_000 + 900 * (n % 7) + 800 }));

interface More {
  readonly record?: MeetingRecord | null;
  readonly playback?: Playback;
  readonly player?: Partial<PlayerView>;
  readonly cutting?: Cutting;
  readonly saving?: Saving;
  readonly giving?: Giving;
  readonly reading?: Reading;
  readonly listing?: Partial<Listing>;
  readonly chosen?: LogId;
  readonly failure?: FailureCode;
  readonly widths?: readonly number[];
  readonly meetings?: readonly MeetingSummary[] | null;
  readonly apart?: readonly SetApart[];
  readonly direction?: 'rtl';
  readonly vault?: VaultView;
  readonly unlocking?: VaultDoing;
  readonly backup?: BackupView | null;
  readonly keeping?: KeepingView;
  readonly press?: readonly string[];
  readonly requests?: Partial<RequestsShown>;
}

export const state = (name: string, more: More = {}): GalleryState => ({
  name: `records-${name}`,
  screen: 'page',
  style: 'records',
  open: false,
  direction: more.direction ?? 'ltr',
  widths: more.widths ?? [1100],
  height: 800,
  ...(more.press && { press: more.press }),
  draw: () => (
    <Records
      meetings={more.meetings === undefined ? meetings : more.meetings}
      apart={more.apart ?? []}
      chosen={more.chosen ?? more.record?.log ?? null}
      record={more.record ?? null}
      playback={more.playback ?? { state: 'none' }}
      player={{ value: { ...STILL, total: 28.3 * 60_000, waiting: false, ...more.player } }}
      cutting={more.cutting ?? { state: 'none' }}
      saving={more.saving ?? { state: 'none' }}
      giving={more.giving ?? { participant: null, saving: { state: 'none' } }}
      reading={more.reading ?? { state: 'none' }}
      listing={{ done: 4, total: 4, ...more.listing }}
      failure={more.failure ?? null}
      vault={more.vault ?? unprotected}
      unlocking={more.unlocking ?? { is: 'idle' }}
      backup={more.backup === undefined ? backedUp : more.backup}
      keeping={more.keeping ?? unheld}
      review={noReview}
      requests={{ ...noRequests, ...more.requests }}
      intents={intents}
    />
  ),
});

const live: MeetingRecord = {
  ...record,
  live: 'recording',
  meeting: 'quiet-hill-7',
  log: 'lBBBBBBBBBBBB' as LogId,
  epochs: [epoch(4, 20, { reasons: ['paused'] }), epoch(24, null)],
};
const crowd: MeetingRecord = {
  ...record,
  people: 300,
  entries: 2000,
  participants: Array.from({ length: 300 }, (_, n) =>
    person(`Guest ${n + 1}`, { joinedAt: minutes(n / 30), answers: [answer(3, n)] }),
  ),
  epochs: Array.from({ length: 120 }, (_, n) => epoch(n * 0.4, n * 0.4 + 0.2, { reasons: ['waiting', 'new-epoch'] })),
  story: Array.from({ length: 2000 }, (_, index) => ({
    index,
    at: minutes(index / 50),
    kind: 'participant-joined',
    text: `Guest ${index} joined.`,
  })),
};
const apart: readonly SetApart[] = [
  { log: 'lCCCCCCCCCCCC' as LogId, openedAt: TEN, why: 'damaged' },
  { log: 'lAAAAAAAAAAAA' as LogId, openedAt: minutes(-3000), why: 'no-consent' },
];
const many = Array.from({ length: 200 }, (_, n) =>
  summary({ log: `l${String(n).padStart(12, '0')}` as LogId, meeting: `room-${n}`, openedAt: minutes(-60 * n) }),
);
const everyFailure: GalleryState = {
  name: 'records-every-failure',
  screen: 'page',
  style: 'records',
  open: false,
  direction: 'ltr',
  widths: [400],
  height: 800,
  draw: () => (
    <main class="records">
      <h1>Every failure</h1>
      {FAILURES.map((code) => (
        <Failed key={code} code={code} />
      ))}
    </main>
  ),
};
const unrecorded: MeetingRecord = {
  ...record,
  ...summary({
    recordedMs: 0,
    recordedBytes: 0,
    segments: 0,
    keeping: { media: null, names: minutes(48) + 1095 * DAY_MS },
  }),
  kept: [],
  epochs: [],
};

const withNav = (drawn: GalleryState): GalleryState =>
  drawn.screen !== 'page'
    ? drawn
    : {
        ...drawn,
        name: 'records-nav',
        draw: () => (
          <>
            <Nav here="records" />
            {drawn.draw()}
          </>
        ),
      };

const HALF: MeetingRecord = {
  ...record,
  epochs: [
    epoch(4, 20, {
      ms: 14 * 60_000,
      pieces: [
        { from: 0, ms: 480_000 },
        { from: 600_000, ms: 360_000 },
      ],
    }),
    epoch(24, 36, { reasons: ['withdrawn'] }),
  ],
};
const MARKS: Marks = { from: 190_000, to: 220_000 };
const cutState = (name: string, cutting: Cutting, marks: Marks = MARKS): GalleryState => ({
  name: `records-cut-${name}`,
  screen: 'page',
  style: 'records',
  open: false,
  direction: 'ltr',
  widths: [400, 1100],
  height: 500,
  draw: () => (
    <main class="records">
      <h1>Cut</h1>
      <fieldset class="player" aria-label="Player">
        <h2>Meeting</h2>
        <h3>Recording</h3>
        <Cut
          stretches={stretchesOf(record)}
          at={200_000}
          marks={marks}
          mark={nothing}
          without={true}
          playWithout={nothing}
          cutting={cutting}
          intents={intents.cut}
        />
      </fieldset>
      <CutWord cutting={cutting} />
    </main>
  ),
});

export const recordsStates: readonly GalleryState[] = [
  cutState('unmarked', { state: 'none' }, UNMARKED),
  cutState('backwards', { state: 'none' }, { from: 9000, to: 3000 }),
  cutState('marked', { state: 'none' }),
  cutState('looking', { state: 'looking' }),
  cutState('asking', {
    state: 'asking',
    marked: { from: 190_000, to: 220_000 },
    gone: { from: 190_000, to: 223_400 },
    ms: 33_400,
  }),
  cutState('cutting', { state: 'cutting', share: 0.4 }),
  cutState('done', { state: 'done', ms: 33_400 }, UNMARKED),
  cutState('cancelled', { state: 'cancelled' }),
  cutState('held', { state: 'failed', code: 'held' }),
  cutState('full', { state: 'failed', code: 'disk-full' }),
  state('cut-before', { record: HALF, widths: [400, 1100] }),
  state('requests', { requests: { all: listedRequests }, widths: [1100, 380] }),
  state('requests-to-tell', {
    meetings: meetings.map((one, n) => ({
      ...one,
      toTell: n < 2 ? [{ participant: 'pAAAAAAAAAAAA' as ParticipantKey, files: n + 1 }] : [],
    })),
    requests: { all: listedRequests.slice(0, 1) },
    widths: [1100, 380],
  }),
  state('requests-only-to-tell', {
    meetings: meetings.map((one, n) => ({
      ...one,
      toTell: n === 0 ? [{ participant: 'pAAAAAAAAAAAA' as ParticipantKey, files: 1 }] : [],
    })),
    requests: { all: listedRequests.slice(3) },
    widths: [380],
  }),
  state('requests-taken', { requests: { all: listedRequests.slice(0, 1), taking: { state: 'taken' } } }),
  state('requests-forged', { requests: { taking: { state: 'failed', code: 'request-forged' } } }),
  state('requests-looking', { requests: { taking: { state: 'looking', done: 12, total: 40 } } }),
  withNav(state('list', { widths: [320, 1100] })),
  state('loading', { meetings: null }),
  state('empty', { meetings: [], widths: [400, 1100] }),
  state('list', { widths: [400, 1100] }),
  state('failed', { meetings: null, failure: 'storage-failed' }),
  state('listing', { meetings: meetings.slice(0, 2), listing: { done: 2, total: 40 }, widths: [400, 1100] }),
  state('apart', { apart, widths: [400, 1100] }),
  state('only-apart', { meetings: [], apart: apart.slice(0, 1) }),
  state('reading', {
    chosen: record.log,
    reading: { state: 'running', done: 41_500, total: 100_000 },
    widths: [400, 1100],
  }),
  state('log-damaged', { chosen: record.log, reading: { state: 'failed', code: 'damaged' }, widths: [400, 1100] }),
  state('read-failed', { chosen: record.log, reading: { state: 'failed', code: 'storage-failed' } }),
  state('one', { record, widths: [400, 1100, 1600] }),
  state('opening', { record, playback: { state: 'opening' }, widths: [400, 1100] }),
  state('playing', {
    record,
    playback: { state: 'ready' },
    player: { at: 250_000, playing: true, picture: true },
    widths: [400, 1100],
  }),
  state('playing-sound', {
    record,
    playback: { state: 'ready' },
    player: { at: 1_200_000, speed: 1.5, side: 'others', skipping: true, pauses: PAUSES },
    widths: [400, 1100],
  }),
  state('playing-gap', {
    record,
    playback: { state: 'ready' },
    player: { at: 961_000, playing: true, waiting: true, muted: true },
    widths: [400, 1100],
  }),
  state('play-failed', { record, playback: { state: 'failed', code: 'key-missing' } }),
  state('play-quarantined', { record, playback: { state: 'failed', code: 'quarantined' } }),
  state('play-damaged', { record, playback: { state: 'failed', code: 'damaged' } }),
  state('saving', { record, saving: { state: 'running', share: 0.42 }, widths: [400, 1100] }),
  state('receipt-made', {
    record,
    widths: [1100, 420],
    giving: { participant: 'pBob' as ParticipantKey, saving: { state: 'done', name: 'Ask to Record.receipt.json' } },
  }),
  state('receipt-running', {
    record,
    giving: { participant: 'pBob' as ParticipantKey, saving: { state: 'running', share: 0.4 } },
  }),
  state('receipt-failed', {
    record,
    giving: { participant: 'pBob' as ParticipantKey, saving: { state: 'failed', code: 'damaged' } },
  }),
  state('saved', { record, saving: { state: 'done', name: 'blue-river-42.webm' } }),
  state('save-cancelled', { record, saving: { state: 'cancelled' } }),
  state('crowd', { record: crowd, meetings: many, widths: [400, 1100] }),
  state('locked', { record, vault: locked, widths: [400, 1100] }),
  state('locked-wrong', {
    record,
    vault: lockedWithPasskeys,
    unlocking: { is: 'failed', code: 'wrong-passphrase' },
    widths: [400, 1100],
  }),
  state('unlocked', { record, vault: opened, widths: [400, 1100] }),
  state('purposes', {
    record: { ...record, purposes: leaves(['quality', []], ['training', []], ['research', ['pBob', 'pX']]) },
    widths: [400, 1100],
  }),
  state('purpose-none', { record: { ...record, purposes: leaves(['quality', ['p1', 'p2', 'p3', 'p4', 'p5']]) } }),
  everyFailure,
  state('save-failed', { record, saving: { state: 'failed', code: 'disk-full' } }),
  state('live', { record: live }),
  state('finishing', { record: { ...record, live: 'finishing' }, widths: [400, 1100] }),
  state('finishing-first', { record: { ...unrecorded, live: 'finishing' } }),
  state('unrecorded', { record: unrecorded }),
  state('not-backed-up', { backup: noBackup, widths: [400, 1100] }),
  state('backup-pending', { backup: backupAway, widths: [400, 1100] }),
  state('rtl', { record, direction: 'rtl' }),
];
