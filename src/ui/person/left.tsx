import type { PersonExport } from '../../model/person.ts';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import type { ShownPerson } from './intents.ts';

/** What left this computer with them in it, and who got it: they are to be told of a correction and of an erasure (GDPR art. 19). */
export function Left({ people }: { readonly people: readonly ShownPerson[] }) {
  const all = people.flatMap(({ record }) => record.exports.map((one) => ({ ...one, log: record.log })));
  const given = all.filter(({ carried }) => carried !== 'own');
  const own = all.filter(({ carried }) => carried === 'own');
  return (
    <section class="block" aria-labelledby="left-title">
      <h2 id="left-title">{t('person.left')}</h2>
      {given.length === 0 && <p class="soft">{t('person.left.none')}</p>}
      {given.length > 0 && (
        <>
          <p class="small soft">{t('person.left.tell')}</p>
          <ul class="plain">
            {given.map((one) => (
              <li key={`${one.log} ${one.index}`}>
                <p>
                  {line(one)} <span class="small soft">{t('records.entry', { index: String(one.index) })}</span>
                </p>
                <p class="small">
                  {one.whom === '' ? t('person.left.nobody') : t('person.left.whom', { whom: one.whom })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {own.length > 0 && <p class="small soft">{t('person.left.own', { n: own.length })}</p>}
    </section>
  );
}

function line({ at, format, carried }: PersonExport): string {
  return t(`person.left.${carried === 'own' ? 'log' : carried}`, { date: dateOf(at), format });
}
