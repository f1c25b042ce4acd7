import type { LogId } from '../../model/id.ts';
import type { LogHead, LogLine } from '../../model/log-line.ts';
import { Pages } from '../controls/pages.tsx';
import { FailureWord } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { timeOf } from '../words/amount.ts';
import { numbers, times } from '../words/formats.ts';
import { t } from '../words/speak.ts';
import type { LogIntents, Proving } from './intents.ts';
import { meetingName } from './name.ts';
import { Proof } from './proof.tsx';

interface LinesProps {
  readonly lines: readonly LogLine[];
  readonly heads: readonly LogHead[];
  /** Of several meetings: each line says of which. */
  readonly several: boolean;
  readonly proving: Proving;
  readonly intents: Pick<LogIntents, 'prove' | 'closeProof' | 'saveProof'>;
  /** Place among the lines that must be in sight. */
  readonly show: number | null;
  /** Shows an entry that another one leads to. */
  readonly goTo: (log: LogId, index: number) => void;
}

/** A log of 100,000 entries is drawn a part at a time. */
const AT_ONCE = 100;

/** What happened, in its order, day by day, with the time zone that the times are in. */
export function Lines(props: LinesProps) {
  return (
    <Pages
      all={props.lines}
      size={AT_ONCE}
      list={t('log.view.story')}
      show={props.show}
      draw={(part) => (
        <div class="days">
          {daysOf(part).map(({ day, lines }) => (
            <section key={`${day} ${lines[0]?.log} ${lines[0]?.index}`} aria-label={day}>
              <h2 class="day">{day}</h2>
              <ol class="lines divided">
                {lines.map((line) => (
                  <Line key={`${line.log} ${line.index}`} line={line} {...props} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
    />
  );
}

function Line({ line, heads, several, proving, intents, goTo }: LinesProps & { readonly line: LogLine }) {
  const { log, index } = line;
  const of = proving.state === 'none' ? null : proving.state === 'made' ? proving.proof : proving;
  const open = of?.log === log && of.index === index ? proving : null;
  const head = several ? heads.find((one) => one.log === log) : undefined;
  const number = entryNumber(index);
  return (
    <li id={lineId(log, index)} class={`line ${line.group} ${line.answer ?? ''}`} tabIndex={-1}>
      <time class="figures" dateTime={new Date(line.at).toISOString()}>
        {timeOf(line.at, true)}
      </time>
      <div class="said">
        <p dir="auto">{line.text}</p>
        {line.grade && <p class={`small evidence ${line.grade}`}>{t(`log.grade.${line.grade}`)}</p>}
        {head && <p class="small soft">{t('log.in', { name: meetingName(head) })}</p>}
        {line.rests.length > 0 && (
          <p class="small rests">
            {t(line.kind === 'gate-opened' ? 'log.rests.answers' : 'log.rests.recording')}{' '}
            {line.rests.slice(0, RESTS_SHOWN).map((other) => (
              <button key={other} type="button" class="link" onClick={() => goTo(log, other)}>
                {t('log.entry', { index: entryNumber(other) })}
              </button>
            ))}
            {line.rests.length > RESTS_SHOWN && t('log.check.more', { n: line.rests.length - RESTS_SHOWN })}
          </p>
        )}
      </div>
      <div class="of">
        <span class="figures small soft">{t('log.entry', { index: number })}</span>
        <button
          type="button"
          class="button tight"
          aria-expanded={open !== null}
          aria-label={t('log.proof.of', { index: number })}
          onClick={() => (open ? intents.closeProof() : intents.prove(log, index))}
        >
          <Icon name="lock" size={14} />
          {t('log.proof')}
        </button>
      </div>
      {open?.state === 'making' && <p class="soft proof later">{t('app.loading')}</p>}
      {open?.state === 'failed' && (
        <div class="proof">
          <FailureWord code={open.code} />
        </div>
      )}
      {open?.state === 'made' && <Proof proof={open.proof} save={intents.saveProof} />}
    </li>
  );
}

/** A crowd of 300 need not all be named under one line. */
const RESTS_SHOWN = 20;

export function lineId(log: LogId, index: number): string {
  return `entry-${log}-${index}`;
}

function entryNumber(index: number): string {
  return numbers({ useGrouping: false }).format(index);
}

/** Consecutive lines of one day. */
function daysOf(lines: readonly LogLine[]): { readonly day: string; readonly lines: LogLine[] }[] {
  const days: { day: string; lines: LogLine[] }[] = [];
  for (const line of lines) {
    const day = dayIn(line.at);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

function dayIn(at: number): string {
  const zone = times({ timeZoneName: 'longOffset', year: 'numeric' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const { timeZone } = times({}).resolvedOptions();
  return t('log.day', {
    day: times({ dateStyle: 'full' }).format(at),
    zone: `${timeZone}${zone && zone !== timeZone ? ` (${zone})` : ''}`,
  });
}
