import type { LogId } from '../../model/id.ts';
import { Pages } from '../controls/pages.tsx';
import { dateOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

interface Choice {
  readonly log: LogId;
  readonly meeting: string;
  readonly openedAt: number;
}

interface TicksProps {
  readonly legend: string;
  /** The meeting that it starts from, which cannot be left out. */
  readonly always: LogId;
  readonly choices: readonly Choice[];
  readonly ticked: readonly LogId[];
  readonly tick: (logs: readonly LogId[]) => void;
}

const AT_ONCE = 12;

/** Meetings to be ticked. */
export function Ticks({ legend, always, choices, ticked, tick }: TicksProps) {
  const toggle = (log: LogId, on: boolean) =>
    tick(on ? [...new Set([...ticked, log])] : ticked.filter((one) => one !== log));
  return (
    <fieldset class="field ticks">
      <legend>{legend}</legend>
      <Pages
        all={choices}
        size={AT_ONCE}
        list={legend}
        draw={(part) =>
          part.map(({ log, meeting, openedAt }) => (
            <label key={log} class="tick">
              <input
                type="checkbox"
                checked={ticked.includes(log)}
                disabled={log === always}
                onChange={(event) => toggle(log, event.currentTarget.checked)}
              />
              <span>
                <bdi>{meeting === '' ? t('records.erasedMeeting') : meeting}</bdi>{' '}
                <span class="small soft">
                  {dateOf(openedAt)}, {timeOf(openedAt)}
                </span>
              </span>
            </label>
          ))
        }
      />
    </fieldset>
  );
}
