import { useId } from 'preact/hooks';
import { LOCKS } from '../../model/export.ts';
import { type ExportForm, PASSPHRASE_MAX, PASSPHRASE_MIN, WHOM_MAX } from '../../model/export-form.ts';
import { t } from '../words/speak.ts';
import { RadioList } from './radio-list.tsx';

interface ProtectionProps {
  readonly form: ExportForm;
  readonly change: (part: Partial<ExportForm>) => void;
}

/** Who can open it, and whom it is for. */
export function Protection({ form, change }: ProtectionProps) {
  const whom = useId();
  const choices = (['open', ...LOCKS] as const).map((value) => ({
    value,
    label: t(`lock.${value}`),
    why: t(`lock.${value}.why`),
  }));
  return (
    <fieldset class="block">
      <legend>{t('export.lock')}</legend>
      <RadioList<ExportForm['lock']>
        name="lock"
        value={form.lock}
        choices={choices}
        choose={(lock) => change({ lock })}
      />
      {form.lock === 'passphrase' && (
        <>
          <Secret
            label={t('export.passphrase')}
            value={form.passphrase}
            why={t('export.passphrase.why', { n: PASSPHRASE_MIN })}
            write={(passphrase) => change({ passphrase })}
          />
          <Secret label={t('export.again')} value={form.again} write={(again) => change({ again })} />
        </>
      )}
      {form.lock === 'recipients' && <Recipients form={form} change={change} />}
      <div class="field">
        <label for={whom}>{t('export.whom')}</label>
        <input
          class="text"
          id={whom}
          type="text"
          maxLength={WHOM_MAX}
          value={form.whom}
          autocomplete="off"
          aria-describedby={`${whom}-why`}
          onInput={({ currentTarget }) => change({ whom: currentTarget.value })}
        />
        <p class="small soft" id={`${whom}-why`}>
          {t('export.whom.why')}
        </p>
      </div>
    </fieldset>
  );
}

interface SecretProps {
  readonly label: string;
  readonly value: string;
  readonly why?: string;
  readonly write: (value: string) => void;
}

function Secret({ label, value, why, write }: SecretProps) {
  const field = useId();
  return (
    <div class="field">
      <label for={field}>{label}</label>
      <input
        class="text"
        id={field}
        type="password"
        maxLength={PASSPHRASE_MAX}
        value={value}
        autocomplete="new-password"
        aria-describedby={why && `${field}-why`}
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
      {why && (
        <p class="small soft" id={`${field}-why`}>
          {why}
        </p>
      )}
    </div>
  );
}

function Recipients({ form, change }: ProtectionProps) {
  const field = useId();
  return (
    <div class="field">
      <label for={field}>{t('export.recipients')}</label>
      <textarea
        class="text keys"
        id={field}
        rows={4}
        spellcheck={false}
        autocomplete="off"
        value={form.recipients}
        aria-describedby={`${field}-why`}
        onInput={({ currentTarget }) => change({ recipients: currentTarget.value })}
      />
      <p class="small soft" id={`${field}-why`}>
        {t('export.recipients.why')}
      </p>
    </div>
  );
}
