import type { Use, UsedLog } from '../../model/use.ts';
import { Pages } from '../controls/pages.tsx';
import { pageHref } from '../nav/pages.ts';
import { dateOf, timeOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { didWords } from './did-words.ts';
import { meetingWords } from './meeting-words.ts';

const AT_ONCE = 200;

interface UsesTableProps {
  readonly uses: readonly Use[];
  readonly logs: readonly UsedLog[];
}

/** Each use, with the way to its line in the log. */
export function UsesTable({ uses, logs }: UsesTableProps) {
  const names = new Map(logs.map((one) => [one.log, meetingWords(one)]));
  return (
    <Pages
      all={uses}
      size={AT_ONCE}
      list={t('use.lines')}
      draw={(part) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled with the keyboard.
        <figure class="wide" aria-label={t('use.lines')} tabIndex={0}>
          <table class="figures-table">
            <thead>
              <tr>
                {(['when', 'what', 'purpose', 'who', 'meeting', 'entry'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`use.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {part.map((use) => {
                const { log, index, at, purpose, who } = use;
                return (
                  <tr key={`${log} ${index}`}>
                    <td class="figures">
                      {dateOf(at)}, {timeOf(at)}
                    </td>
                    <td>{didWords(use)}</td>
                    <td>{purpose === null ? t('use.no-purpose') : t(`purpose.${purpose}`)}</td>
                    <td>{who === null ? <span class="soft">{t('use.nobody')}</span> : <bdi>{nameOf(who)}</bdi>}</td>
                    <td>
                      <bdi>{names.get(log)}</bdi>
                    </td>
                    <td class="number-cell">
                      <a href={`${pageHref('log')}?log=${log}`}>{index}</a>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </figure>
      )}
    />
  );
}
