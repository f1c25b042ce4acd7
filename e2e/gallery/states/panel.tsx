import { NOTICE_LANGUAGES } from '../../../src/consent/notice.ts';
import type { AskTerms } from '../../../src/model/ask.ts';
import { FAILURES, type FailureCode } from '../../../src/model/failure.ts';
import { REASONS } from '../../../src/model/gate.ts';
import type { DoubtId, LogId, ParticipantKey, PostId } from '../../../src/model/id.ts';
import {
  type DoubtView,
  type Levels,
  PAUSE_REMINDER_MS,
  type PanelView,
  type PauseView,
  type PersonView,
  TROUBLES,
} from '../../../src/model/panel.ts';
import { WARNINGS } from '../../../src/model/roster.ts';
import { PLACE_ROWS } from '../../../src/policy/place-row.ts';
import { FailureWord, Word } from '../../../src/ui/controls/word.tsx';
import { Panel, type PanelIntents } from '../../../src/ui/panel/panel.tsx';
import { t } from '../../../src/ui/words/speak.ts';
import type { GalleryState } from '../state.ts';
import { LONG_NAME } from './banner.ts';

const nothing = () => undefined;
const intents: PanelIntents = {
  ask: nothing,
  askAgain: nothing,
  attest: nothing,
  recordRefusal: nothing,
  settle: nothing,
  samePerson: nothing,
  countPeople: nothing,
  statePlace: nothing,
  forgetPlace: (_, forgotten) => forgotten(),
  describe: nothing,
  guardian: nothing,
  announced: nothing,
  confirmRoster: nothing,
  writeDown: nothing,
  crossOut: nothing,
  rename: nothing,
  listRight: nothing,
  pause: nothing,
  resume: nothing,
  stop: nothing,
  goOnWithout: nothing,
  microphone: nothing,
  allowMicrophone: nothing,
  copied: nothing,
  open: nothing,
  openRecords: nothing,
  openPerson: nothing,
  openConsents: nothing,
  openSettings: nothing,
  openPlaces: nothing,
  keepSite: nothing,
};

const terms: AskTerms = {
  purposes: [
    { purpose: 'quality', required: true },
    { purpose: 'research', required: false },
  ],
  media: 'sound+picture',
  keepDays: 30,
  proofDays: 1095,
};

/** Ten in the morning of a day in the past: the same on every picture. */
const TEN = Date.UTC(2026, 10, 2, 10, 0, 0);
export const key = (name: string) =>
  `p${[...name]
    .map((letter) => letter.codePointAt(0)?.toString(36))
    .join('')
    .padEnd(12, 'x')
    .slice(-12)}` as ParticipantKey;

export const person = (name: string, change: Partial<PersonView> = {}): PersonView => ({
  participant: key(name),
  name,
  self: false,
  present: true,
  stable: true,
  state: 'requested',
  grade: null,
  channel: null,
  words: '',
  answeredAt: null,
  people: 1,
  agreed: 0,
  sameAs: null,
  confusable: false,
  noteTaker: false,
  circumstances: { places: [], known: null, residence: null, minor: false, employee: false, phone: false },
  guardian: 'none',
  needs: 'explicit',
  implied: null,
  ...change,
});

export const yes = { state: 'given', agreed: 1, answeredAt: TEN + 150_000 } as const;
export const self = person('Ana', { ...yes, self: true, grade: 'signed', channel: 'panel' });
const signed = (name: string) =>
  person(name, { ...yes, grade: 'signed', channel: 'banner', words: 'I agree to be recorded.' });
const chat = (name: string) => person(name, { ...yes, grade: 'chat', channel: 'chat', words: 'I agree' });

export const base: PanelView = {
  platform: 'sandbox',
  place: 'call',
  armed: true,
  people: [
    person('Ana', { self: true, state: 'unasked' }),
    person('Bob', { state: 'unasked' }),
    person('Chidi', { state: 'unasked' }),
  ],
  roster: { completeness: 'complete', rows: 3, counter: 3, confirmed: false },
  ask: null,
  doubts: [],
  because: [{ reason: 'not-asked', people: [] }],
  capture: { state: 'idle', since: null, keptMs: 0, keptBytes: 0, segments: 0, lastSeal: null },
  pause: null,
  requests: [],
  shortcut: 'Alt+P',
  mute: 'live',
  microphone: { allowed: true, on: true },
  unsent: [],
  terms,
  fixed: { terms: [], languages: [], by: null },
  languages: { language: 'en', also: null },
  freeBytes: 48_000_000_000,
  bytesPerSecond: null,
  script:
    'We would like to record this conversation: sound and my view of the meeting, for checking quality, kept for 30 days. Do you agree?',
  trouble: null,
  page: null,
  warnings: [],
  requirement: null,
  announce: null,
};

const pageWith = (composer: NonNullable<PanelView['page']>['composer']): PanelView['page'] => ({
  list: 'page',
  chat: true,
  composer,
  opens: 'list-goes',
  site: null,
  test: { senses: [], lost: [], report: '' },
});

const ask: PanelView['ask'] = {
  languages: { language: 'en', also: null },
  ...terms,
  askedAt: TEN,
  notice: 'Ana asks: may we record this conversation?',
  posted: 'shown',
};
export const asked = (change: Partial<PanelView>): PanelView => ({ ...base, ask, because: [], ...change });
const waiting = asked({
  people: [self, person('Bob'), signed('Chidi')],
  because: [{ reason: 'waiting', people: [key('Bob')] }],
});
const kept = { keptMs: 751_000, keptBytes: 142_000_000, segments: 2, lastSeal: 'ordered' } as const;
const agreed = [self, chat('Bob'), signed('Chidi')];
const recording = asked({ people: agreed, capture: { state: 'recording', since: null, ...kept } });
/** ms: how long it has been paused when it is drawn. */
const pausedFor = (ms: number, why: Partial<PauseView>) =>
  asked({
    people: agreed,
    because: [{ reason: 'paused', people: [] }],
    capture: { state: 'paused', since: null, ...kept },
    pause: { since: Date.now() - ms, cause: null, who: '', ...why },
  });

const doubt = (change: Partial<DoubtView>): DoubtView => ({
  doubt: `d${change.reason ?? 'x'}` as DoubtId,
  at: TEN,
  participant: key('Bob'),
  sender: 'Bob',
  words: 'I agree with Ana',
  reason: 'perhaps-yes',
  reads: 'consented',
  closes: false,
  ...change,
});

const twelve: readonly PersonView[] = [
  self,
  person('Bob'),
  signed('Chidi'),
  chat('Dilek'),
  person('Elif', { state: 'partly-given', people: 3, agreed: 2, grade: 'signed', channel: 'banner', answeredAt: TEN }),
  person(LONG_NAME, { state: 'refused', grade: 'chat', channel: 'chat', words: 'no thanks', answeredAt: TEN }),
  person('Farid', { ...yes, grade: 'attested', channel: 'aloud' }),
  person('Grace', { state: 'doubtful', confusable: true }),
  person('Grасe', { state: 'seen', confusable: true, stable: false }),
  person('נועה לוי', { state: 'expired', grade: 'signed', channel: 'banner', answeredAt: TEN }),
  person('Grace phone', { sameAs: key('Grace') }),
  person('Hiro', { state: 'withdrawn', grade: 'signed', channel: 'banner', answeredAt: TEN, present: false }),
];

export const preview = () =>
  'Ana asks: may we record this conversation?\nFor checking and improving quality; if you choose, for research. Sound and the picture that Ana sees. Kept for 30 days, then deleted.\nTo agree, write “I agree” here. To decline, write “no”. Nothing is recorded before everyone has agreed.';

interface More {
  readonly levels?: Levels;
  readonly failure?: FailureCode;
  readonly direction?: 'rtl';
  readonly open?: boolean;
  readonly widths?: readonly number[];
  readonly press?: readonly string[];
}

export const state = (name: string, view: PanelView | null, more: More = {}): GalleryState => ({
  name: `panel-${name}`,
  screen: 'page',
  widths: more.widths ?? [360],
  height: 760,
  style: 'panel',
  open: more.open ?? false,
  direction: more.direction ?? 'ltr',
  press: more.press ?? [],
  draw: () => (
    <Panel
      view={view}
      levels={more.levels ?? null}
      failure={more.failure ?? null}
      intents={intents}
      places={PLACE_ROWS}
      languages={NOTICE_LANGUAGES}
      preview={preview}
    />
  ),
});

const everyWord: GalleryState = {
  name: 'panel-every-word',
  screen: 'page',
  widths: [300, 420],
  height: 760,
  style: 'panel',
  open: false,
  direction: 'ltr',
  draw: () => (
    <main class="panel">
      <h1>Every failure and trouble</h1>
      {FAILURES.map((code) => (
        <FailureWord key={code} code={code} />
      ))}
      {TROUBLES.map((trouble) => (
        <Word key={trouble} says={t(`trouble.${trouble}`)} next={t(`trouble.${trouble}.next`)} />
      ))}
      {WARNINGS.map((warning) => (
        <Word key={warning} says={t(`warning.${warning}`)} next={t(`warning.${warning}.next`)} />
      ))}
    </main>
  ),
};

const crowd = Array.from({ length: 299 }, (_, n) =>
  n % 3 === 0 ? person(`Guest ${n + 1}`) : signed(`Guest ${n + 1}`),
);

export const levels: Levels = { meeting: 0.12, microphone: 0.02 };

export const panelStates: readonly GalleryState[] = [
  everyWord,
  state(
    'every-reason',
    asked({ people: waiting.people, because: REASONS.map((reason) => ({ reason, people: [key('Bob')] })) }),
  ),
  state(
    'crowd',
    asked({
      people: [self, ...crowd],
      roster: { completeness: 'complete', rows: 300, counter: 300, confirmed: false },
      because: [
        { reason: 'waiting', people: crowd.filter((one) => one.state !== 'given').map((one) => one.participant) },
      ],
    }),
    { widths: [300, 420] },
  ),
  state('loading', null),
  state('no-meeting', {
    ...base,
    platform: null,
    place: 'elsewhere',
    armed: false,
    people: [],
    roster: null,
    because: [],
  }),
  state('asked-for-copy', {
    ...base,
    requests: [
      { log: 'lAAAAAAAAAAAA' as LogId, participant: key('Bob'), name: 'Bob', what: 'copy', due: TEN + 30 * 86_400_000 },
    ],
  }),
  state('asked-for-several', {
    ...base,
    requests: [
      { log: 'lAAAAAAAAAAAA' as LogId, participant: key('Bob'), name: '', what: 'erasure', due: TEN + 5 * 86_400_000 },
      { log: 'lAAAAAAAAAAAA' as LogId, participant: key('Bob'), name: 'Bob', what: 'copy', due: TEN + 30 * 86_400_000 },
    ],
  }),
  state('lobby', { ...base, place: 'lobby', people: [], because: [{ reason: 'not-in-call', people: [] }] }),
  state('left', { ...base, place: 'left', because: [{ reason: 'not-in-call', people: [] }] }),
  state(
    'not-armed',
    {
      ...base,
      armed: false,
      because: [
        { reason: 'not-asked', people: [] },
        { reason: 'not-armed', people: [] },
      ],
    },
    { widths: [300, 420] },
  ),
  state('ready', base, { widths: [300, 420] }),
  state(
    'ready-fixed',
    {
      ...base,
      fixed: {
        terms: ['purposes', 'media', 'keepDays', 'proofDays'],
        languages: ['language', 'also'],
        by: 'Beispiel GmbH',
      },
    },
    { widths: [300, 420] },
  ),
  state('note-takers', {
    ...base,
    people: [...base.people, person('Fathom Notetaker', { state: 'unasked', noteTaker: true })],
  }),
  state('open-for-me', {
    ...base,
    roster: null,
    because: [
      { reason: 'watch-lost', people: [] },
      { reason: 'not-asked', people: [] },
      { reason: 'roster-unknown', people: [] },
    ],
    page: pageWith('closed'),
  }),
  state('ready-empty', { ...base, people: [] }),
  state('ready-open', base, { open: true }),
  state('waiting', waiting, { widths: [300, 360, 500] }),
  state('waiting-open', waiting, { open: true }),
  state('without-sure', waiting, { press: ['Go on without'] }),
  state('attest', waiting, { press: ['Bob', 'Agreed aloud'] }),
  state(
    'attest-two',
    {
      ...waiting,
      people: [
        self,
        person('Elif', {
          state: 'partly-given',
          people: 2,
          agreed: 1,
          grade: 'signed',
          channel: 'banner',
          answeredAt: TEN,
        }),
      ],
      because: [{ reason: 'people-missing', people: [key('Elif')] }],
    },
    { press: ['Elif', 'on paper'] },
  ),
  state('refusal', waiting, { press: ['Bob', 'Said no'] }),
  state('same-person', waiting, { press: ['Bob', 'Same person'] }),
  state('waiting-not-armed', {
    ...waiting,
    armed: false,
    because: [...waiting.because, { reason: 'not-armed', people: [] }],
  }),
  state(
    'twelve',
    asked({
      people: twelve,
      roster: { completeness: 'complete', rows: 12, counter: 12, confirmed: false },
      because: [
        { reason: 'refused', people: [key(LONG_NAME)] },
        { reason: 'waiting', people: ['Bob', 'Grace', 'Grасe', 'נועה לוי'].map(key) },
        { reason: 'people-missing', people: [key('Elif')] },
        { reason: 'doubt-open', people: [key('Grace')] },
      ],
      doubts: [doubt({ participant: key('Grace'), sender: 'Grace', reason: 'confusable-name', words: 'yes I agree' })],
    }),
    { widths: [300, 420] },
  ),
  state('twelve-open', asked({ people: twelve, because: [{ reason: 'waiting', people: [key('Bob')] }] }), {
    open: true,
    widths: [420],
  }),
  state(
    'doubts',
    asked({
      people: waiting.people,
      because: [{ reason: 'doubt-open', people: [key('Bob')] }, ...waiting.because],
      doubts: [
        doubt({}),
        doubt({
          participant: null,
          sender: 'Guest',
          words: 'please stop recording',
          reason: 'unknown-sender',
          reads: 'withdrawn',
          closes: true,
        }),
        doubt({ words: 'rather not?', reason: 'edited-away', reads: 'withdrawn', closes: true }),
      ],
    }),
  ),
  state(
    'counter-differs',
    asked({
      people: agreed,
      roster: { completeness: 'complete', rows: 3, counter: 4, confirmed: false },
      because: [{ reason: 'counter-differs', people: [] }],
    }),
  ),
  state(
    'roster-unknown',
    asked({
      people: agreed,
      roster: { completeness: 'unknown', rows: 3, counter: null, confirmed: false },
      because: [{ reason: 'roster-unknown', people: [] }],
    }),
  ),
  state(
    'unsent',
    asked({
      people: waiting.people,
      because: [{ reason: 'notice-not-shown', people: ['Bob', 'Chidi'].map(key) }],
      ask: { ...ask, posted: 'not-shown' },
      unsent: [{ post: 'mx' as PostId, outcome: 'refused', parts: [{ text: preview(), there: false }] }],
    }),
  ),
  ...(['closed', 'locked', 'private', 'foreign'] as const).map((composer) =>
    state(`unsent-${composer}`, {
      ...asked({
        people: waiting.people,
        because: [{ reason: 'notice-not-shown', people: ['Bob', 'Chidi'].map(key) }],
        ask: { ...ask, posted: 'not-shown' },
        unsent: [
          {
            post: 'mx' as PostId,
            outcome: 'refused',
            parts: ['Recording? 1/3, read on: …', 'Recording? 2/3, read on: …', 'Recording? 3/3: …'].map((text, i) => ({
              text,
              there: composer === 'locked' && i === 0,
            })),
          },
        ],
      }),
      page: pageWith(composer),
    }),
  ),
  state('starting', asked({ people: agreed, capture: { ...base.capture, state: 'starting' } })),
  state('recording', recording, { levels, widths: [300, 360, 500] }),
  state(
    'recording-unknown-mute',
    { ...recording, mute: 'unknown', microphone: { allowed: true, on: false } },
    { levels },
  ),
  state(
    'recording-trouble',
    {
      ...recording,
      trouble: 'silent-capture',
      freeBytes: 900_000_000,
      bytesPerSecond: null,
      roster: { completeness: 'partial', rows: 3, counter: null, confirmed: true },
    },
    { levels: { meeting: 0, microphone: 0.2 } },
  ),
  state('roster-counted', {
    ...base,
    roster: { completeness: 'partial', rows: 3, counter: 3, confirmed: false },
    because: [
      { reason: 'not-asked', people: [] },
      { reason: 'roster-partial', people: [] },
    ],
  }),
  state('paused', pausedFor(20_000, { cause: 'panel' })),
  state('paused-by-chat', pausedFor(5000, { cause: 'chat', who: 'Bob' })),
  state('paused-by-somebody', pausedFor(5000, { cause: 'chat', who: LONG_NAME }), {}),
  state('paused-at-card', pausedFor(5000, { cause: 'card-number' })),
  state('paused-at-account', { ...pausedFor(5000, { cause: 'account-number' }), shortcut: '' }),
  state('paused-long', pausedFor(PAUSE_REMINDER_MS + 13_000, { cause: 'chat', who: 'Bob' })),
  state(
    'refused',
    asked({
      people: [
        self,
        person('Bob', { state: 'refused', grade: 'chat', channel: 'chat', words: 'no', answeredAt: TEN }),
        signed('Chidi'),
      ],
      because: [{ reason: 'refused', people: [key('Bob')] }],
    }),
  ),
  state(
    'withdrawn',
    asked({
      people: [
        self,
        person('Bob', { state: 'withdrawn', grade: 'signed', channel: 'banner', answeredAt: TEN }),
        signed('Chidi'),
      ],
      because: [{ reason: 'withdrawn', people: [key('Bob')] }],
      capture: { ...base.capture, ...kept },
    }),
  ),
  state(
    'stopped',
    asked({
      people: agreed,
      because: [{ reason: 'stopped', people: [] }],
      capture: { state: 'stopped', since: null, ...kept },
    }),
  ),
  state(
    'without',
    asked({ people: waiting.people, because: [{ reason: 'going-on-without', people: [] }, ...waiting.because] }),
  ),
  state(
    'broken',
    asked({
      people: agreed,
      because: [{ reason: 'capture-failed', people: [] }],
      trouble: 'recorder-failed',
      capture: { ...base.capture, ...kept, lastSeal: 'recorder-failed' },
    }),
  ),
  state(
    'full',
    asked({
      people: agreed,
      because: [{ reason: 'capture-failed', people: [] }],
      trouble: 'disk-full',
      capture: { ...base.capture, ...kept, lastSeal: 'disk-full' },
    }),
  ),
  state('damaged', asked({ people: agreed, trouble: 'log-damaged', capture: { ...base.capture, ...kept } })),
  state('checking', asked({ people: agreed, trouble: 'log-checking' })),
  state('renewed', { ...base, trouble: 'log-renewed' }),
  state('microphone', { ...waiting, microphone: { allowed: false, on: false } }, { failure: 'unknown-participant' }),
  state(
    'rtl',
    {
      ...waiting,
      people: [self, person('נועה לוי'), signed('Chidi')],
      because: [{ reason: 'waiting', people: [key('נועה לוי')] }],
    },
    { direction: 'rtl' },
  ),
];
