import type { ComponentChildren } from 'preact';
import { Icon } from '../style/icon.tsx';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

interface LockedProps {
  readonly locked: boolean;
  /** The organisation's name; null: it gave none. */
  readonly by: string | null;
  /** What it is, for tests and styles. */
  readonly what: string;
  readonly children: ComponentChildren;
}

/** What is locked is shown and cannot be changed, and says who locked it. */
export function Locked({ locked, by, what, children }: LockedProps) {
  return (
    <fieldset class="setting" disabled={locked} data-setting={what}>
      {children}
      {locked && (
        <p class="lock small">
          <Icon name="lock" size={16} />
          {by === null ? t('settings.locked.someone') : t('settings.locked', { by: nameOf(by) })}
        </p>
      )}
    </fieldset>
  );
}
