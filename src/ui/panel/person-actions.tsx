import { useState } from 'preact/hooks';
import type { PanelView, PersonView } from '../../model/panel.ts';
import { Confirm } from '../controls/confirm.tsx';
import { Stepper } from '../controls/stepper.tsx';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { Attest } from './attest.tsx';
import type { PanelIntents } from './intents.ts';
import { Rename } from './rename.tsx';
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

type Doing = 'nothing' | 'aloud' | 'paper' | 'refused' | 'same' | 'rename' | 'cross-out';

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
    const truth = t(view.page?.chat === false ? 'aloud.truth' : 'attest.truth');
    return <Attest person={person} how={doing} script={view.script} truth={truth} attest={attest} back={back} />;
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
  if (doing === 'rename') {
    const rename = (to: string) => done(() => intents.rename(person.participant, to))();
    return <Rename person={person} rename={rename} back={back} />;
  }
  if (doing === 'cross-out') {
    return (
      <Confirm yes={t('list.out.yes', { name })} confirm={done(() => intents.crossOut(person.participant))} back={back}>
        <p>{t('list.out.sure', { name })}</p>
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
      {view.page?.list === 'host' && !person.self ? (
        <div class="actions">
          <button type="button" class="button tight" onClick={() => start('cross-out')}>
            {t('list.out')}
          </button>
          <button type="button" class="button tight" onClick={() => start('rename')}>
            {t('list.rename')}
          </button>
        </div>
      ) : (
        others.length > 0 && (
          <button type="button" class="button plain tight" onClick={() => start('same')}>
            {t('person.same')}
          </button>
        )
      )}
    </div>
  );
}
