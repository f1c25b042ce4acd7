import type { EpochId, LogId } from '../../../src/model/id.ts';
import type { FilledCard, Review, ReviewNote } from '../../../src/model/review.ts';
import type { ReviewedCall } from '../../../src/model/review-summary.ts';
import { FIRST_CARD, type ScoreCard } from '../../../src/model/score.ts';
import { Nav } from '../../../src/ui/nav/nav.tsx';
import {
  type Gathering,
  ReviewPage,
  type ReviewPageIntents,
  type ReviewPageProps,
} from '../../../src/ui/review/review-page.tsx';
import type { GalleryState } from '../state.ts';
import { LONG_NAME } from './banner.ts';
import { locked, unprotected } from './vault.tsx';

const nothing = () => undefined;
const intents: ReviewPageIntents = {
  open: nothing,
  cancel: nothing,
  save: nothing,
  print: nothing,
  unlockByPassphrase: nothing,
  unlockByPasskey: nothing,
};

const DAY = 86_400_000;
const MONDAY = Date.UTC(2026, 8, 7, 10);

export const noteOf = (id: string, epoch: string, change: Partial<ReviewNote>): Review<ReviewNote> => ({
  log: 'lAAAAAAAAAAAA' as LogId,
  id,
  epoch: epoch as EpochId,
  body: {
    v: 1,
    is: 'note',
    ms: 0,
    text: '',
    tags: [],
    by: 'Rosa Lind',
    at: MONDAY + 3 * DAY,
    ...change,
  },
});

export const cardOf = (
  id: string,
  agent: string,
  scores: FilledCard['scores'],
  change: Partial<FilledCard> = {},
): Review<FilledCard> => ({
  log: 'lAAAAAAAAAAAA' as LogId,
  id,
  epoch: 'e4' as EpochId,
  body: {
    v: 1,
    is: 'scores',
    card: FIRST_CARD,
    scores,
    agent,
    text: '',
    by: 'Rosa Lind',
    at: MONDAY + 3 * DAY,
    ...change,
  },
});

const long: ScoreCard = {
  name: 'Complaints, second line, as of autumn',
  criteria: [
    { name: 'Adherence to the script, where the case is one that the script foresees', scale: '1-5', weight: 1 },
    { name: 'Tone', scale: '1-10', weight: 3 },
  ],
};

/** Weeks of calls of some agents: none in the fourth week of the second one. */
const calls = (agents: readonly string[], weeks: number): ReviewedCall[] =>
  Array.from({ length: weeks }, (_, week) =>
    agents.flatMap((agent, who): ReviewedCall[] => {
      if (who === 1 && week === 3) return [];
      const tone = 1 + ((week + who * 2) % 5);
      return [
        {
          log: `l${week}-${who}` as LogId,
          meeting: `call-${week}-${who}`,
          openedAt: MONDAY + week * 7 * DAY + who * DAY,
          reviews: [
            cardOf(`c${week}-${who}`, agent, [1 + ((week * 2 + who) % 5), tone, (week + who) % 3 === 0 ? 0 : 1]),
            noteOf(`n${week}-${who}`, 'e4', { tags: week % 2 ? ['price', 'complaint'] : ['well done'] }),
          ],
        },
      ];
    }),
  ).flat();

const open = (found: readonly ReviewedCall[], change: Partial<Extract<Gathering, { state: 'open' }>> = {}) =>
  ({ state: 'open', purpose: 'quality', calls: found, closed: 0, unread: 0, ...change }) as const;

interface More extends Partial<ReviewPageProps> {
  readonly widths?: readonly number[];
  readonly press?: readonly string[];
  readonly direction?: 'ltr' | 'rtl';
}

const page = (name: string, more: More): GalleryState => {
  const { widths = [1000], press, direction = 'ltr', ...props } = more;
  return {
    name: `reviews-${name}`,
    screen: 'page',
    style: 'review',
    widths,
    height: 900,
    open: false,
    direction,
    ...(press && { press }),
    draw: () => (
      <>
        <Nav here="review" />
        <ReviewPage
          reviewed={12}
          gathering={{ state: 'closed' }}
          refused={null}
          failure={null}
          vault={unprotected}
          unlocking={{ is: 'idle' }}
          intents={intents}
          {...props}
        />
      </>
    ),
  };
};

export const reviewsStates: readonly GalleryState[] = [
  page('none', { reviewed: 0, widths: [360, 1000] }),
  page('loading', { reviewed: null }),
  page('closed', { widths: [360, 1000] }),
  page('locked', { vault: locked }),
  page('running', { gathering: { state: 'running', done: 5, total: 12 } }),
  page('failed', { gathering: { state: 'failed', code: 'storage-failed' } }),
  page('open', {
    gathering: open(calls(['Ana Weber', 'Béla Nagy', 'Cem Öz'], 8)),
    widths: [360, 1000, 1440],
  }),
  page('one-call', { gathering: open(calls(['Ana Weber'], 1)) }),
  page('unscored', { gathering: open([{ ...(calls(['Ana Weber'], 1)[0] as ReviewedCall), reviews: [] }]) }),
  page('many', {
    gathering: open(
      [
        ...calls(['Ana', 'Béla', 'Cem', 'Dora', 'Emil', 'Farid', 'Gül', LONG_NAME], 14),
        {
          ...(calls(['Ana'], 1)[0] as ReviewedCall),
          reviews: [
            cardOf('x', 'Ana', [null, 7], { card: long }),
            cardOf('y', '=1+1<script>alert(1)</script>', [3, null, 1]),
          ],
        },
      ],
      { closed: 3, unread: 1 },
    ),
    refused: 'storage-failed',
    widths: [360, 1000],
  }),
  page('rtl', { gathering: open(calls(['مريم', 'יעל'], 5)), direction: 'rtl' }),
];
