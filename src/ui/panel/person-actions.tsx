import { useState } from 'preact/hooks';
import type { PanelView, PersonView } from '../../model/panel.ts';
import { Confirm } from '../controls/confirm.tsx';
import { Stepper } from '../controls/stepper.tsx';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { Attest } from './attest.tsx';
import type { PanelIntents } from './intents.ts';
import { SamePerson } from './same-person.tsx';

/** People behind one tile, as far as the log counts. */
const MOST = 50;

interface PersonActionsProps {
  readonly person: PersonView;
  readonly view: PanelView;
  readonly intents: PanelIntents;
  /** Something that had the focus goes away. */
  readonly leave: () => void;
}

type Doing = 'nothing' | 'aloud' | 'paper' | 'refused' | 'same';

/** What the host can note about one person. Nothing here takes effect at the first press but the count of people. */
export function PersonActions({ person, view, intents, leave }: PersonActionsProps) {
  const [doing, start] = useState<Doing>('nothing');
  const back = () => {
    start('nothing');
    leave();
  };
  const done = (act: () => void) => () => {
    back();
    act();
  };
  const name = nameOf(person.name);
  const others = view.people.filter((row) => row.participant !== person.participant && row.sameAs === null);

  if (doing === 'aloud' || doing === 'paper') {
    const attest = (nth: number) => done(() => intents.attest(person.participant, nth, doing))();
    return <Attest person={person} how={doing} script={view.script} attest={attest} back={back} />;
  }
  if (doing === 'refused') {
    return (
      <Confirm
        yes={t('refuse.yes', { name })}
        confirm={done(() => intents.recordRefusal(person.participant))}
        back={back}
      >
        <p>{t('refuse.sure', { name })}</p>
      </Confirm>
    );
  }
  if (doing === 'same') {
    const join = (as: PersonView) => done(() => intents.samePerson(person.participant, as.participant))();
    return <SamePerson others={others} join={join} back={back} />;
  }
  return (
    <div class="person-actions">
      {view.ask && !person.self && (
        <div class="actions">
          <button type="button" class="button tight" onClick={() => start('aloud')}>
            {t('person.aloud')}
          </button>
          <button type="button" class="button tight" onClick={() => start('paper')}>
            {t('person.paper')}
          </button>
          <button type="button" class="button tight" onClick={() => start('refused')}>
            {t('person.refused')}
          </button>
        </div>
      )}
      <div class="between">
        <span class="small">{t('person.people')}</span>
        <Stepper
          label={t('person.people')}
          value={person.people}
          least={1}
          most={MOST}
          change={(n) => intents.countPeople(person.participant, n)}
        />
      </div>
      {others.length > 0 && (
        <button type="button" class="button plain tight" onClick={() => start('same')}>
          {t('person.same')}
        </button>
      )}
    </div>
  );
}
