import { useState } from 'preact/hooks';
import { Strip } from '../controls/strip.tsx';
import { FailureWord } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import type { SavedSound } from './intents.ts';
import type { Saving } from './jobs.ts';

interface SaveProps {
  readonly saving: Saving;
  readonly save: (sound: SavedSound) => void;
  readonly cancel: () => void;
}

/** One file that plays anywhere, and what leaves with it: the encryption and the promise to delete. */
export function Save({ saving, save, cancel }: SaveProps) {
  const [sound, setSound] = useState<SavedSound>('mixed');
  const percent = saving.state === 'running' ? Math.floor(saving.share * 100) : 0;
  return (
    <div class="save">
      <h3>{t('records.save')}</h3>
      <Strip<SavedSound>
        label={t('records.save.how')}
        value={sound}
        choices={[
          { value: 'mixed', label: t('records.save.mixed') },
          { value: 'apart', label: t('records.save.apart') },
        ]}
        choose={setSound}
      />
      <p class="small soft">{t('records.save.warning')}</p>
      {saving.state === 'running' ? (
        <div class="saving">
          <progress max={100} value={percent} aria-label={t('records.save')} />
          <span class="figures">{t('records.saving', { percent: `${percent} %` })}</span>
          <button type="button" class="button tight" onClick={cancel}>
            {t('do.cancel')}
          </button>
        </div>
      ) : (
        <div class="actions">
          <button type="button" class="button" onClick={() => save(sound)}>
            <Icon name="save" size={18} />
            {t('records.save.do')}
          </button>
        </div>
      )}
      <div aria-live="polite">
        {saving.state === 'done' && <p>{t('records.saved', { name: saving.name })}</p>}
        {saving.state === 'failed' && <FailureWord code={saving.code} />}
      </div>
    </div>
  );
}
