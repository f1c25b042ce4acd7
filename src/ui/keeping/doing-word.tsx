import type { KeepingDoing } from '../../model/keeping.ts';
import { FailureWord } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

/** What came of what was pressed last; said to those who hear the page as well. */
export function DoingWord({ doing }: { readonly doing: KeepingDoing }) {
  return (
    <div aria-live="polite" class="doing">
      {doing.is === 'working' && <p class="soft">{t('keeping.working')}</p>}
      {doing.is === 'done' && (
        <p class="hint">
          <Icon name="check" size={18} />
          <span>{t(`keeping.done.${doing.what}`)}</span>
        </p>
      )}
      {doing.is === 'failed' && <FailureWord code={doing.code} />}
    </div>
  );
}
