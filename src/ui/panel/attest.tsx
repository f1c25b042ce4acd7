import { useId, useState } from 'preact/hooks';
import type { PersonView } from '../../model/panel.ts';
import { Confirm } from '../controls/confirm.tsx';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

interface AttestProps {
  readonly person: PersonView;
  readonly how: 'aloud' | 'paper';
  readonly script: string;
  /** What the host's word is worth, and how the person learns of it. */
  readonly truth: string;
  readonly attest: (nth: number) => void;
  readonly back: () => void;
}

/** The host's word that somebody agreed: first what must be said or held, then the truth about its weight, then the button. */
export function Attest({ person, how, script, truth, attest, back }: AttestProps) {
  const field = useId();
  const [nth, setNth] = useState(Math.min(person.agreed + 1, person.people));
  const name = nameOf(person.name);
  return (
    <Confirm
      yes={how === 'aloud' ? t('attest.aloud.yes', { name }) : t('attest.paper.yes')}
      confirm={() => attest(nth)}
      back={back}
    >
      <p>
        <b>{t(how === 'aloud' ? 'attest.aloud' : 'attest.paper')}</b>
      </p>
      {how === 'aloud' && <blockquote class="quote">{script}</blockquote>}
      {person.people > 1 && (
        <div class="field">
          <label for={field}>{t('person.which')}</label>
          <select class="select" id={field} value={nth} onChange={(event) => setNth(Number(event.currentTarget.value))}>
            {Array.from({ length: person.people }, (_, index) => index + 1).map((n) => (
              <option key={n} value={n}>
                {t('person.nth', { n })}
              </option>
            ))}
          </select>
        </div>
      )}
      <p class="small soft">{truth}</p>
    </Confirm>
  );
}
