import { useState } from 'preact/hooks';
import type { AskedPurpose, Media } from '../../model/ask.ts';
import { Strip } from '../controls/strip.tsx';
import { KEEP, PROOF } from '../panel/ask-form.tsx';
import { Days } from '../panel/days.tsx';
import { Purposes } from '../panel/purposes.tsx';
import { t } from '../words/speak.ts';
import { at, type Fields, faultOf, isLocked, set } from './fields.ts';
import { Setting } from './setting.tsx';

/** What the ask form begins with. A choice that cannot be asked is shown with what is wrong, and not saved until it can. */
export function PurposesSetting({ fields }: { readonly fields: Fields }) {
  const stored = at(fields, 'terms.purposes');
  const [draft, choose] = useState<readonly AskedPurpose[] | null>(null);
  const fault = draft && faultOf(fields, 'terms.purposes', draft);
  const change = (purposes: readonly AskedPurpose[]) => {
    const sound = faultOf(fields, 'terms.purposes', purposes) === null;
    choose(sound ? null : purposes);
    if (sound) set(fields, 'terms.purposes', purposes);
  };
  return (
    <Setting fields={fields} path="terms.purposes">
      <Purposes label={t('setting.terms.purposes')} purposes={draft ?? stored} change={change} />
      <p class="problem small" aria-live="polite">
        {fault && t(`fault.${fault}`)}
      </p>
    </Setting>
  );
}

export function MediaSetting({ fields }: { readonly fields: Fields }) {
  return (
    <Setting fields={fields} path="terms.media">
      <Strip<Media>
        label={t('setting.terms.media')}
        value={at(fields, 'terms.media')}
        choices={(['sound', 'sound+picture'] as const).map((value) => ({ value, label: t(`media.${value}`) }))}
        choose={(media) => set(fields, 'terms.media', media)}
      />
    </Setting>
  );
}

/** The proof is kept at least as long as the recording: a longer recording draws it along, where that is the host's to say. */
export function PeriodSettings({ fields, proof = true }: { readonly fields: Fields; readonly proof?: boolean }) {
  /** What cannot be saved yet; null: as stored. */
  const [keeping, draftKeep] = useState<number | null>(null);
  const [proving, draftProof] = useState<number | null>(null);
  const keepDays = at(fields, 'terms.keepDays');
  const proofDays = at(fields, 'terms.proofDays');
  const keep = (days: number) => {
    const tooLong = days > proofDays && isLocked(fields, 'terms.proofDays');
    const sound = faultOf(fields, 'terms.keepDays', days) === null && !tooLong;
    draftKeep(sound ? null : days);
    if (sound) fields.change({ 'terms.keepDays': days, ...(days > proofDays && { 'terms.proofDays': days }) });
  };
  const prove = (days: number) => {
    const sound = faultOf(fields, 'terms.proofDays', days) === null && days >= keepDays;
    draftProof(sound ? null : days);
    if (sound) set(fields, 'terms.proofDays', days);
  };
  return (
    <div class="periods">
      <Setting fields={fields} path="terms.keepDays">
        <Days label={t('setting.terms.keepDays')} days={keeping ?? keepDays} choices={KEEP} change={keep} />
        <p class="problem small" aria-live="polite">
          {keeping !== null && t('terms.period')}
        </p>
      </Setting>
      {proof && (
        <Setting fields={fields} path="terms.proofDays">
          <Days
            label={t('setting.terms.proofDays')}
            why={t('ask.proof.why')}
            days={proving ?? proofDays}
            choices={PROOF}
            change={prove}
          />
          <p class="problem small" aria-live="polite">
            {proving !== null && t('terms.period')}
          </p>
        </Setting>
      )}
    </div>
  );
}
