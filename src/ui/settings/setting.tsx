import type { ComponentChildren } from 'preact';
import type { SettingPath } from '../../model/settings.ts';
import { Locked } from '../controls/locked.tsx';
import { type Fields, isLocked } from './fields.ts';

interface SettingProps {
  readonly fields: Fields;
  readonly path: SettingPath;
  readonly children: ComponentChildren;
}

/** One setting. */
export function Setting({ fields, path, children }: SettingProps) {
  return (
    <Locked locked={isLocked(fields, path)} by={fields.view.lockedBy} what={path}>
      {children}
    </Locked>
  );
}
