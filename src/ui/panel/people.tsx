import type { PanelView } from '../../model/panel.ts';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';
import { PersonRow } from './person-row.tsx';
import { peopleHere } from './phase.ts';

export function People({ view, intents }: { readonly view: PanelView; readonly intents: PanelIntents }) {
  return (
    <section class="block" aria-labelledby="people-title">
      <h2 id="people-title">
        {t('people.title')} <span class="soft">{t('people.count', { n: peopleHere(view).length })}</span>
      </h2>
      {view.people.length === 0 ? (
        <p class="soft">{t('people.none')}</p>
      ) : (
        <ul class="people">
          {view.people.map((person) => (
            <PersonRow key={person.participant} person={person} view={view} intents={intents} />
          ))}
        </ul>
      )}
    </section>
  );
}
