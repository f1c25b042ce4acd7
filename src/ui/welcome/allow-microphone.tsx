import type { MicrophoneLeave } from '../../model/microphone.ts';
import { Meter } from '../controls/meter.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

interface AllowMicrophoneProps {
  readonly leave: MicrophoneLeave;
  readonly level: number | null;
  readonly allow: () => void;
}

/** Asked here because Chrome can show its question only on a page, never from the recorder in the background. */
export function AllowMicrophone({ leave, level, allow }: AllowMicrophoneProps) {
  return (
    <section class="block" id="microphone" aria-labelledby="microphone-title">
      <h2 id="microphone-title">{t('welcome.microphone')}</h2>
      <p>{t('welcome.microphone.why')}</p>
      {leave !== 'granted' && (
        <div class="actions">
          <button
            type="button"
            class="button primary"
            aria-disabled={leave === 'asking'}
            onClick={() => leave === 'asking' || allow()}
          >
            <Icon name="microphone" size={18} />
            {t('welcome.microphone.allow')}
          </button>
        </div>
      )}
      <p class={`leave ${leave}`} aria-live="polite">
        {leave === 'granted' && <Icon name="check" />}
        {(leave === 'refused' || leave === 'missing') && <Icon name="warning" />}
        {leave !== 'open' && <span>{t(`welcome.microphone.${leave}`)}</span>}
      </p>
      {leave === 'granted' && <Meter label={t('meter.microphone')} level={level ?? 0} />}
    </section>
  );
}
