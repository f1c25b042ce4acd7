import type { LogId } from '../../model/id.ts';
import type { StoryLine } from '../../model/record.ts';
import { Pages } from '../controls/pages.tsx';
import { pageHref } from '../nav/pages.ts';
import { timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

const AT_ONCE = 200;

/** The log as sentences, in its order. */
export function Story({ log, story }: { readonly log: LogId; readonly story: readonly StoryLine[] }) {
  return (
    <section class="block" aria-labelledby="story-title">
      <h3 id="story-title">{t('records.story')}</h3>
      <p>
        <a href={`${pageHref('log')}?log=${log}`}>{t('records.story.log')}</a>
      </p>
      {story.length === 0 && <p class="soft">{t('records.story.none')}</p>}
      <Pages
        all={story}
        size={AT_ONCE}
        list={t('records.story')}
        draw={(part) => (
          <ol class="story divided">
            {part.map((line) => (
              <li key={line.index}>
                <span class="figures soft small">{timeOf(line.at, true)}</span>
                <span dir="auto">{line.text}</span>
                <span class="figures soft small">{t('records.entry', { index: String(line.index) })}</span>
              </li>
            ))}
          </ol>
        )}
      />
    </section>
  );
}
