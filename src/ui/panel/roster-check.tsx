import type { PanelView } from '../../model/panel.ts';
import { Word } from '../controls/word.tsx';
import { namesOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';
import { listNeed } from './list-need.ts';

/** When the page does not show for sure who is here, the host looks and says so. */
export function RosterCheck({ view, intents }: { readonly view: PanelView; readonly intents: PanelIntents }) {
  const { roster } = view;
  const need = listNeed(view);
  if (!need) return roster?.confirmed ? <p class="soft small">{t('roster.confirmed')}</p> : null;
  const { reason, counted, rows: n } = need;
  const names = need.names.length > 0 ? namesOf(need.names) : t('roster.nobody');
  const says = {
    'roster-unknown': t('roster.unknown', { names }),
    'roster-partial': counted ? t('roster.counted', { n, names }) : t('roster.partial', { n, names }),
    'counter-differs': t('roster.counter', { n, names, counter: roster?.counter ?? 0 }),
  };
  return (
    <section aria-labelledby="roster-title">
      <h2 class="unseen" id="roster-title">
        {t('roster.title')}
      </h2>
      <Word
        icon="people"
        says={says[reason]}
        next={counted ? t('roster.check') : `${t(`reason.${reason}.next`)} ${t('roster.check')}`}
      >
        {roster && need.names.length > 0 && (
          <div class="actions">
            <button type="button" class="button primary tight" onClick={intents.confirmRoster}>
              {t('roster.confirm')}
            </button>
          </div>
        )}
      </Word>
    </section>
  );
}
