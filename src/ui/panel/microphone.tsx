import type { PanelView } from '../../model/panel.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';

/** Follows the meeting's own mute button; where that cannot be seen, there is a switch here instead. */
export function Microphone({ view, intents }: { readonly view: PanelView; readonly intents: PanelIntents }) {
  const { mute, microphone } = view;
  return (
    <div class="fact">
      <Icon name="microphone" />
      <div>
        <h2>{t('microphone.title')}</h2>
        {!microphone.allowed ? (
          <>
            <p class="small soft">{t('microphone.notAllowed')}</p>
            <button type="button" class="button tight" onClick={intents.allowMicrophone}>
              {t('microphone.allow')}
            </button>
          </>
        ) : (
          <>
            <p class="small soft">{t(`microphone.${mute}`)}</p>
            {mute === 'unknown' && (
              <label class="switch">
                <input
                  type="checkbox"
                  role="switch"
                  checked={microphone.on}
                  aria-checked={microphone.on}
                  onChange={(event) => intents.microphone(event.currentTarget.checked)}
                />
                <span>{t('microphone.switch')}</span>
              </label>
            )}
          </>
        )}
      </div>
    </div>
  );
}
