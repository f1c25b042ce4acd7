import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '../words/speak.ts';
import { at, type Fields, faultOf, set } from './fields.ts';
import { Setting } from './setting.tsx';

export type TextPath =
  | 'controller.name'
  | 'controller.contact'
  | 'controller.address'
  | 'controller.email'
  | 'controller.phone'
  | 'controller.policyUrl'
  | 'recipients'
  | 'review.reviewer';

/** Typing pauses this long before it is saved, ms. */
export const PAUSE_MS = 500;

interface TextSettingProps {
  readonly fields: Fields;
  readonly path: TextPath;
  readonly autocomplete?: string;
}

/** Words of the host's. They are saved while they are typed, as far as they can be. */
export function TextSetting({ fields, path, autocomplete }: TextSettingProps) {
  const field = useId();
  const stored = at(fields, path);
  /** null: as stored. */
  const [draft, write] = useState<string | null>(null);
  const wanted = draft?.trim() ?? stored;
  const fault = draft === null ? null : faultOf(fields, path, wanted);
  const save = () => {
    if (fault === null) set(fields, path, wanted);
  };
  useEffect(() => {
    if (draft === null) return;
    const pause = setTimeout(save, PAUSE_MS);
    // Whoever closes the page right after the last word has said it all the same.
    document.addEventListener('visibilitychange', save);
    return () => {
      clearTimeout(pause);
      document.removeEventListener('visibilitychange', save);
    };
  }, [draft]);
  const leave = () => {
    save();
    if (fault === null) write(null);
  };
  return (
    <Setting fields={fields} path={path}>
      <div class="field">
        <label for={field}>{t(`setting.${path}`)}</label>
        <input
          class="text"
          id={field}
          type="text"
          value={draft ?? stored}
          autocomplete={autocomplete ?? 'off'}
          aria-describedby={`${field}-why ${field}-fault`}
          aria-invalid={fault !== null}
          onInput={(event) => write(event.currentTarget.value)}
          onBlur={leave}
        />
        <p class="small soft" id={`${field}-why`}>
          {t(`setting.${path}.why`)}
        </p>
        <p class="problem small" id={`${field}-fault`} aria-live="polite">
          {fault && t(`fault.${fault}`)}
        </p>
      </div>
    </Setting>
  );
}
