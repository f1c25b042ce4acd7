import { useState } from 'preact/hooks';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { percentOf, Running } from '../controls/running.tsx';
import { Strip } from '../controls/strip.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { FileMade } from './file-made.tsx';
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
      <KeepFocus class="act">
        {saving.state === 'running' ? (
          <Running
            label={t('records.save')}
            share={saving.share}
            says={t('records.saving', { percent: percentOf(saving.share) })}
            cancel={cancel}
          />
        ) : (
          <button type="button" class="button" onClick={() => save(sound)}>
            <Icon name="save" size={18} />
            {t('records.save.do')}
          </button>
        )}
      </KeepFocus>
      <FileMade saving={saving} />
    </div>
  );
}
