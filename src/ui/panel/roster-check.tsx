import type { PanelView } from '../../model/panel.ts';
import { Word } from '../controls/word.tsx';
import { namesOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';

/** When the page does not show for sure who is here, the host looks and says so. */
export function RosterCheck({ view, intents }: { readonly view: PanelView; readonly intents: PanelIntents }) {
  const { roster, because } = view;
  const open = because.find(
    ({ reason }) => reason === 'roster-unknown' || reason === 'roster-partial' || reason === 'counter-differs',
  );
  if (!open) return roster?.confirmed ? <p class="soft small">{t('roster.confirmed')}</p> : null;
  const here = view.people.filter((person) => person.present).map((person) => person.name);
  const names = here.length > 0 ? namesOf(here) : t('roster.nobody');
  const n = roster?.rows ?? here.length;
  const says = {
    'roster-unknown': t('roster.unknown', { names }),
    'roster-partial': t('roster.partial', { n, names }),
    'counter-differs': t('roster.counter', { n, names, counter: roster?.counter ?? 0 }),
  };
  return (
    <section aria-labelledby="roster-title">
      <h2 class="unseen" id="roster-title">
        {t('roster.title')}
      </h2>
      <Word
        icon="people"
        says={says[open.reason as keyof typeof says]}
        next={`${t(`reason.${open.reason}.next`)} ${t('roster.check')}`}
      >
        {roster && here.length > 0 && (
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
