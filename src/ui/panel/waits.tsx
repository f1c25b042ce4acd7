import type { Because, Reason } from '../../model/gate.ts';
import type { PanelView, Trouble } from '../../model/panel.ts';
import { namesOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import type { Phase } from './phase.ts';

/** The head, or a section of its own, already says these. */
const SAID: ReadonlySet<Reason> = new Set([
  'not-asked',
  'paused',
  'stopped',
  'going-on-without',
  'doubt-open',
  'roster-unknown',
  'roster-partial',
  'counter-differs',
  'capture-failed',
]);

/** While the log is like this nothing is recorded, whatever is agreed. */
const HELD: ReadonlySet<Trouble> = new Set(['log-damaged', 'log-checking', 'log-failing']);

/** All that stands between now and recording, with the next step of each. */
export function Waits({ view, phase }: { readonly view: PanelView; readonly phase: Phase }) {
  const listed = view.because.filter(
    ({ reason }) => !SAID.has(reason) && !(reason === 'not-armed' && phase === 'not-armed'),
  );
  const held = view.trouble !== null && HELD.has(view.trouble);
  const above = listed.length === 0 && (view.because.length > 0 || held);
  // Once somebody was asked it keeps its place, so that the people below it do not move when the last answer comes in.
  if (phase === 'without' || (listed.length === 0 && !view.ask)) return null;
  return (
    <section class="block" aria-labelledby="waits-title">
      <h2 id="waits-title">{t('waits.title')}</h2>
      <ul class="waits">
        {listed.length === 0 && (
          <li class="nothing">
            <p>
              <b>{t(above ? 'waits.above' : 'waits.nothing')}</b>
            </p>
            <p class="soft">{t(above ? 'waits.above.next' : 'waits.nothing.next')}</p>
          </li>
        )}
        {listed.map((because) => (
          <li key={because.reason}>
            <p>
              <b>{sentence(because, view)}</b>
            </p>
            <p class="soft">{next(because.reason, view)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where nothing can be written into the chat, everything is asked and answered aloud. */
function next(reason: Reason, { page }: PanelView): string {
  const aloud = page?.chat === false && (reason === 'notice-not-shown' || reason === 'waiting');
  return t(aloud ? 'aloud.next' : `reason.${reason}.next`);
}

function sentence({ reason, people }: Because, view: PanelView): string {
  const names = people.map((key) => view.people.find((person) => person.participant === key)?.name ?? '');
  return t(`reason.${reason}`, {
    n: people.length,
    names: namesOf(names),
    counter: view.roster?.counter ?? 0,
    rows: view.roster?.rows ?? 0,
  });
}
