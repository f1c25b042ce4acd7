import type { HoldId, LogId, ParticipantKey } from '../../../src/model/id.ts';
import type { HoldView, KeepingView } from '../../../src/model/keeping.ts';
import type { MeetingSummary } from '../../../src/model/record.ts';
import type { GalleryState } from '../state.ts';
import { LONG_NAME } from './banner.ts';
import { meetings, NOW, record, state, unheld } from './records.tsx';

const DAY_MS = 86_400_000;

const hold = (change: Partial<HoldView> = {}): HoldView => ({
  id: 'hAAAAAAAAAAAA' as HoldId,
  over: 'recording',
  matter: '',
  who: 'Ana Beispiel',
  why: 'The customer disputes the price that was named in this call.',
  setAt: NOW - 2 * DAY_MS,
  legible: true,
  parts: [{ log: record.log, epochs: null, person: [] }],
  ...change,
});
const matter = hold({
  id: 'hBBBBBBBBBBBB' as HoldId,
  over: 'matter',
  matter: `Example v. Sample, about ${LONG_NAME}`,
  who: LONG_NAME,
  why: 'A court asked for everything about it.\nSee the letter of 3 November.',
  parts: [record.log, 'lDDDDDDDDDDDD' as LogId].map((log) => ({ log, epochs: null, person: [] })),
});
const person = hold({
  id: 'hCCCCCCCCCCCC' as HoldId,
  over: 'person',
  parts: [
    { log: record.log, epochs: record.kept.slice(0, 1).map(({ epoch }) => epoch), person: ['pBob' as ParticipantKey] },
  ],
});
const seen = (change: Partial<KeepingView>): KeepingView => ({ ...unheld, ...change });

const soon: readonly MeetingSummary[] = meetings.map((one, n) =>
  one.keeping.media === null ? one : { ...one, keeping: { ...one.keeping, media: NOW + (n - 0.5) * DAY_MS } },
);
const NAMESAKES = [
  {
    log: 'lDDDDDDDDDDDD' as LogId,
    participant: 'pD' as ParticipantKey,
    meeting: 'quiet-hill-7',
    openedAt: NOW - 9 * DAY_MS,
  },
  { log: 'lEEEEEEEEEEEE' as LogId, participant: 'pE' as ParticipantKey, meeting: '', openedAt: NOW - 20 * DAY_MS },
];

const named = (name: string, more: Parameters<typeof state>[1]): GalleryState => ({
  ...state(name, more),
  name: `keeping-${name}`,
});

export const keepingStates: readonly GalleryState[] = [
  named('next', {
    meetings: soon,
    keeping: seen({ holds: [hold({ parts: [{ log: 'lDDDDDDDDDDDD' as LogId, epochs: null, person: [] }] })] }),
    widths: [400, 1100],
  }),
  named('next-none', { meetings: meetings.map((one) => ({ ...one, keeping: { media: null, names: null } })) }),
  named('doubt-forward', {
    meetings: soon,
    keeping: seen({ doubt: { from: NOW - 900 * DAY_MS, to: NOW } }),
    widths: [400, 1100],
  }),
  named('doubt-back', { record, keeping: seen({ doubt: { from: NOW + 365 * DAY_MS, to: NOW } }), widths: [400] }),
  named('shorten', { record, press: ['Keep it shorter'], widths: [400, 1100] }),
  named('delete', { record, press: ['Delete the recording now'], widths: [400, 1100] }),
  named('deleted', {
    record: { ...record, kept: [], keeping: { ...record.keeping, media: null } },
    keeping: seen({ doing: { is: 'done', what: 'deleted' } }),
  }),
  named('hold-form', { record, press: ['Set a legal hold'], widths: [400, 1100] }),
  named('hold-form-part', { record, press: ['Set a legal hold', 'One part'], widths: [400] }),
  named('hold-form-person', {
    record,
    press: ['Set a legal hold', 'A person'],
    keeping: seen({ namesakes: { state: 'found', people: NAMESAKES } }),
    widths: [400, 1100],
  }),
  named('hold-form-matter', { record, press: ['Set a legal hold', 'A matter'], widths: [400, 1100] }),
  named('held', { record, keeping: seen({ holds: [hold(), matter, person] }), widths: [400, 1100] }),
  named('held-illegible', {
    record,
    keeping: seen({ holds: [hold({ legible: false, who: '', why: '', setAt: null })] }),
    widths: [400, 1100],
  }),
  named('held-lift', { record, keeping: seen({ holds: [hold()] }), press: ['Lift this hold'], widths: [400, 1100] }),
  named('held-refused', {
    record,
    keeping: seen({ holds: [hold()], doing: { is: 'failed', code: 'held' } }),
  }),
  named('working', { record, keeping: seen({ doing: { is: 'working' } }) }),
  named('parts', {
    record: {
      ...record,
      kept: record.kept.map((part, n) => ({
        ...part,
        until: n === 1 ? null : part.endedAt + (n === 0 ? 90 : 7) * DAY_MS,
        lengthened: n === 0,
        shortened: n === 2,
      })),
    },
    widths: [400, 1100],
  }),
  named('over', {
    record: { ...record, kept: record.kept.map((part) => ({ ...part, until: NOW - 1000, shortened: true })) },
  }),
  named('rtl', { record, keeping: seen({ holds: [hold()] }), direction: 'rtl' }),
];
