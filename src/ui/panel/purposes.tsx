import { type AskedPurpose, PURPOSES, type Purpose } from '../../model/ask.ts';
import { t } from '../words/speak.ts';
import { PurposeChoice, type Wish } from './purpose-choice.tsx';

interface PurposesProps {
  readonly label: string;
  readonly purposes: readonly AskedPurpose[];
  readonly change: (purposes: readonly AskedPurpose[]) => void;
}

/** All purposes, each needed, optional or off. */
export function Purposes({ label, purposes, change }: PurposesProps) {
  const wish = (purpose: Purpose): Wish => {
    const asked = purposes.find((p) => p.purpose === purpose);
    return asked ? (asked.required ? 'needed' : 'optional') : 'off';
  };
  const choose = (purpose: Purpose, now: Wish) =>
    change(
      PURPOSES.flatMap((p) => {
        const chosen = p === purpose ? now : wish(p);
        return chosen === 'off' ? [] : [{ purpose: p, required: chosen === 'needed' }];
      }),
    );
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <p class="small soft">{t('ask.purposes.why')}</p>
      {PURPOSES.map((purpose) => (
        <PurposeChoice key={purpose} purpose={purpose} wish={wish(purpose)} choose={(now) => choose(purpose, now)} />
      ))}
    </fieldset>
  );
}
