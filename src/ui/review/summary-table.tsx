import type { AgentSummary } from '../../model/review-summary.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { percentWords } from './score-words.ts';

/** One line an agent, with the means of each criterion. */
export function SummaryTable({ agents }: { readonly agents: readonly AgentSummary[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled with the keyboard.
    <figure class="wide" aria-label={t('reviews.summary')} tabIndex={0}>
      <table class="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('reviews.agent')}</th>
            <th scope="col">{t('reviews.calls')}</th>
            <th scope="col">{t('reviews.cards')}</th>
            <th scope="col">{t('reviews.mean')}</th>
            <th scope="col">{t('reviews.range')}</th>
            <th scope="col">{t('reviews.criteria')}</th>
          </tr>
        </thead>
        <tbody>
          {agents.map(({ agent, calls, cards, mean, lowest, highest, criteria }) => (
            <tr key={agent}>
              <th scope="row">
                <bdi>{nameOf(agent)}</bdi>
              </th>
              <td class="number-cell">{calls}</td>
              <td class="number-cell">{cards}</td>
              <td class="number-cell">
                <b>{percentWords(mean)}</b>
              </td>
              <td class="number-cell">
                {lowest === null ? '–' : `${percentWords(lowest)} – ${percentWords(highest)}`}
              </td>
              <td>
                <ul class="criterion-means">
                  {criteria.map((one) => (
                    <li key={one.name}>
                      <bdi>{one.name}</bdi> <b>{percentWords(one.mean)}</b>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
