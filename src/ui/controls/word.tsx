import type { ComponentChildren } from 'preact';
import type { FailureCode } from '../../model/failure.ts';
import { Icon, type IconName } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

interface WordProps {
  readonly says: string;
  readonly next: string;
  readonly icon?: IconName;
  readonly children?: ComponentChildren;
}

/** A sentence that asks for attention, the next step below it, and perhaps a button. */
export function Word({ says, next, icon = 'warning', children }: WordProps) {
  return (
    <div class="word">
      <Icon name={icon} />
      <p>
        <b>{says}</b>
      </p>
      <p>{next}</p>
      {children}
    </div>
  );
}

export function FailureWord({ code }: { readonly code: FailureCode }) {
  return <Word says={t(`failure.${code}`)} next={t(`failure.${code}.next`)} />;
}
