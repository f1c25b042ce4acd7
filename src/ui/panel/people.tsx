import { useState } from 'preact/hooks';
import type { PanelView, PersonView } from '../../model/panel.ts';
import type { PlaceRow } from '../../model/place-row.ts';
import { Pages } from '../controls/pages.tsx';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';
import { PersonRow } from './person-row.tsx';
import { peopleHere } from './phase.ts';

/** From so many on, one looks for a person and no longer reads the list. */
const CROWD = 25;
const AT_ONCE = 50;

interface PeopleProps {
  readonly view: PanelView;
  readonly places: readonly PlaceRow[];
  readonly intents: PanelIntents;
}

export function People({ view, places, intents }: PeopleProps) {
  const [query, search] = useState('');
  const [onlyOpen, choose] = useState(false);
  const crowd = view.people.length >= CROWD;
  const found = crowd ? view.people.filter((person) => fits(person, query, onlyOpen)) : view.people;
  return (
    <section class="block" aria-labelledby="people-title">
      <h2 id="people-title">
        {t('people.title')} <span class="soft">{t('people.count', { n: peopleHere(view).length })}</span>
      </h2>
      {crowd && (
        <div class="find">
          <input
            class="search"
            type="search"
            aria-label={t('people.search')}
            placeholder={t('people.search')}
            value={query}
            onInput={(event) => search(event.currentTarget.value)}
          />
          <label>
            <input type="checkbox" checked={onlyOpen} onChange={(event) => choose(event.currentTarget.checked)} />
            <span>{t('people.open')}</span>
          </label>
        </div>
      )}
      {view.people.length === 0 && <p class="soft">{t('people.none')}</p>}
      {view.people.length > 0 && found.length === 0 && <p class="soft">{t('people.noMatch')}</p>}
      {found.length > 0 && (
        <Pages
          all={found}
          size={AT_ONCE}
          list={t('people.title')}
          draw={(part) => (
            <ul class="people">
              {part.map((person) => (
                <PersonRow key={person.participant} person={person} view={view} places={places} intents={intents} />
              ))}
            </ul>
          )}
        />
      )}
    </section>
  );
}

function fits(person: PersonView, query: string, onlyOpen: boolean): boolean {
  if (onlyOpen && (!person.present || person.sameAs !== null || person.state === 'given')) return false;
  return nameOf(person.name).toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
}
