import { t } from '../words/speak.ts';
import type { Fields } from './fields.ts';
import { YesSetting } from './yes-setting.tsx';

interface PauseSettingsProps {
  readonly fields: Fields;
  /** As the browser writes them; '' for none. */
  readonly shortcut: string;
  readonly change: () => void;
}

/** What pauses a recording beside the button in the panel. The keys are the browser's to change. */
export function PauseSettings({ fields, shortcut, change }: PauseSettingsProps) {
  return (
    <section class="block" aria-labelledby="pause-title">
      <h2 id="pause-title">{t('settings.pause')}</h2>
      <p class="soft">{t('settings.pause.why')}</p>
      <YesSetting fields={fields} path="pauseAtNumbers" why="setting.pauseAtNumbers.why" />
      <p>{shortcut === '' ? t('settings.shortcut.none') : t('settings.shortcut', { keys: shortcut })}</p>
      <button type="button" class="button plain" onClick={change}>
        {t('settings.shortcut.change')}
      </button>
    </section>
  );
}
