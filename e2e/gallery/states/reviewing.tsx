import type { Purpose } from '../../../src/model/ask.ts';
import type { EpochId } from '../../../src/model/id.ts';
import type { MeetingRecord, RecordedEpoch, RecordedPerson } from '../../../src/model/record.ts';
import { FIRST_CARD } from '../../../src/model/score.ts';
import type { RecordsReview, Reviewing } from '../../../src/ui/review/jobs.ts';
import { NoteSearch } from '../../../src/ui/review/note-search.tsx';
import { ReviewSection } from '../../../src/ui/review/review-section.tsx';
import type { GalleryState } from '../state.ts';
import { LONG_NAME } from './banner.ts';
import { cardOf, noteOf } from './reviews.tsx';

const nothing = () => undefined;
export const noReview: RecordsReview = {
  reviewing: { state: 'closed' },
  ways: { reviewer: 'Rosa Lind', cards: [FIRST_CARD] },
  notes: { state: 'closed' },
  count: 0,
  intents: {
    open: nothing,
    close: nothing,
    keep: async () => false,
    remove: nothing,
    undo: nothing,
    give: nothing,
    openNotes: nothing,
    cancelNotes: nothing,
    closeNotes: nothing,
  },
};

const epoch = (name: string, ms: number) =>
  ({ epoch: name as EpochId, openedAt: 0, closedAt: ms, ms, reasons: [] }) as unknown as RecordedEpoch;
const record = {
  openedAt: 0,
  lastAt: 1,
  epochs: [epoch('e4', 960_000), epoch('e22', 700_000)],
  participants: [
    { participant: 'pAna', self: true, name: 'Ana Weber' },
    { participant: 'pBob', self: false, name: 'Bob' },
    { participant: 'pX', self: false, name: '' },
  ] as unknown as readonly RecordedPerson[],
  purposes: [{ purpose: 'quality', refused: null, people: [] }],
} as unknown as MeetingRecord;

const open = (change: Partial<Extract<Reviewing, { state: 'open' }>>): Reviewing => ({
  state: 'open',
  purpose: 'quality',
  reviews: [],
  unread: 0,
  removed: null,
  refused: null,
  ...change,
});

const some = [
  noteOf('a', 'e4', { ms: 133_000, text: 'Named the price before asking what the customer needs.', tags: ['price'] }),
  noteOf('b', 'e22', {
    ms: 40_000,
    text: 'Stayed calm.\nGave the right telephone number.',
    tags: ['tone', 'well done'],
  }),
  noteOf('c', 'e22', { ms: 600_000, tags: ['follow-up'], by: '' }),
  cardOf('d', 'Ana Weber', [4, 5, 1], { text: 'A good call, apart from the beginning.' }),
];
const hostile = [
  noteOf('x', 'e4', { ms: 1000, text: `<img src=x onerror=alert(1)> ${'verylongword'.repeat(40)}`, by: LONG_NAME }),
  noteOf('y', 'e4', { ms: 2000, text: '\u202eevil = 1+1', tags: ['x'.repeat(40), 'كلمة', '=cmd|calc'] }),
  noteOf('z', 'e22', { ms: 3000, text: 'مكالمة جيدة جدًا، والسعر واضح.', by: 'ليلى' }),
  cardOf('w', `${LONG_NAME}, ${LONG_NAME}`, [1, null, 0], {
    card: {
      name: '<b>Card</b>',
      criteria: [
        {
          name: 'A criterion whose name is as long as a name of a criterion may be, or nearly so',
          scale: '1-5',
          weight: 100,
        },
        { name: 'constructor', scale: '1-10', weight: 1 },
        { name: '__proto__', scale: 'yes-no', weight: 1 },
      ],
    },
  }),
];

interface More {
  readonly reviewing?: Reviewing;
  readonly purpose?: Purpose | null;
  readonly allowed?: Purpose;
  readonly ways?: RecordsReview['ways'];
  readonly widths?: readonly number[];
  readonly press?: readonly string[];
  readonly direction?: 'ltr' | 'rtl';
}

const state = (name: string, more: More): GalleryState => ({
  name: `reviewing-${name}`,
  screen: 'page',
  style: 'records',
  widths: more.widths ?? [860],
  height: 700,
  open: false,
  direction: more.direction ?? 'ltr',
  ...(more.press && { press: more.press }),
  draw: () => (
    <main class="records">
      <h1>Recordings</h1>
      <h2>blue-river-42</h2>
      <div class="block">
        <ReviewSection
          record={
            more.allowed ? { ...record, purposes: [{ purpose: more.allowed, refused: null, people: [] }] } : record
          }
          purpose={more.purpose === undefined ? 'quality' : more.purpose}
          reviewing={more.reviewing ?? { state: 'closed' }}
          ways={more.ways ?? noReview.ways}
          current={() => 754_000}
          seek={nothing}
          intents={noReview.intents}
        />
      </div>
    </main>
  ),
});

const search = (name: string, notes: RecordsReview['notes'], press?: readonly string[]): GalleryState => ({
  name: `reviewing-search-${name}`,
  screen: 'page',
  style: 'records',
  widths: [320],
  height: 300,
  open: false,
  direction: 'ltr',
  ...(press && { press }),
  draw: () => (
    <main class="records">
      <h1>Recordings</h1>
      <NoteSearch notes={notes} intents={noReview.intents} />
    </main>
  ),
});

export const reviewingStates: readonly GalleryState[] = [
  state('closed', { widths: [360, 860] }),
  state('other-purpose', { purpose: 'research' }),
  state('never', { purpose: 'research', allowed: 'research' }),
  state('opening', { reviewing: { state: 'opening' } }),
  state('failed', { reviewing: { state: 'failed', code: 'purpose-refused' } }),
  state('empty', { reviewing: open({}), widths: [360, 860] }),
  state('some', { reviewing: open({ reviews: some }), widths: [360, 860] }),
  state('hostile', { reviewing: open({ reviews: hostile, unread: 2, refused: 'bad-review' }), widths: [360, 860] }),
  state('removed', { reviewing: open({ reviews: some.slice(1), removed: some[0] ?? null }) }),
  state('changing', { reviewing: open({ reviews: some.slice(0, 1) }), press: ['Change'] }),
  state('scoring', { reviewing: open({}), press: ['Score this call'], widths: [360, 860] }),
  state('scored', { reviewing: open({ reviews: some.slice(3) }), press: ['Change'], widths: [360, 860] }),
  state('giving', { reviewing: open({ reviews: some }), press: ['Somebody asks'] }),
  state('no-card', { reviewing: open({}), ways: { reviewer: '', cards: [] } }),
  state('rtl', { reviewing: open({ reviews: hostile }), direction: 'rtl' }),
  search('closed', { state: 'closed' }, ['Search notes']),
  search('running', { state: 'running', done: 3, total: 40 }),
  search('open', { state: 'open', purpose: 'quality', calls: [], closed: 2 }),
  search('failed', { state: 'failed', code: 'vault-locked' }),
];
