import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PersonView } from '../../model/panel.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

interface SamePersonProps {
  readonly others: readonly PersonView[];
  readonly join: (other: PersonView) => void;
  readonly back: () => void;
}

export function SamePerson({ others, join, back }: SamePersonProps) {
  const field = useId();
  const [chosen, choose] = useState('');
  const select = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => select.current?.focus(), []);
  const other = others.find((person) => person.participant === chosen);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    back();
  };
  return (
    <fieldset class="confirm" aria-label={t('person.same')} onKeyDown={keys}>
      <div class="field">
        <label for={field}>{t('person.same')}</label>
        <select
          class="select"
          ref={select}
          id={field}
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t('person.same.choose')}</option>
          {others.map((person) => (
            <option key={person.participant} value={person.participant}>
              {nameOf(person.name)}
            </option>
          ))}
        </select>
      </div>
      <p class="small soft">{t('person.same.why')}</p>
      <div class="actions">
        <button type="button" class="button tight" aria-disabled={!other} onClick={() => other && join(other)}>
          {t('person.same.yes')}
        </button>
        <button type="button" class="button tight" onClick={back}>
          {t('do.back')}
        </button>
      </div>
    </fieldset>
  );
}
