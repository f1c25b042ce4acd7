import type { Levels, PanelView } from '../../model/panel.ts';
import { Meter } from '../controls/meter.tsx';
import { t } from '../words/speak.ts';

interface MetersProps {
  readonly levels: Levels | null;
  readonly mute: PanelView['mute'];
  readonly microphone: PanelView['microphone'];
}

export function Meters({ levels, mute, microphone }: MetersProps) {
  const off = isMicrophoneOff({ mute, microphone });
  return (
    <div class="meters">
      <Meter label={t('meter.meeting')} level={levels?.meeting ?? 0} />
      <Meter label={t('meter.microphone')} level={off ? null : (levels?.microphone ?? 0)} />
    </div>
  );
}

/** Nothing of the host's own voice gets into the recording now. */
export function isMicrophoneOff({ mute, microphone }: Pick<PanelView, 'mute' | 'microphone'>): boolean {
  return !microphone.allowed || mute === 'muted' || (mute === 'unknown' && !microphone.on);
}
