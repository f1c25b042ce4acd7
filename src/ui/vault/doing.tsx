import type { VaultDoing } from '../../model/vault.ts';
import { percentOf, Running } from '../controls/running.tsx';
import { FailureWord } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

interface DoingProps {
  readonly doing: VaultDoing;
  /** Where wrapping can be broken off. */
  readonly cancel?: () => void;
}

/** What is being done to the lock, or came of it. */
export function Doing({ doing, cancel }: DoingProps) {
  switch (doing.is) {
    case 'idle':
      return null;
    case 'working':
      return <p class="soft">{t('vault.working')}</p>;
    case 'wrapping':
      return cancel ? (
        <Running
          label={t('vault.wrapping')}
          share={doing.share}
          says={t('vault.wrapping.share', { percent: percentOf(doing.share) })}
          cancel={cancel}
        />
      ) : (
        <p class="soft">{t('vault.wrapping.share', { percent: percentOf(doing.share) })}</p>
      );
    case 'done':
      return (
        <p class="done">
          <Icon name="check" />
          <span>{t(`vault.done.${doing.what}`)}</span>
        </p>
      );
    case 'failed':
      return <FailureWord code={doing.code} />;
    default:
      return doing satisfies never;
  }
}
