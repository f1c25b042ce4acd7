import type { AskId } from '../../../src/model/id.ts';
import type { GivenFile, MyConsent } from '../../../src/model/my-consent.ts';
import { Consents, type ConsentsProps } from '../../../src/ui/consents/consents.tsx';
import { type ConsentIntents, rowKey } from '../../../src/ui/consents/intents.ts';
import { Nav } from '../../../src/ui/nav/nav.tsx';
import type { GalleryState } from '../state.ts';
import { LONG_NAME } from './banner.ts';

const nothing = () => undefined;
const intents: ConsentIntents = {
  withdraw: nothing,
  request: nothing,
  copied: nothing,
  saveRequest: nothing,
  saveOwn: nothing,
  check: nothing,
  cancelCheck: nothing,
  remove: nothing,
  undo: nothing,
};

const TEN = Date.UTC(2026, 10, 2, 10, 0, 0);
const minutes = (n: number) => TEN + n * 60_000;
const KEY = 'k'.repeat(43);
const fingerprints = new Map([[KEY, '53604 08170 27521 00921 42949 59755 87833 30660']]);
const notice = { language: 'en', version: 1, hash: 'n5Wb0Yp8kqzqJ2yTn1v0m8o2l7sQ3dX9aR4uE6tCwHk' };
const signed = { key: KEY, sig: 's'.repeat(86), counter: 1, notice: notice.hash, person: 1, people: 1 };

const row = (change: Partial<MyConsent> = {}): MyConsent => ({
  meeting: 'm'.repeat(43),
  ask: 'aAAAAAAAAAAAA',
  platform: 'meet',
  askedAt: TEN,
  asker: 'Héctor Ruiz',
  terms: {
    id: 'aAAAAAAAAAAAA' as AskId,
    notice,
    purposes: [
      { purpose: 'quality', required: true },
      { purpose: 'research', required: false },
    ],
    media: 'sound+picture',
    keepDays: 30,
    proofDays: 1095,
  },
  words:
    'May we record? Sound and the host’s view, for Quality. Optional: Research.\nEncrypted with the host: 30 days; proof of answers: 3 years.\nSaying no has no drawback: we go on without recording.\nWrite: I agree / I agree to all / I do not agree',
  shown: notice,
  state: 'agreed',
  mark: 'ended',
  markedAt: minutes(48),
  answers: [{ at: minutes(2), answer: 'consented', purposes: ['quality', 'research'], signed }],
  roots: [{ at: minutes(3), epoch: 'eAAAAAAAAAAAA', size: 22, hash: 'Hui366g0yBjhWDbjYZYV1A0iCdgPRO8XT37PBChdlGk' }],
  given: [],
  requests: [],
  ...change,
});
const given = (change: Partial<GivenFile>): GivenFile => ({
  at: minutes(60),
  name: 'Ask to Record 2026-11-02 10.00.receipt.json',
  kind: 'receipt',
  verdict: 'valid',
  compared: 'same',
  fingerprint: '11804 95170 27621 00921 42949 59755 87833 30661',
  text: null,
  ...change,
});

const rows: readonly MyConsent[] = [
  row({ mark: 'recording' }),
  row({
    ask: 'aBBBBBBBBBBBB',
    asker: LONG_NAME,
    platform: 'teams',
    given: [given({}), given({ at: minutes(70), kind: 'export', name: 'export.json', compared: 'fork' })],
  }),
  row({
    ask: 'aCCCCCCCCCCCC',
    asker: '',
    platform: 'zoom',
    state: 'refused',
    mark: 'asked',
    roots: [],
    answers: [{ at: minutes(2), answer: 'refused', purposes: [], signed: null }],
  }),
  row({
    ask: 'aDDDDDDDDDDDD',
    askedAt: TEN - 90 * 86_400_000,
    markedAt: TEN - 90 * 86_400_000,
    asker: 'سعاد',
    state: 'withdrawn',
    given: [
      given({ compared: 'left-out' }),
      given({ at: minutes(61), verdict: 'invalid', compared: 'nothing' }),
      given({ at: minutes(62), compared: 'nothing' }),
    ],
    requests: [
      { at: minutes(70), what: 'copy', how: 'chat' },
      { at: minutes(71), what: 'erasure', how: 'file' },
    ],
  }),
];

const state = (name: string, more: Partial<ConsentsProps> = {}, widths: readonly number[] = [1000]): GalleryState => ({
  name: `consents-${name}`,
  screen: 'page',
  style: 'consents',
  open: name === 'open',
  direction: 'ltr',
  widths,
  height: 900,
  draw: () => (
    <>
      <Nav here="consents" />
      <Consents
        rows={rows}
        open={new Set(['m'.repeat(43)])}
        fingerprints={fingerprints}
        acting={null}
        looking={{ is: 'none' }}
        removed={null}
        failure={null}
        now={minutes(80)}
        intents={intents}
        {...more}
      />
    </>
  ),
});

const first = rows[0] ?? row();
const acting = (what: 'withdraw' | 'erasure', is: NonNullable<ConsentsProps['acting']>['state']) => ({
  rows: [first],
  acting: { row: rowKey(first), what, state: is },
});

export const consentsStates: readonly GalleryState[] = [
  state('all', {}, [1000, 380]),
  state('open', { rows: [row()] }, [1000, 380]),
  state('none', { rows: [] }),
  state('loading', { rows: null }),
  state('broken', { rows: null, failure: 'storage-failed' }),
  state('removed', { rows: [first], removed: row() }),
  state('said', acting('withdraw', { is: 'said' })),
  state(
    'by-hand',
    acting('erasure', {
      is: 'by-hand',
      words:
        'Request to the host: please erase my name and my words from your log.\nGoogle Meet, 2026-11-02 10:00 UTC\naAAAAAAAAAAAA',
    }),
    [1000, 380],
  ),
  state('withdraw-by-hand', acting('withdraw', { is: 'by-hand', words: 'Stop recording: I take my yes back.' })),
  state('failed', acting('withdraw', { is: 'failed', code: 'storage-failed' })),
  state(
    'looking',
    { rows: [first], looking: { is: 'looking', name: 'log of the whole year.json', share: 0.42 } },
    [1000, 380],
  ),
  state('found', { rows: [first], looking: { is: 'found', name: 'receipt.json', row: rowKey(first) } }),
  state('not-ours', { rows: [first], looking: { is: 'not-ours', name: 'receipt.json' } }),
  state('unreadable', { rows: [first], looking: { is: 'unreadable', name: 'page.html' } }),
  state('too-big', { rows: [first], looking: { is: 'too-big', name: 'film.json' } }),
  state('file-failed', { rows: [first], looking: { is: 'failed', code: 'unexpected' } }),
];
