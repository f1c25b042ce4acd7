import type { LogId } from '../../../src/model/id.ts';
import type { Use, UsedLog } from '../../../src/model/use.ts';
import { Nav } from '../../../src/ui/nav/nav.tsx';
import { UsePage, type UsePageProps } from '../../../src/ui/use/use-page.tsx';
import type { GalleryState } from '../state.ts';
import { LONG_NAME } from './banner.ts';

const nothing = () => undefined;
const intents: UsePageProps['intents'] = { cancel: nothing, again: nothing, save: nothing, print: nothing };
const TEN = Date.UTC(2026, 10, 2, 10);
const HOUR = 3_600_000;
const [A, B] = ['lAAAAAAAAAAAA', 'lBBBBBBBBBBBB'] as [LogId, LogId];

const use = (log: LogId, index: number, change: Partial<Use>): Use => ({
  log,
  index,
  at: TEN + index * HOUR,
  did: 'played',
  what: '',
  copy: false,
  purpose: 'quality',
  who: 'Rosa Lind',
  ...change,
});

const logs: readonly UsedLog[] = [
  {
    log: A,
    meeting: 'blue-river-42',
    platform: 'jitsi',
    openedAt: TEN,
    uses: [
      use(A, 40, {}),
      use(A, 41, { did: 'reviewed' }),
      use(A, 42, { did: 'worked' }),
      use(A, 43, { did: 'worked' }),
      use(A, 44, { did: 'saved', purpose: 'disputes', who: null }),
      use(A, 45, { did: 'left', what: 'webm', purpose: 'disputes', who: null }),
      use(A, 46, { did: 'left', what: 'report', purpose: null, who: null }),
    ],
  },
  {
    log: B,
    meeting: '',
    platform: 'meet',
    openedAt: TEN - 48 * HOUR,
    uses: [
      use(B, 12, { purpose: 'training', did: 'copied', who: LONG_NAME }),
      use(B, 13, { purpose: 'research', who: '=1+1 <b>' }),
      use(B, 14, { purpose: 'compliance', who: 'ليلى' }),
      use(B, 15, { purpose: 'training', did: 'made', who: LONG_NAME }),
      use(B, 16, { purpose: 'training', copy: true }),
      use(B, 17, { purpose: 'training', did: 'left', what: 'webm', copy: true }),
      use(B, 18, { purpose: null, did: 'cut', who: null }),
      use(B, 19, { purpose: null, did: 'held', who: 'Legal' }),
      use(B, 20, { purpose: null, did: 'lifted', who: 'Legal' }),
      use(B, 21, { purpose: null, did: 'unmade', copy: true, what: 'by-hand', who: null }),
      use(B, 22, { purpose: null, did: 'deleted', what: 'time-over', who: null }),
      use(B, 23, { purpose: null, did: 'forgotten', what: 'erased', who: null }),
    ],
  },
];
const many: UsedLog = { ...(logs[0] as UsedLog), uses: Array.from({ length: 450 }, (_, n) => use(A, n, {})) };

interface More extends Partial<UsePageProps> {
  readonly widths?: readonly number[];
  readonly direction?: 'ltr' | 'rtl';
}

const page = (name: string, { widths = [1000], direction = 'ltr', ...props }: More): GalleryState => ({
  name: `use-${name}`,
  screen: 'page',
  style: 'use',
  widths,
  height: 900,
  open: false,
  direction,
  draw: () => (
    <>
      <Nav here="use" />
      <UsePage logs={logs} damaged={0} reading={{ state: 'done' }} failure={null} intents={intents} {...props} />
    </>
  ),
});

export const useStates: readonly GalleryState[] = [
  page('none', { logs: [], widths: [360, 1000] }),
  page('running', { logs: [], reading: { state: 'running', done: 7, total: 240 } }),
  page('some', { widths: [360, 1000, 1440] }),
  page('rtl', { direction: 'rtl' }),
  page('many', { logs: [many] }),
  page('part', { reading: { state: 'part' }, damaged: 2, widths: [360, 1000] }),
  page('failed', { logs: [], reading: { state: 'part' }, failure: 'storage-failed' }),
];
