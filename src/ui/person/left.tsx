import type { LogId } from '../../model/id.ts';
import type { PersonExport } from '../../model/person.ts';
import { dateOf, dayOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { DoingWord } from './doing-word.tsx';
import type { ShownPerson } from './intents.ts';
import type { PersonProps } from './person.tsx';
import { TellThem } from './tell-them.tsx';

/** What left this computer with them in it, and who got it: they are to be told of a correction and of an erasure (GDPR art. 19). */
export function Left({ people, doing, now, intents }: PersonProps & { people: readonly ShownPerson[] }) {
  const all = people.flatMap(({ record }) => record.exports.map((one) => ({ ...one, log: record.log })));
  const given = all.filter(({ carried }) => carried !== 'own');
  const own = all.filter(({ carried }) => carried === 'own');
  const owed = given.filter((one) => one.owed).length;
  return (
    <section class="block" aria-labelledby="left-title">
      <h2 id="left-title">{t('person.left')}</h2>
      {given.length === 0 && <p class="soft">{t('person.left.none')}</p>}
      {owed > 0 && <p class="word-only">{t('person.left.owed', { n: owed })}</p>}
      {given.length > 0 && (
        <>
          <p class="small soft">{t('person.left.tell')}</p>
          <ul class="plain">
            {given.map((one) => (
              <li key={`${one.log} ${one.index}`} class="left-item">
                <One
                  one={one}
                  doing={doing.state === 'running'}
                  now={now}
                  told={(on) => intents.told(one.log, one.index, on)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <DoingWord doing={doing} what="told" />
      {own.length > 0 && <p class="small soft">{t('person.left.own', { n: own.length })}</p>}
    </section>
  );
}

interface OneProps {
  readonly one: PersonExport & { readonly log: LogId };
  readonly doing: boolean;
  readonly now: number;
  readonly told: (on: string | null) => void;
}

function One({ one, doing, now, told }: OneProps) {
  return (
    <>
      <p>
        {line(one)} <span class="small soft">{t('records.entry', { index: String(one.index) })}</span>
      </p>
      <p class="small">{one.whom === '' ? t('person.left.nobody') : t('person.left.whom', { whom: one.whom })}</p>
      {one.owed && <TellThem now={now} busy={doing} told={told} />}
      {one.told !== null && (
        <p class="small actions">
          <b>{t('person.left.told', { date: dayOf(one.told) })}</b>
          <button type="button" class="button plain tight" disabled={doing} onClick={() => told(null)}>
            {t('person.left.back')}
          </button>
        </p>
      )}
    </>
  );
}

function line({ at, format, carried }: PersonExport): string {
  return t(`person.left.${carried === 'own' ? 'log' : carried}`, { date: dateOf(at), format });
}
