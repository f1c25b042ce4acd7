import { useState } from 'preact/hooks';
import { PURPOSES, type Purpose } from '../../model/ask.ts';
import type { FailureCode } from '../../model/failure.ts';
import type { LogId } from '../../model/id.ts';
import {
  countsOf,
  EVERY_USE,
  USE_KINDS,
  type Use,
  type UsedLog,
  type UseFilter,
  type UseKind,
  usesIn,
} from '../../model/use.ts';
import { Choice } from '../controls/choice.tsx';
import { Day } from '../controls/day.tsx';
import { OnPaper } from '../controls/on-paper.tsx';
import { Running } from '../controls/running.tsx';
import { FailureWord, Word } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { CountsTable } from './counts-table.tsx';
import { meetingWords } from './meeting-words.ts';
import { UsesTable } from './uses-table.tsx';

/** Which logs were read. running → (done | part, when cancelled). */
export type UseReading =
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'done' }
  | { readonly state: 'part' };

export interface UsePageProps {
  /** Of the logs that were read so far, the newest meeting first. */
  readonly logs: readonly UsedLog[];
  readonly damaged: number;
  readonly reading: UseReading;
  readonly failure: FailureCode | null;
  readonly intents: {
    cancel(): void;
    again(): void;
    save(uses: readonly Use[]): void;
    print(): void;
  };
}

function narrowedTo({ purpose, did, log }: UseFilter, logs: readonly UsedLog[]) {
  const meeting = logs.find((one) => one.log === log);
  return [
    [t('use.purpose'), purpose && (purpose === 'none' ? t('use.no-purpose') : t(`purpose.${purpose}`))],
    [t('use.kind'), did && t(`use.kind.${did}`)],
    [t('use.meeting'), meeting ? meetingWords(meeting) : null],
  ] as const;
}

/** Who used what for which purpose in a period: for whoever has to answer for it. */
export function UsePage({ logs, damaged, reading, failure, intents }: UsePageProps) {
  const [filter, narrow] = useState<UseFilter>(EVERY_USE);
  const change = (part: Partial<UseFilter>) => narrow({ ...filter, ...part });
  const uses = usesIn(logs, filter);
  const some = logs.some((one) => one.uses.length > 0);
  return (
    <main class="use">
      <header>
        <div class="top">
          <Icon name="eye" size={28} />
          <h1>{t('use.title')}</h1>
        </div>
        <p class="soft">{t('use.intro')}</p>
        <p class="soft">{t('use.who.why')}</p>
      </header>
      {failure && <FailureWord code={failure} />}
      {reading.state === 'running' && (
        <Running
          label={t('use.title')}
          share={reading.total === 0 ? 0 : reading.done / reading.total}
          says={t('use.running', { done: reading.done, total: reading.total })}
          cancel={intents.cancel}
        />
      )}
      {reading.state === 'part' && (
        <div class="actions part">
          <p>{t('use.cancelled')}</p>
          <button type="button" class="button tight" onClick={intents.again}>
            {t('use.again')}
          </button>
        </div>
      )}
      {damaged > 0 && <Word says={t('use.damaged', { n: damaged })} next={t('use.damaged.next')} />}
      {!some && reading.state === 'done' && !failure && (
        <section class="empty">
          <Icon name="eye" size={44} />
          <h2>{t('use.none')}</h2>
          <p class="soft">{t('use.none.more')}</p>
        </section>
      )}
      {some && (
        <>
          <search class="narrow" aria-label={t('log.filter')}>
            <Day label={t('use.from')} at={filter.from} end={false} set={(from) => change({ from })} />
            <Day label={t('use.to')} at={filter.to} end={true} set={(to) => change({ to })} />
            <Choice<Purpose | 'none'>
              label={t('use.purpose')}
              any={t('use.every')}
              value={filter.purpose}
              choices={[
                ...PURPOSES.map((one): [Purpose, string] => [one, t(`purpose.${one}`)]),
                ['none', t('use.no-purpose')],
              ]}
              choose={(purpose) => change({ purpose })}
            />
            <Choice<UseKind>
              label={t('use.kind')}
              any={t('use.every')}
              value={filter.did}
              choices={USE_KINDS.map((one): [UseKind, string] => [one, t(`use.kind.${one}`)])}
              choose={(did) => change({ did })}
            />
            <Choice<LogId>
              label={t('use.meeting')}
              any={t('use.every')}
              value={filter.log}
              choices={logs
                .filter((one) => one.uses.length > 0)
                .map((one): [LogId, string] => [one.log, meetingWords(one)])}
              choose={(log) => change({ log })}
            />
          </search>
          <OnPaper from={filter.from} to={filter.to} only={narrowedTo(filter, logs)} />
          <p aria-live="polite">{uses.length === 0 ? t('use.found.none') : t('use.found', { n: uses.length })}</p>
        </>
      )}
      {uses.length > 0 && (
        <>
          <section class="block" aria-labelledby="counts-title">
            <h2 id="counts-title">{t('use.counts')}</h2>
            <CountsTable counts={countsOf(uses)} />
          </section>
          <section class="block" aria-labelledby="uses-title">
            <h2 id="uses-title">{t('use.lines')}</h2>
            <UsesTable uses={uses} logs={logs} />
          </section>
          <section class="leave">
            <div class="actions">
              <button type="button" class="button" onClick={() => intents.save(uses)}>
                <Icon name="save" size={18} />
                {t('use.csv')}
              </button>
              <button type="button" class="button" onClick={intents.print}>
                {t('use.print')}
              </button>
            </div>
            <p class="small soft">{t('use.csv.why')}</p>
          </section>
        </>
      )}
    </main>
  );
}
