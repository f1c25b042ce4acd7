import { useId } from 'preact/hooks';
import type { LogId, ParticipantKey } from '../../model/id.ts';
import type { Namesakes } from '../../model/keeping.ts';
import type { RecordedPerson } from '../../model/record.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { Ticks } from './ticks.tsx';

interface HoldPersonProps {
  readonly people: readonly RecordedPerson[];
  readonly chosen: ParticipantKey | null;
  readonly choose: (participant: ParticipantKey | null) => void;
  readonly namesakes: Namesakes;
  readonly search: () => void;
  readonly ticked: readonly LogId[];
  readonly tick: (logs: readonly LogId[]) => void;
}

/** Somebody of this meeting, and the other meetings in which the host says that it is they: a name alone proves nothing. */
export function HoldPerson({ people, chosen, choose, namesakes, search, ticked, tick }: HoldPersonProps) {
  const field = useId();
  return (
    <>
      <div class="field">
        <label for={field}>{t('hold.person')}</label>
        <select
          id={field}
          class="select"
          value={chosen ?? ''}
          onChange={(event) => choose((event.currentTarget.value || null) as ParticipantKey | null)}
        >
          <option value="">{t('hold.missing.person')}</option>
          {people.map(({ participant, name }) => (
            <option key={participant} value={participant}>
              {name === '' ? t('name.erased') : nameOf(name)}
            </option>
          ))}
        </select>
        <p class="small soft">{t('hold.person.later')}</p>
      </div>
      {chosen && namesakes.state === 'none' && (
        <button type="button" class="button tight" onClick={search}>
          {t('hold.person.search')}
        </button>
      )}
      <p class="small soft" aria-live="polite">
        {namesakes.state === 'searching' &&
          t('hold.person.searching', { done: namesakes.done, total: namesakes.total })}
        {namesakes.state === 'found' && namesakes.people.length === 0 && t('hold.person.none')}
      </p>
      {chosen && namesakes.state === 'found' && namesakes.people.length > 0 && (
        <Ticks
          legend={t('hold.person.choose')}
          always={'' as LogId}
          choices={namesakes.people}
          ticked={ticked}
          tick={tick}
        />
      )}
    </>
  );
}
