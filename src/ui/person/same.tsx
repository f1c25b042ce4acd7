import { dateOf } from '../words/amount.ts';
import { siteName } from '../words/site-name.ts';
import { t } from '../words/speak.ts';
import type { ShownPerson } from './intents.ts';
import type { PersonProps } from './person.tsx';

/** In which meetings it is the same person, how that is known, and where it is not. */
export function Same({ people, maybe, chosen, looking, intents }: PersonProps & { people: readonly ShownPerson[] }) {
  const accounts = people.filter(({ by }) => by === 'account').length;
  return (
    <section class="block" aria-labelledby="same-title">
      <h2 id="same-title">{t('person.who')}</h2>
      <p>{t('person.who.here', { date: dateOf(people[0]?.record.openedAt ?? 0) })}</p>
      {accounts > 0 && <p>{t('person.who.account', { n: accounts })}</p>}
      <p class="small soft">{t('person.who.why')}</p>
      {looking && (
        <p class="small soft" role="status">
          {t('person.who.looking', { done: looking.done, total: looking.total })}
        </p>
      )}
      {maybe.length > 0 && (
        <fieldset class="same-names">
          <legend>{t('person.who.names')}</legend>
          {maybe.map(({ record }) => (
            <label key={record.log} class="check">
              <input
                type="checkbox"
                checked={chosen.has(record.log)}
                onChange={(event) => intents.include(record.log, event.currentTarget.checked)}
              />
              <span>
                {t('person.who.meeting', {
                  date: dateOf(record.openedAt),
                  site: siteName(record.platform),
                  n: record.answers.length,
                })}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </section>
  );
}
