import type { StoryLine } from '../../model/record.ts';
import { dateOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

/** Entries that say what was done with a recording after the meeting. */
const AFTERWARDS: ReadonlySet<string> = new Set([
  'accessed',
  'reviewed',
  'exported',
  'deleted',
  'cut',
  'copy-made',
  'copy-deleted',
  'retention-shortened',
  'hold-set',
  'hold-lifted',
  'request-received',
  'request-answered',
  'request-refused',
  'request-extended',
  'recipient-told',
]);
const AT_MOST = 50;

/** Who opened it is not known; that it was opened, when, and what for, is. The newest first. */
export function History({ story }: { readonly story: readonly StoryLine[] }) {
  const lines = story.filter(({ kind }) => AFTERWARDS.has(kind)).toReversed();
  return (
    <section class="block" aria-labelledby="history-title">
      <h3 id="history-title">{t('records.history')}</h3>
      {lines.length === 0 && <p class="soft">{t('records.history.none')}</p>}
      {lines.length > 0 && (
        <ol class="story divided">
          {lines.slice(0, AT_MOST).map((line) => (
            <li key={line.index}>
              <span class="figures soft small">
                {dateOf(line.at)}, {timeOf(line.at)}
              </span>
              <span dir="auto">{line.text}</span>
              <span class="figures soft small">{t('records.entry', { index: String(line.index) })}</span>
            </li>
          ))}
        </ol>
      )}
      {lines.length > AT_MOST && <p class="small soft">{t('records.history.older')}</p>}
    </section>
  );
}
