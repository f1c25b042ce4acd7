import { useEffect, useState } from 'preact/hooks';
import type { FailureCode } from '../../model/failure.ts';
import type { LogId } from '../../model/id.ts';
import { type LineFilter, type LogHead, type LogStory, matching, NO_FILTER } from '../../model/log-line.ts';
import { percentOf, Running } from '../controls/running.tsx';
import { Strip } from '../controls/strip.tsx';
import { FailureWord, Word } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { CheckNow, DamageList } from './check-now.tsx';
import { Filters } from './filters.tsx';
import type { Checking, DeviceKey, LogIntents, Proving, Scope } from './intents.ts';
import { Keys } from './keys.tsx';
import { Lines, lineId } from './lines.tsx';
import { meetingName } from './name.ts';

export interface LogPageProps {
  /** null: not read yet. */
  readonly heads: readonly LogHead[] | null;
  readonly scope: Scope | null;
  /** The stories of the scope that were read so far, the newest meeting first. */
  readonly stories: readonly LogStory[];
  /** 0..1; null: nothing is being read. */
  readonly reading: number | null;
  readonly failure: FailureCode | null;
  readonly device: DeviceKey | null;
  readonly proving: Proving;
  readonly checking: Checking;
  /** What is to be seen first. */
  readonly first?: View;
  readonly intents: LogIntents;
}

export type View = 'story' | 'left' | 'keys';
const VIEWS: readonly View[] = ['story', 'left', 'keys'];

/** All that was logged, what proves it, what left, and whether it is in order. */
export function LogPage(props: LogPageProps) {
  const { heads, failure, checking, intents } = props;
  return (
    <main class="log">
      <header>
        <div class="top">
          <Icon name="log" size={28} />
          <h1>{t('log.title')}</h1>
        </div>
        <p class="soft">{t('log.intro')}</p>
      </header>
      {failure && <FailureWord code={failure} />}
      {!heads && !failure && <p class="soft">{t('app.loading')}</p>}
      {heads?.length === 0 && (
        <section class="empty">
          <Icon name="question" size={44} />
          <h2>{t('log.none')}</h2>
          <p class="soft">{t('log.none.more')}</p>
        </section>
      )}
      {heads && heads.length > 0 && (
        <>
          <CheckNow
            heads={heads}
            last={lastOf(heads)}
            checking={checking}
            check={intents.check}
            cancel={() => intents.cancel('check')}
          />
          {checking.state === 'none' && <Known heads={heads} />}
          <p>
            <a href={exportHref(props.scope)}>{t('log.export.go')}</a>
          </p>
          <Shown {...props} heads={heads} />
        </>
      )}
    </main>
  );
}

/** With the meeting that is shown chosen there. */
function exportHref(scope: LogPageProps['scope']): string {
  return `/extension/export/index.html${scope === null || scope === 'all' ? '' : `?log=${encodeURIComponent(scope)}`}`;
}

/** What an earlier check found, until somebody checks anew. */
function Known({ heads }: { readonly heads: readonly LogHead[] }) {
  const damage = heads.flatMap(({ checked }) => checked?.damage ?? []);
  return damage.length > 0 ? <DamageList damage={damage} heads={heads} /> : null;
}

function lastOf(heads: readonly LogHead[]): number | null {
  const times = heads.map(({ checked }) => checked?.at ?? null);
  return times.some((at) => at === null) ? null : Math.min(...(times as number[]));
}

interface Target {
  readonly log: LogId;
  readonly index: number;
}

interface ShownProps extends LogPageProps {
  readonly heads: readonly LogHead[];
}

function Shown({ heads, scope, stories, reading, device, proving, first = 'story', intents }: ShownProps) {
  const [view, see] = useState<View>(first);
  const [filter, set] = useState<LineFilter>(NO_FILTER);
  const [target, goTo] = useState<Target | null>(null);
  const all = stories.flatMap(({ lines }) => lines);
  const shown = view === 'left' ? all.filter(({ kind }) => kind === 'exported') : matching(all, filter);
  const people = stories.flatMap((story) => story.people);
  const broken = stories.filter((story) => story.broken);
  const place =
    target === null ? -1 : shown.findIndex(({ log, index }) => log === target.log && index === target.index);
  // It may be on another part of the list, which is turned to first.
  useEffect(() => {
    if (target === null || place < 0) return;
    const drawn = requestAnimationFrame(() => {
      const line = document.getElementById(lineId(target.log, target.index));
      line?.scrollIntoView({ block: 'center' });
      line?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(drawn);
  }, [target, place]);
  const goToEntry = (log: LogId, index: number) => {
    // What it leads to may be filtered out.
    if (!shown.some((line) => line.log === log && line.index === index)) set(NO_FILTER);
    goTo({ log, index });
  };
  return (
    <>
      <div class="which">
        <label class="field">
          <span>{t('log.which')}</span>
          <select
            class="select"
            value={scope ?? ''}
            onChange={(event) => {
              set(NO_FILTER);
              intents.choose(event.currentTarget.value as Scope);
            }}
          >
            {heads.length > 1 && <option value="all">{t('log.all')}</option>}
            {heads.map((head) => (
              <option key={head.log} value={head.log}>
                {meetingName(head)}
              </option>
            ))}
          </select>
        </label>
        <Strip<View>
          label={t('log.views')}
          labelUnseen
          value={view}
          choices={VIEWS.map((one) => ({ value: one, label: t(`log.view.${one}`) }))}
          choose={see}
        />
      </div>
      <p>
        <a href={`/extension/export/index.html${scope === null || scope === 'all' ? '' : `?log=${scope}`}`}>
          {t('log.export')}
        </a>
      </p>
      {reading !== null && (
        <Running
          label={t('log.title')}
          share={reading}
          says={t('log.reading', { percent: percentOf(reading) })}
          cancel={() => intents.cancel('read')}
        />
      )}
      {broken.map(({ head }) => (
        <Word key={head.log} says={`${meetingName(head)}: ${t('log.broken')}`} next={t('log.broken.next')} />
      ))}
      {view === 'keys' && <Keys device={device} people={people} saveDeviceLog={intents.saveDeviceLog} />}
      {view === 'left' && (
        <p class="soft">{shown.length === 0 && reading === null ? t('log.left.none') : t('log.left.more')}</p>
      )}
      {view === 'story' && stories.length > 0 && (
        <Filters filter={filter} people={people} found={shown.length} set={set} />
      )}
      {view !== 'keys' && shown.length > 0 && (
        <section class="block" aria-label={t(`log.view.${view}`)}>
          <Lines
            lines={shown}
            heads={heads}
            several={scope === 'all'}
            proving={proving}
            intents={intents}
            show={place < 0 ? null : place}
            goTo={goToEntry}
          />
        </section>
      )}
    </>
  );
}
