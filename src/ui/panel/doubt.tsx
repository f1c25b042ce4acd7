import { useId, useState } from 'preact/hooks';
import type { Settlement } from '../../model/observation.ts';
import type { DoubtView, PersonView } from '../../model/panel.ts';
import { nameOf } from '../words/name.ts';
import { type Key, t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';

interface DoubtProps {
  readonly doubt: DoubtView;
  readonly people: readonly PersonView[];
  readonly settle: PanelIntents['settle'];
}

interface Choice {
  readonly as: Settlement;
  readonly key: Key;
}

/** What it reads like comes first; every question can be set aside as "not an answer". */
const choices: Readonly<Record<DoubtView['reads'], readonly Choice[]>> = {
  consented: [
    { as: 'consented', key: 'doubt.yes.consented' },
    { as: 'refused', key: 'doubt.no.consented' },
    { as: 'nothing', key: 'doubt.nothing' },
  ],
  refused: [
    { as: 'refused', key: 'doubt.yes.refused' },
    { as: 'consented', key: 'doubt.no.refused' },
    { as: 'nothing', key: 'doubt.nothing' },
  ],
  withdrawn: [
    { as: 'withdrawn', key: 'doubt.yes.withdrawn' },
    { as: 'nothing', key: 'doubt.nothing' },
  ],
};

export function Doubt({ doubt, people, settle }: DoubtProps) {
  const field = useId();
  const asked = useId();
  const [chosen, choose] = useState('');
  const known = people.find((person) => person.participant === doubt.participant);
  const who = known ?? people.find((person) => person.participant === chosen);
  const sender = known ? nameOf(known.name) : doubt.sender === '' ? t('doubt.someone') : nameOf(doubt.sender);
  return (
    <div class="doubt">
      <p>{t('doubt.wrote', { name: sender })}</p>
      <blockquote class="quote" dir="auto">
        {doubt.words}
      </blockquote>
      <p class="small soft">
        {t(`doubt.why.${doubt.reason}`)} {t(doubt.closes ? 'doubt.closes' : 'doubt.waits')}
      </p>
      {!known && (
        <div class="field">
          <label for={field}>{t('doubt.who')}</label>
          <select class="select" id={field} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{t('doubt.who.choose')}</option>
            {people
              .filter((person) => !person.self)
              .map((person) => (
                <option key={person.participant} value={person.participant}>
                  {nameOf(person.name)}
                </option>
              ))}
          </select>
        </div>
      )}
      <p id={asked}>
        <b>{t(`doubt.did.${doubt.reads}`, { name: who ? nameOf(who.name) : sender })}</b>
      </p>
      <fieldset class="actions" aria-labelledby={asked}>
        {choices[doubt.reads].map(({ as, key }) => {
          const blocked = as !== 'nothing' && !who;
          const press = () => blocked || settle(doubt.doubt, as, who?.participant ?? null);
          return (
            <button key={as} type="button" class="button tight" aria-disabled={blocked} onClick={press}>
              {t(key)}
            </button>
          );
        })}
      </fieldset>
    </div>
  );
}
