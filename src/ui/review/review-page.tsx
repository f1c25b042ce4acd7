import { useState } from 'preact/hooks';
import type { FailureCode } from '../../model/failure.ts';
import { REVIEW_PURPOSES, type ReviewPurpose } from '../../model/review.ts';
import { courseOf, PERIODS, type Period } from '../../model/review-course.ts';
import {
  agentKey,
  type ReviewedCall,
  type ScoredLine,
  type SummaryFilter,
  scoredIn,
  summaryOf,
  tagsOf,
  WHOLE,
} from '../../model/review-summary.ts';
import { isLocked, type VaultDoing, type VaultView } from '../../model/vault.ts';
import { Choice } from '../controls/choice.tsx';
import { Day } from '../controls/day.tsx';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { OnPaper } from '../controls/on-paper.tsx';
import { Running } from '../controls/running.tsx';
import { Strip } from '../controls/strip.tsx';
import { FailureWord, Word } from '../controls/word.tsx';
import { pageHref } from '../nav/pages.ts';
import { Icon } from '../style/icon.tsx';
import type { UnlockIntents } from '../vault/intents.ts';
import { Unlock } from '../vault/unlock.tsx';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { CoursePlot, CourseTable } from './course-plot.tsx';
import { SummaryTable } from './summary-table.tsx';

/** All reviews of this computer. closed → running → (open | failed). */
export type Gathering =
  | { readonly state: 'closed' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'failed'; readonly code: FailureCode }
  | {
      readonly state: 'open';
      readonly purpose: ReviewPurpose;
      readonly calls: readonly ReviewedCall[];
      /** Not agreed to by everybody. */
      readonly closed: number;
      readonly unread: number;
    };

export interface ReviewPageIntents extends UnlockIntents {
  open(purpose: ReviewPurpose): void;
  cancel(): void;
  save(lines: readonly ScoredLine[]): void;
  print(lines: readonly ScoredLine[]): void;
}

export interface ReviewPageProps {
  /** Recordings about which something was written; null: not read yet. */
  readonly reviewed: number | null;
  readonly gathering: Gathering;
  /** Why nothing left. */
  readonly refused: FailureCode | null;
  readonly failure: FailureCode | null;
  readonly vault: VaultView | null;
  readonly unlocking: VaultDoing;
  readonly intents: ReviewPageIntents;
}

/** Scores by agent and period, as a table, a picture, a file and on paper. */
export function ReviewPage(props: ReviewPageProps) {
  const { reviewed, gathering, failure, vault, unlocking, intents } = props;
  return (
    <main class="reviews">
      <header>
        <div class="top">
          <Icon name="chart" size={28} />
          <h1>{t('reviews.title')}</h1>
        </div>
        <p class="soft">{t('reviews.intro')}</p>
      </header>
      {failure && <FailureWord code={failure} />}
      {reviewed === null && !failure && <p class="soft">{t('app.loading')}</p>}
      {reviewed === 0 && (
        <section class="empty">
          <Icon name="note" size={44} />
          <h2>{t('reviews.none')}</h2>
          <p class="soft">{t('reviews.none.more')}</p>
          <a class="button" href={pageHref('records')}>
            {t('reviews.to-records')}
          </a>
        </section>
      )}
      {reviewed !== null && reviewed > 0 && vault && isLocked(vault) && (
        <Unlock vault={vault} doing={unlocking} intents={intents} />
      )}
      {reviewed !== null && reviewed > 0 && !(vault && isLocked(vault)) && (
        <>
          <Opening gathering={gathering} intents={intents} />
          {gathering.state === 'open' && <Opened {...props} gathering={gathering} />}
        </>
      )}
    </main>
  );
}

function Opening({ gathering, intents }: Pick<ReviewPageProps, 'gathering' | 'intents'>) {
  const [purpose, choose] = useState<ReviewPurpose | null>(null);
  return (
    <section class="block opening">
      <Strip<ReviewPurpose | ''>
        label={t('reviews.purpose')}
        value={purpose ?? ''}
        choices={REVIEW_PURPOSES.map((one) => ({ value: one, label: t(`purpose.${one}`) }))}
        choose={(one) => one !== '' && choose(one)}
      />
      <p class="small soft">{t('reviews.purpose.why')}</p>
      <KeepFocus class="act">
        {gathering.state === 'running' ? (
          <Running
            label={t('reviews.title')}
            share={gathering.total === 0 ? 0 : gathering.done / gathering.total}
            says={t('reviews.running', { done: gathering.done, total: gathering.total })}
            cancel={intents.cancel}
          />
        ) : (
          <button
            type="button"
            class="button primary"
            aria-disabled={purpose === null}
            onClick={() => purpose && intents.open(purpose)}
          >
            {t('reviews.open')}
          </button>
        )}
      </KeepFocus>
      {gathering.state === 'failed' && <FailureWord code={gathering.code} />}
    </section>
  );
}

interface OpenedProps extends ReviewPageProps {
  readonly gathering: Extract<Gathering, { state: 'open' }>;
}

function Opened({ gathering: { calls, closed, unread }, refused, intents }: OpenedProps) {
  const [filter, narrow] = useState<SummaryFilter>(WHOLE);
  const [period, count] = useState<Period>('week');
  const change = (part: Partial<SummaryFilter>) => narrow({ ...filter, ...part });
  const all = scoredIn(calls, WHOLE);
  const lines = scoredIn(calls, filter);
  const agents = new Map(all.map(({ body }) => [agentKey(body.agent), nameOf(body.agent)]));
  const cards = [...new Set(all.map(({ body }) => body.card.name))];
  const course = courseOf(lines, period);
  const tags = tagsOf(calls, filter);
  return (
    <>
      {closed > 0 && <p class="soft">{t('reviews.closed', { n: closed })}</p>}
      {unread > 0 && <Word says={t('reviews.unread', { n: unread })} next={t('reviews.unread.next')} />}
      <search class="narrow" aria-label={t('log.filter')}>
        <Day label={t('reviews.from')} at={filter.from} end={false} set={(from) => change({ from })} />
        <Day label={t('reviews.to')} at={filter.to} end={true} set={(to) => change({ to })} />
        <Choice
          label={t('reviews.agent')}
          any={t('reviews.every')}
          value={filter.agent}
          choices={[...agents]}
          choose={(agent) => change({ agent })}
        />
        <Choice
          label={t('reviews.card')}
          any={t('reviews.every')}
          value={filter.card}
          choices={cards.map((one): [string, string] => [one, one])}
          choose={(card) => change({ card })}
        />
      </search>
      <OnPaper
        from={filter.from}
        to={filter.to}
        only={[
          [t('reviews.agent'), filter.agent === null ? null : (agents.get(filter.agent) ?? filter.agent)],
          [t('reviews.card'), filter.card],
        ]}
      />
      <p aria-live="polite">{lines.length === 0 ? t('reviews.found.none') : t('reviews.found', { n: lines.length })}</p>
      {lines.length > 0 && (
        <>
          <section class="block" aria-labelledby="summary-title">
            <h2 id="summary-title">{t('reviews.summary')}</h2>
            <SummaryTable agents={summaryOf(lines)} />
          </section>
          {course.starts.length > 0 && (
            <section class="block" aria-labelledby="course-title">
              <h2 id="course-title">{t('reviews.course')}</h2>
              <Strip<Period>
                label={t('reviews.period')}
                value={period}
                choices={PERIODS.map((one) => ({ value: one, label: t(`reviews.period.${one}`) }))}
                choose={count}
              />
              {course.before > 0 && <p class="small soft">{t('reviews.course.before', { n: course.before })}</p>}
              <CoursePlot course={course} period={period} />
              <CourseTable course={course} period={period} />
            </section>
          )}
          <section class="leave">
            {refused && <FailureWord code={refused} />}
            <div class="actions">
              <button type="button" class="button" onClick={() => intents.save(lines)}>
                <Icon name="save" size={18} />
                {t('reviews.csv')}
              </button>
              <button type="button" class="button" onClick={() => intents.print(lines)}>
                {t('reviews.print')}
              </button>
            </div>
            <p class="small soft">{t('reviews.leaves')}</p>
          </section>
        </>
      )}
      {tags.length > 0 && (
        <section class="block" aria-labelledby="tags-title">
          <h2 id="tags-title">{t('reviews.tags')}</h2>
          <ul class="tags">
            {tags.map(({ tag, notes }) => (
              <li key={tag} class="tag">
                <bdi>{tag}</bdi> {notes}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
