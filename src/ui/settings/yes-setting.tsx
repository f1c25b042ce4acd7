import { t } from '../words/speak.ts';
import { at, type Fields, set } from './fields.ts';
import { Setting } from './setting.tsx';

interface YesSettingProps {
  readonly fields: Fields;
  readonly path: 'controller.organisation' | 'biometrics' | 'specialCategory' | 'nonPartyRecorder' | 'vault.hostPlays';
}

/** Something that is so, or not. */
export function YesSetting({ fields, path }: YesSettingProps) {
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
    </Setting>
  );
}
