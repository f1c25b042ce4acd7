import type { EpochId, LogId, ParticipantKey } from '../../../src/model/id.ts';
import type { PersonRecord } from '../../../src/model/person.ts';
import { Nav } from '../../../src/ui/nav/nav.tsx';
import type { PersonIntents, ShownPerson } from '../../../src/ui/person/intents.ts';
import { Person, type PersonProps } from '../../../src/ui/person/person.tsx';
import type { GalleryState } from '../state.ts';
import { LONG_NAME } from './banner.ts';
import { gdpr, guessed, taken } from './requests.ts';
import { locked, lockedWithPasskeys, opened } from './vault.tsx';

const nothing = () => undefined;
const intents: PersonIntents = {
  include: nothing,
  save: nothing,
  cancelSave: nothing,
  note: nothing,
  end: nothing,
  refuse: nothing,
  extend: nothing,
  told: nothing,
  correct: nothing,
  withdraw: nothing,
  erase: nothing,
  unlockByPassphrase: nothing,
  unlockByPasskey: nothing,
};
const TEN = Date.UTC(2026, 10, 2, 10, 0, 0);
const NOW = TEN + 10 * 86_400_000;
const minutes = (n: number) => TEN + n * 60_000;
const ANA = 'pAAAAAAAAAAAA' as ParticipantKey;

const record = (change: Partial<PersonRecord> = {}): PersonRecord => ({
  log: 'lAAAAAAAAAAAA' as LogId,
  platform: 'meet',
  meeting: 'blue-river-42',
  openedAt: TEN,
  lastAt: minutes(48),
  participant: ANA,
  ids: [ANA],
  name: 'Ana Silva',
  names: ['A. Silva', 'Ana Silva'],
  self: false,
  account: null,
  live: false,
  state: 'given',
  answers: [
    {
      ask: 'aAAAAAAAAAAAA' as never,
      participant: ANA,
      person: 1,
      answer: 'consented',
      purposes: ['quality', 'training'],
      media: 'sound+picture',
      grade: 'chat',
      channel: 'chat',
      at: minutes(2),
      index: 9,
      words: 'I agree to all',
    },
  ],
  story: [
    { index: 2, at: TEN, kind: 'participant-joined', text: 'Ana Silva joined.' },
    { index: 9, at: minutes(2), kind: 'answered', text: 'Ana Silva agreed (in the chat): “I agree to all”.' },
    { index: 14, at: minutes(31), kind: 'segment-sealed', text: 'Recording ended: 1740 s kept.' },
  ],
  recordings: [
    {
      epoch: 'eAAAAAAAAAAAA' as EpochId,
      openedAt: minutes(2),
      ms: 29 * 60_000,
      media: 'sound+picture',
      deleted: false,
      others: 3,
    },
    { epoch: 'eBBBBBBBBBBBB' as EpochId, openedAt: minutes(33), ms: 60_000, media: 'sound', deleted: true, others: 3 },
  ],
  exports: [
    { index: 20, at: minutes(90), format: 'webm', carried: 'recording', whom: '', told: null, owed: false },
    { index: 21, at: minutes(95), format: 'zip', carried: 'log', whom: 'Quality team, Rosa', told: null, owed: false },
    { index: 22, at: minutes(99), format: 'receipt', carried: 'own', whom: '', told: null, owed: false },
  ],
  requests: [],
  erased: false,
  ...change,
});
const beside = { notes: 2, copies: 1, held: false, met: true };
const shown = (change: Partial<PersonRecord> = {}, more: Partial<ShownPerson> = {}): ShownPerson => ({
  record: record(change),
  beside,
  by: 'asked',
  ...more,
});
const asked = { log: 'lAAAAAAAAAAAA' as LogId, words: '', why: null, endedAt: null } as const;
const requests: PersonRecord['requests'] = [
  {
    ...asked,
    index: 30,
    what: 'copy',
    way: 'file',
    at: minutes(2000),
    state: 'open',
    due: gdpr(NOW + 25 * 86_400_000),
  },
  {
    ...asked,
    index: 31,
    what: 'erasure',
    way: 'chat',
    at: minutes(2500),
    words: 'Request to the host: please erase my name and my words from your log.',
    state: 'open',
    due: guessed(NOW + 2 * 86_400_000),
  },
  {
    ...asked,
    index: 32,
    what: 'correction',
    way: 'host',
    at: minutes(500),
    state: 'refused',
    why: 'not-them',
    endedAt: minutes(900),
    due: gdpr(NOW),
  },
];

const state = (
  name: string,
  more: Partial<PersonProps> & Pick<GalleryState, 'press'> & { readonly widths?: readonly number[] } = {},
): GalleryState => ({
  name: `person-${name}`,
  screen: 'page',
  style: 'person',
  open: false,
  direction: 'ltr',
  widths: more.widths ?? [1000],
  height: 900,
  ...(more.press && { press: more.press }),
  draw: () => (
    <>
      <Nav here={null} />
      <Person
        people={more.people === undefined ? [shown()] : more.people}
        maybe={more.maybe ?? []}
        chosen={more.chosen ?? new Set()}
        looking={more.looking ?? null}
        saving={more.saving ?? { state: 'none' }}
        missing={more.missing ?? []}
        vault={more.vault ?? null}
        unlocking={more.unlocking ?? { is: 'idle' }}
        doing={more.doing ?? { state: 'none' }}
        failure={more.failure ?? null}
        now={NOW}
        intents={intents}
      />
    </>
  ),
});

const other = record({ log: 'lCCCCCCCCCCCC' as LogId, openedAt: TEN - 90 * 86_400_000 });
export const personStates: readonly GalleryState[] = [
  state('all', { people: [shown({ requests })], widths: [1000, 380] }),
  state('same', {
    people: [shown(), { record: other, beside: { ...beside, held: true }, by: 'account' }],
    maybe: [
      { record: record({ log: 'lDDDDDDDDDDDD' as LogId }), by: 'name' },
      { record: record({ log: 'lEEEEEEEEEEEE' as LogId, answers: [] }), by: 'name' },
    ],
    chosen: new Set(['lDDDDDDDDDDDD' as LogId]),
    looking: { done: 12, total: 40 },
  }),
  state('erase', { press: ['Erase…'], widths: [1000, 380] }),
  state('refuse', { people: [shown({ requests: requests.slice(0, 1) })], press: ['Refuse…'] }),
  state('longer', {
    people: [
      shown({
        requests: [
          ...requests.slice(0, 1),
          { ...asked, index: 33, what: 'erasure', way: 'file', at: minutes(9), state: 'open', due: taken(NOW + 80e8) },
        ],
      }),
    ],
    press: ['Take longer…'],
    widths: [1000, 380],
  }),
  state('tell', {
    people: [
      shown({
        exports: record().exports.map((one) => ({
          ...one,
          owed: one.carried === 'recording',
          told: one.carried === 'log' ? '2026-11-11' : null,
        })),
      }),
    ],
    doing: { state: 'done', what: 'name' },
    widths: [1000, 380],
  }),
  state('held', {
    people: [shown({}, { beside: { ...beside, held: true } })],
    doing: { state: 'failed', what: 'erase', code: 'held' },
  }),
  state('erased', {
    people: [
      shown(
        {
          erased: true,
          name: '',
          names: [],
          answers: [],
          recordings: record().recordings.map((one) => ({ ...one, deleted: true })),
        },
        { beside: { notes: 0, copies: 0, held: false, met: false } },
      ),
    ],
    doing: { state: 'done', what: 'erase' },
  }),
  state('notes-locked', { vault: lockedWithPasskeys, widths: [1000, 380] }),
  state('notes-wrong-passphrase', {
    vault: locked,
    unlocking: { is: 'failed', code: 'wrong-passphrase' },
    widths: [380],
  }),
  state('notes-missing', {
    vault: opened,
    saving: { state: 'done', name: 'Ask to Record, what is held, 2026-11-12.zip' },
    missing: [
      { why: 'refused', n: 1 },
      { why: 'locked', n: 2 },
      { why: 'others', n: 3 },
      { why: 'unreadable', n: 1 },
    ],
    widths: [1000, 380],
  }),
  state('live', { people: [shown({ live: true })], saving: { state: 'running', share: 0.4 } }),
  state('long', { people: [shown({ name: LONG_NAME, names: [LONG_NAME] })], widths: [380] }),
  state('self', { people: [shown({ self: true, name: 'Héctor Ruiz' })] }),
  state('loading', { people: null }),
  state('nobody', { people: null, failure: 'unknown-participant' }),
];
