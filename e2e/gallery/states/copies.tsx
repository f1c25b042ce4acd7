import type { CopyableStretch, CopyView } from '../../../src/model/copy.ts';
import type { FailureCode } from '../../../src/model/failure.ts';
import type { CopyId, EpochId } from '../../../src/model/id.ts';
import { Copies } from '../../../src/ui/copies/copies.tsx';
import type { CopiesState, CopyIntents } from '../../../src/ui/copies/intents.ts';
import type { GalleryState } from '../state.ts';

const nothing = () => undefined;
const intents: CopyIntents = {
  make: nothing,
  play: nothing,
  close: nothing,
  save: nothing,
  remove: nothing,
  cancel: nothing,
};
const TEN = Date.UTC(2026, 10, 2, 10, 0, 0);
const MINUTE = 60_000;
const COPY = 'cAAAAAAAAAAAA' as CopyId;

const stretch = (n: number, minutes: number, allowed = true): CopyableStretch => ({
  epoch: `e${n}` as EpochId,
  startedAt: TEN + n * 15 * MINUTE,
  ms: minutes * MINUTE,
  allowed,
});
const stretches = [stretch(0, 14), stretch(1, 6, false), stretch(2, 11.6)];
const copy = (change: Partial<CopyView> = {}): CopyView => ({
  copy: COPY,
  createdAt: TEN + 120 * MINUTE,
  keepUntil: TEN + 14 * 24 * 60 * MINUTE,
  ms: 10 * MINUTE + 4000,
  bytes: 3_100_000,
  of: [{ startedAt: TEN, from: 30_000, to: 10 * MINUTE + 34_000 }],
  noted: true,
  ...change,
});
const copies = [
  copy(),
  copy({
    copy: 'cBBBBBBBBBBBB' as CopyId,
    ms: 45_000,
    bytes: 240_000,
    of: [
      { startedAt: TEN, from: 0, to: 20_000 },
      { startedAt: TEN + 30 * MINUTE, from: 60_000, to: 85_000 },
    ],
  }),
];

interface More extends Partial<CopiesState> {
  readonly locked?: boolean;
  readonly widths?: readonly number[];
}

const state = (name: string, more: More = {}): GalleryState => ({
  name: `copies-${name}`,
  screen: 'page',
  style: 'records',
  open: false,
  direction: 'ltr',
  widths: more.widths ?? [720],
  height: 700,
  draw: () => (
    <main class="records">
      <h1>Records</h1>
      <h2>blue-river-42</h2>
      <article class="meeting">
        <Copies
          copies={more.copies === undefined ? [] : more.copies}
          stretches={more.stretches ?? stretches}
          work={more.work ?? { is: 'none' }}
          about={more.about ?? null}
          open={more.open ?? null}
          locked={more.locked ?? false}
          intents={intents}
        />
      </article>
    </main>
  ),
});

const failed = (code: FailureCode, more: More = {}): More => ({ work: { is: 'failed', code }, ...more });

export const copiesStates: readonly GalleryState[] = [
  state('none', { widths: [360, 720] }),
  state('some', { copies, widths: [360, 720, 1100] }),
  state('refused', { stretches: stretches.map((one) => ({ ...one, allowed: false })) }),
  state('locked', { locked: true, copies }),
  state('making', { work: { is: 'making', share: 0.42 }, widths: [360, 720] }),
  state('made', { work: { is: 'made' }, copies }),
  state('cancelled', { work: { is: 'cancelled' } }),
  state('nothing-chosen', failed('nothing-chosen')),
  state('disk-full', failed('disk-full')),
  state('opening', { copies, about: COPY, work: { is: 'opening', share: 0.7 } }),
  state('open', {
    copies,
    about: COPY,
    widths: [360, 720],
    open: {
      copy: COPY,
      src: '',
      notes: [
        { atMs: 12_000, text: 'Person 2 opens with the caller’s words.', tags: ['opening', 'rapport'] },
        { atMs: 184_000, text: 'Person 1 gives [number] and [address].', tags: [] },
      ],
    },
  }),
  state('saved', {
    copies,
    about: COPY,
    work: { is: 'saved', name: 'Voice-masked copy 2026-11-02 12.00.webm' },
    widths: [360, 720],
  }),
  state('held', { copies, ...failed('held', { about: COPY }) }),
  state('gone', { work: { is: 'gone' } }),
];
