import { FailureWord } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import type { Saving } from './hand.ts';

/** Calm while all goes well; it stays in sight while the page is scrolled. */
export function SaveMark({ saving }: { readonly saving: Saving }) {
  const fine = saving === 'idle' || saving === 'saving' || saving === 'saved';
  return (
    <div class={`save-mark ${fine ? saving : 'failed'}`} aria-live="polite">
      {saving === 'saving' && <p class="later">{t('settings.saving')}</p>}
      {saving === 'saved' && (
        <p class="done">
          <Icon name="check" size={16} />
          {t('settings.saved')}
        </p>
      )}
      {!fine && <FailureWord code={saving} />}
    </div>
  );
}
