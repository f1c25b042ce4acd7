import { t } from '../words/speak.ts';
import type { ShownPerson } from './intents.ts';

/** In plain words what goes, what stays and why, and for whom else a recording is lost. */
export function EraseWords({ people }: { readonly people: readonly ShownPerson[] }) {
  const recordings = people.flatMap(({ record }) => record.recordings.filter(({ deleted }) => !deleted));
  const others = Math.max(0, ...recordings.map((one) => one.others));
  const notes = people.reduce((sum, { beside }) => sum + beside.notes, 0);
  const copies = people.reduce((sum, { beside }) => sum + beside.copies, 0);
  return (
    <div class="erase-words">
      <p>
        <b>{t('person.erase.goes')}</b>
      </p>
      <ul>
        <li>{t('person.erase.goes.recordings', { n: recordings.length })}</li>
        {recordings.length > 0 && <li>{t('person.erase.goes.others', { n: others })}</li>}
        {notes + copies > 0 && <li>{t('person.erase.goes.made', { notes, copies })}</li>}
        <li>{t('person.erase.goes.words', { n: people.length })}</li>
        <li>{t('person.erase.goes.met')}</li>
      </ul>
      <p>
        <b>{t('person.erase.stays')}</b>
      </p>
      <ul>
        <li>{t('person.erase.stays.proof')}</li>
        <li>{t('person.erase.stays.left')}</li>
        <li>{t('person.erase.stays.others')}</li>
      </ul>
      <p>{t('person.erase.never')}</p>
    </div>
  );
}
