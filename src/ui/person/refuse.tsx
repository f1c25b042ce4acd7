import { useState } from 'preact/hooks';
import type { PersonRequest } from '../../model/person.ts';
import { REFUSALS, type Refusal } from '../../model/rights.ts';
import { t } from '../words/speak.ts';
import type { PersonIntents } from './intents.ts';

interface RefuseProps {
  readonly request: PersonRequest;
  readonly intents: PersonIntents;
  readonly back: () => void;
}

/** Why a request is refused, each reason with its ground in law. */
export function Refuse({ request: { log, index }, intents, back }: RefuseProps) {
  const [why, setWhy] = useState<Refusal>('hold');
  return (
    <fieldset class="refusing">
      <legend>{t('request.refuse.why')}</legend>
      {REFUSALS.map((one) => (
        <label key={one} class="check">
          <input type="radio" name={`why-${log}-${index}`} checked={why === one} onChange={() => setWhy(one)} />
          <span>{t(`refusal.${one}`)}</span>
        </label>
      ))}
      <div class="actions">
        <button type="button" class="button tight" onClick={() => intents.refuse(log, index, why)}>
          {t('request.refuse.do')}
        </button>
        <button type="button" class="button plain tight" onClick={back}>
          {t('do.back')}
        </button>
      </div>
      <p class="small soft">{t('request.refuse.tell')}</p>
    </fieldset>
  );
}
