import { ANSWERS } from '../../model/answer.ts';
import { PURPOSES } from '../../model/ask.ts';
import type { ParticipantKey } from '../../model/id.ts';
import { LINE_GROUPS, type LineFilter, type LogPerson, NO_FILTER } from '../../model/log-line.ts';
import { Choice } from '../controls/choice.tsx';
import { Day } from '../controls/day.tsx';
import { Icon } from '../style/icon.tsx';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

interface FiltersProps {
  readonly filter: LineFilter;
  readonly people: readonly LogPerson[];
  readonly found: number;
  readonly set: (filter: LineFilter) => void;
}

/** A list of thousands in a field to choose from helps nobody; whoever is in it is found by name. */
const PEOPLE_MAX = 500;

export function Filters({ filter, people, found, set }: FiltersProps) {
  const change = (part: Partial<LineFilter>) => set({ ...filter, ...part });
  const narrowed = Object.keys(NO_FILTER).some(
    (key) => filter[key as keyof LineFilter] !== NO_FILTER[key as keyof LineFilter],
  );
  return (
    <search class="filters" aria-label={t('log.filter')}>
      <div class="search-field">
        <Icon name="search" size={18} />
        <input
          class="search"
          type="search"
          aria-label={t('log.filter.words')}
          placeholder={t('log.filter.words')}
          value={filter.words}
          onInput={(event) => change({ words: event.currentTarget.value })}
        />
      </div>
      <div class="narrow">
        <Choice
          any={t('log.filter.any')}
          label={t('log.filter.group')}
          value={filter.group}
          choices={LINE_GROUPS.map((one) => [one, t(`log.group.${one}`)])}
          choose={(group) => change({ group })}
        />
        <Choice
          any={t('log.filter.any')}
          label={t('log.filter.person')}
          value={filter.person}
          choices={people
            .slice(0, PEOPLE_MAX)
            .map((one): [ParticipantKey, string] => [one.participant, personName(one)])}
          choose={(person) => change({ person })}
        />
        <Choice
          any={t('log.filter.any')}
          label={t('log.filter.answer')}
          value={filter.answer}
          choices={ANSWERS.map((one) => [one, t(`log.answer.${one}`)])}
          choose={(answer) => change({ answer })}
        />
        <Choice
          any={t('log.filter.any')}
          label={t('log.filter.purpose')}
          value={filter.purpose}
          choices={PURPOSES.map((one) => [one, t(`purpose.${one}`)])}
          choose={(purpose) => change({ purpose })}
        />
        <Day label={t('log.filter.from')} at={filter.from} set={(from) => change({ from })} end={false} />
        <Day label={t('log.filter.to')} at={filter.to} set={(to) => change({ to })} end={true} />
      </div>
      <p class="found">
        <span aria-live="polite">{found === 0 ? t('log.noMatch') : t('log.found', { n: found })}</span>
        {narrowed && (
          <button type="button" class="button plain tight" onClick={() => set(NO_FILTER)}>
            {t('log.filter.clear')}
          </button>
        )}
      </p>
    </search>
  );
}

export function personName({ name }: Pick<LogPerson, 'name'>): string {
  return name === '' ? t('name.erased') : nameOf(name);
}
