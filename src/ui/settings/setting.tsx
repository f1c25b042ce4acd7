import type { ComponentChildren } from 'preact';
import type { SettingPath } from '../../model/settings.ts';
import { Icon } from '../style/icon.tsx';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { type Fields, isLocked } from './fields.ts';

interface SettingProps {
  readonly fields: Fields;
  readonly path: SettingPath;
  readonly children: ComponentChildren;
}

/** One setting: what is locked is shown and cannot be changed, and says who locked it. */
export function Setting({ fields, path, children }: SettingProps) {
  const locked = isLocked(fields, path);
  const { lockedBy } = fields.view;
  return (
    <fieldset class={`setting ${locked ? 'locked' : ''}`} disabled={locked} data-setting={path}>
      {children}
      {locked && (
        <p class="lock small">
          <Icon name="lock" size={16} />
          {lockedBy === null ? t('settings.locked.someone') : t('settings.locked', { by: nameOf(lockedBy) })}
        </p>
      )}
    </fieldset>
  );
}
