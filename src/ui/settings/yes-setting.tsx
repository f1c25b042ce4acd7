import { t } from '../words/speak.ts';
import { at, type Fields, set } from './fields.ts';
import { Setting } from './setting.tsx';

interface YesSettingProps {
  readonly fields: Fields;
  readonly path:
    | 'controller.organisation'
    | 'biometrics'
    | 'specialCategory'
    | 'nonPartyRecorder'
    | 'pauseAtNumbers'
    | 'vault.hostPlays';
  /** What becomes of it, below. */
  readonly why?: 'setting.pauseAtNumbers.why';
}

/** Something that is so, or not. */
export function YesSetting({ fields, path, why }: YesSettingProps) {
  return (
    <Setting fields={fields} path={path}>
      <label class="yes">
        <input
          type="checkbox"
          checked={at(fields, path)}
          onChange={(event) => set(fields, path, event.currentTarget.checked)}
        />
        <span>{t(`setting.${path}`)}</span>
      </label>
      {why && <p class="soft small">{t(why)}</p>}
    </Setting>
  );
}
