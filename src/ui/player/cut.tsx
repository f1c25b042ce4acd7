import { type Cutting, type Marks, markedSpan, UNMARKED } from '../../model/cutting.ts';
import type { Span } from '../../model/player.ts';
import { Confirm } from '../controls/confirm.tsx';
import { percentOf, Running } from '../controls/running.tsx';
import { Failed } from '../records/failed.tsx';
import type { Stretch } from '../records/stretches.ts';
import { clockOf, spanOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { clockAt } from './place.ts';

export interface CutIntents {
  /** Finds what would go, and asks. */
  plan(marked: Span): void;
  /** For ever. */
  cut(): void;
  /** Back to what was marked, or out of the work: the recording stays as it is. */
  back(): void;
}

interface CutProps {
  readonly stretches: readonly Stretch[];
  readonly at: number;
  readonly marks: Marks;
  readonly mark: (marks: Marks) => void;
  /** Played without what is marked, to hear what will be left. */
  readonly without: boolean;
  readonly playWithout: (without: boolean) => void;
  readonly cutting: Cutting;
  readonly intents: CutIntents;
}

/** Marks a stretch and cuts it out: marked, heard without it, asked once more, gone. */
export function Cut({ stretches, at, marks, mark, without, playWithout, cutting, intents }: CutProps) {
  const marked = markedSpan(marks);
  return (
    <div class="cut-out">
      <h4>{t('cut.title')}</h4>
      <p class="small soft">{t('cut.why')}</p>
      <div class="actions">
        <button type="button" class="button tight" onClick={() => mark({ ...marks, from: at })}>
          {t('cut.in')}
        </button>
        <button type="button" class="button tight" onClick={() => mark({ ...marks, to: at })}>
          {t('cut.out')}
        </button>
        {(marks.from !== null || marks.to !== null) && (
          <button type="button" class="button plain tight" onClick={() => mark(UNMARKED)}>
            {t('cut.unmark')}
          </button>
        )}
      </div>
      <p role="status">{markWord(marks, stretches)}</p>
      {marked && (
        <label class="skip">
          <input
            type="checkbox"
            checked={without}
            onChange={({ currentTarget }) => playWithout(currentTarget.checked)}
          />
          <span>{t('cut.without')}</span>
        </label>
      )}
      {marked && <Deed stretches={stretches} marked={marked} cutting={cutting} intents={intents} />}
    </div>
  );
}

function markWord({ from, to }: Marks, stretches: readonly Stretch[]): string {
  if (from === null && to === null) return t('cut.nothing');
  if (from !== null && to !== null && to <= from) return t('cut.backwards');
  const clock = (at: number | null) => (at === null ? '…' : `${clockOf(at)} (${timeOf(clockAt(stretches, at), true)})`);
  const span = markedSpan({ from, to });
  if (!span) return t('cut.marking', { from: clock(from), to: clock(to) });
  return t('cut.marked', { from: clock(from), to: clock(to), span: spanOf(span.to - span.from) });
}

interface DeedProps extends Pick<CutProps, 'stretches' | 'cutting' | 'intents'> {
  readonly marked: Span;
}

function Deed({ stretches, marked, cutting, intents }: DeedProps) {
  switch (cutting.state) {
    case 'looking':
      return <p role="status">{t('cut.looking')}</p>;
    case 'asking':
      return <Ask stretches={stretches} asking={cutting} intents={intents} />;
    case 'cutting':
      return (
        <Running
          label={t('cut.title')}
          share={cutting.share}
          says={t('cut.cutting', { percent: percentOf(cutting.share) })}
          cancel={intents.back}
        />
      );
    case 'none':
    case 'done':
    case 'cancelled':
    case 'failed':
      return (
        <div class="actions">
          <button type="button" class="button" onClick={() => intents.plan(marked)}>
            {t('cut.do')}
          </button>
        </div>
      );
    default:
      return cutting satisfies never;
  }
}

/** More than this is told to go than was marked, ms. */
const MORE_MS = 200;

function Ask({
  stretches,
  asking: { marked, gone, ms },
  intents,
}: Pick<DeedProps, 'stretches' | 'intents'> & { readonly asking: Extract<Cutting, { state: 'asking' }> }) {
  const more = gone.to - marked.to + (marked.from - gone.from);
  const time = (at: number) => timeOf(clockAt(stretches, at), true);
  return (
    <Confirm yes={t('cut.yes')} confirm={intents.cut} back={intents.back}>
      <p>
        <b>{t('cut.sure', { from: time(gone.from), to: time(Math.max(gone.from, gone.to - 1)), span: spanOf(ms) })}</b>
      </p>
      {more > MORE_MS && <p>{t('cut.more', { span: spanOf(Math.max(1000, more)) })}</p>}
      <p>{t('cut.stays')}</p>
      <p>{t('cut.others')}</p>
    </Confirm>
  );
}

/** What came of it, where the player was. */
export function CutWord({ cutting }: { readonly cutting: Cutting }) {
  return (
    <div class="outcome" aria-live="polite">
      {cutting.state === 'done' && <p>{t('cut.done', { span: spanOf(cutting.ms) })}</p>}
      {cutting.state === 'cancelled' && <p>{t('cut.cancelled')}</p>}
      {cutting.state === 'failed' && (
        <>
          <Failed code={cutting.code} />
          <p>{t('cut.untouched')}</p>
        </>
      )}
    </div>
  );
}
