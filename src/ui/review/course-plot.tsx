import type { Course, Period } from '../../model/review-course.ts';
import { dateOf } from '../words/amount.ts';
import { times } from '../words/formats.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { percentWords } from './score-words.ts';

/** As many lines as one can tell apart; each has a mark of its own, and its colour only adds to it. */
export const LINES_MAX = 6;
const [WIDTH, HEIGHT] = [720, 240];
/** Room for the figures at the left, the words below, and half a mark everywhere. */
const [LEFT, RIGHT, TOP, BOTTOM] = [46, 14, 10, 28];
const STEPS = [0, 0.25, 0.5, 0.75, 1];
/** Words below stand at most at so many places. */
const WORDS_MAX = 6;

interface CourseProps {
  readonly course: Course;
  readonly period: Period;
}

/** How the scores went on, as a picture; CourseTable has the same figures. */
export function CoursePlot({ course: { starts, series }, period }: CourseProps) {
  const x = (at: number) =>
    starts.length < 2 ? (LEFT + WIDTH - RIGHT) / 2 : LEFT + (at / (starts.length - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const shown = series.slice(0, LINES_MAX);
  const every = Math.max(1, Math.ceil(starts.length / WORDS_MAX));
  return (
    <figure class="course">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('reviews.course.plot')}>
        {STEPS.map((step) => (
          <g key={step}>
            <line class="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(step)} y2={y(step)} />
            <text class="axis" x={LEFT - 6} y={y(step) + 4} text-anchor="end">
              {percentWords(step)}
            </text>
          </g>
        ))}
        {starts.map((start, at) =>
          at % every === 0 ? (
            <text
              key={start}
              class="axis"
              x={x(at)}
              y={HEIGHT - 8}
              text-anchor={at === 0 && starts.length > 1 ? 'start' : 'middle'}
            >
              {shortOf(start, period)}
            </text>
          ) : null,
        )}
        {shown.map(({ agent, means }, line) => (
          <g key={agent} class={`line line-${line}`}>
            {pathsOf(means, x, y).map((path) => (
              <path key={path} class="run" d={path} />
            ))}
            {means.map((mean, at) =>
              mean === null ? null : <path key={starts[at]} class="mark" d={markOf(line, x(at), y(mean))} />,
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        <ul class="legend">
          {shown.map(({ agent }, line) => (
            <li key={agent} class={`line line-${line}`}>
              <svg viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
                <path class="run" d="M1 6H27" />
                <path class="mark" d={markOf(line, 14, 6)} />
              </svg>
              <bdi>{nameOf(agent)}</bdi>
            </li>
          ))}
        </ul>
        {series.length > shown.length && <p class="small soft">{t('reviews.course.more', { n: LINES_MAX })}</p>}
      </figcaption>
    </figure>
  );
}

/** The same figures to read, to hear and to copy. */
export function CourseTable({ course: { starts, series }, period }: CourseProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled with the keyboard.
    <figure class="wide" aria-label={t('reviews.course')} tabIndex={0}>
      <table class="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('reviews.course.when')}</th>
            {series.map(({ agent }) => (
              <th key={agent} scope="col">
                <bdi>{nameOf(agent)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {starts.map((start, at) => (
            <tr key={start}>
              <th scope="row">{longOf(start, period)}</th>
              {series.map(({ agent, means, cards }) => (
                <td key={agent} class="number-cell">
                  {(means[at] ?? null) === null ? '–' : `${percentWords(means[at] ?? null)} (${cards[at]})`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** A run of the line for each row of periods without a gap: what was not scored is not drawn over. */
function pathsOf(
  means: readonly (number | null)[],
  x: (at: number) => number,
  y: (share: number) => number,
): readonly string[] {
  const runs: string[][] = [[]];
  for (const [at, mean] of means.entries()) {
    if (mean === null) runs.push([]);
    else runs.at(-1)?.push(`${x(at).toFixed(1)} ${y(mean).toFixed(1)}`);
  }
  return runs.filter((run) => run.length > 1).map((run) => `M${run.join('L')}`);
}

/** Circle, square, triangle, diamond, cross, bar. */
function markOf(line: number, x: number, y: number): string {
  const at = (dx: number, dy: number) => `${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`;
  switch (line) {
    case 0:
      return `M${at(-4, 0)}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z`;
    case 1:
      return `M${at(-4, -4)}h8v8h-8z`;
    case 2:
      return `M${at(0, -5)}l5 9h-10z`;
    case 3:
      return `M${at(0, -5)}l5 5l-5 5l-5-5z`;
    case 4:
      return `M${at(-1.5, -5)}h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z`;
    default:
      return `M${at(-5, -2)}h10v4h-10z`;
  }
}

function shortOf(start: number, period: Period): string {
  if (period === 'month') return times({ month: 'short', year: 'numeric' }).format(start);
  return times({ day: 'numeric', month: 'short' }).format(start);
}

function longOf(start: number, period: Period): string {
  if (period === 'month') return times({ month: 'long', year: 'numeric' }).format(start);
  return period === 'week' ? t('reviews.course.week', { day: dateOf(start) }) : dateOf(start);
}
