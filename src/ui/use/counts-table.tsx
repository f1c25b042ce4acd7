import type { UseCount } from '../../model/use.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

const COLUMNS = [
  'played',
  'saved',
  'copied',
  'made',
  'reviewed',
  'worked',
  'left',
  'removed',
  'holds',
  'meetings',
] as const;

/** How often, for each purpose and each who. */
export function CountsTable({ counts }: { readonly counts: readonly UseCount[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled with the keyboard.
    <figure class="wide" aria-label={t('use.counts')} tabIndex={0}>
      <table class="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('use.purpose')}</th>
            <th scope="col">{t('use.who')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`use.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((one) => (
            <tr key={`${one.purpose} ${one.who}`}>
              <th scope="row">{one.purpose === null ? t('use.no-purpose') : t(`purpose.${one.purpose}`)}</th>
              <td>{one.who === null ? <span class="soft">{t('use.nobody')}</span> : <bdi>{nameOf(one.who)}</bdi>}</td>
              {COLUMNS.map((column) => (
                <td key={column} class="number-cell">
                  {one[column] === 0 ? '–' : one[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
