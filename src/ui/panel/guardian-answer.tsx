import { useState } from 'preact/hooks';
import type { PersonView } from '../../model/panel.ts';
import { Confirm } from '../controls/confirm.tsx';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

interface GuardianAnswerProps {
  readonly person: PersonView;
  readonly script: string;
  /** false: there is nothing yet that a guardian could answer. */
  readonly asked: boolean;
  readonly answer: (answer: 'consented' | 'refused', how: 'aloud' | 'paper') => void;
  readonly leave: () => void;
}

type Doing = 'nothing' | 'aloud' | 'paper' | 'no';
const DOING = ['aloud', 'paper', 'no'] as const;

/** The answer of a minor's guardian, by the host's word: nothing takes effect at the first press. */
export function GuardianAnswer({ person, script, asked, answer, leave }: GuardianAnswerProps) {
  const [doing, start] = useState<Doing>('nothing');
  const name = nameOf(person.name);
  const back = () => {
    start('nothing');
    leave();
  };
  const confirm = (how: Exclude<Doing, 'nothing'>) => () => {
    back();
    if (how === 'no') answer('refused', 'aloud');
    else answer('consented', how);
  };
  return (
    <>
      {person.guardian !== 'none' && <p class="small">{t(`guardian.${person.guardian}`)}</p>}
      {doing !== 'nothing' && (
        <Confirm yes={t(`guardian.${doing}.yes`, { name })} confirm={confirm(doing)} back={back}>
          <p>
            <b>{t(`guardian.${doing}.sure`, { name })}</b>
          </p>
          {doing === 'aloud' && <blockquote class="quote">{script}</blockquote>}
          {doing !== 'no' && <p class="small soft">{t('attest.truth')}</p>}
        </Confirm>
      )}
      {doing === 'nothing' && asked && (
        <div class="actions">
          {DOING.map((how) => (
            <button key={how} type="button" class="button tight" onClick={() => start(how)}>
              {t(`guardian.${how}`)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
