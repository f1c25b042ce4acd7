import { useId } from 'preact/hooks';
import type { SettingPath } from '../../model/settings.ts';
import type { Key } from '../words/speak.ts';
import { t } from '../words/speak.ts';
import type { Fields } from './fields.ts';
import { Setting } from './setting.tsx';

interface ChoiceSettingProps {
  readonly fields: Fields;
  readonly path: Extract<SettingPath, 'basis' | 'atLeast' | 'language' | 'secondLanguage'>;
  /** '' for nothing chosen. */
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly why?: Key;
  readonly choose: (value: string) => void;
}

/** One of several, or none. */
export function ChoiceSetting({ fields, path, value, choices, why, choose }: ChoiceSettingProps) {
  const field = useId();
  return (
    <Setting fields={fields} path={path}>
      <div class="field">
        <label for={field}>{t(`setting.${path}`)}</label>
        <select
          class="select"
          id={field}
          value={value}
          aria-describedby={why ? `${field}-why` : undefined}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t(`value.${path}.none`)}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        {why && (
          <p class="small soft" id={`${field}-why`}>
            {t(why)}
          </p>
        )}
      </div>
    </Setting>
  );
}
