import type { Levels, PanelView } from '../../model/panel.ts';
import { Meter } from '../controls/meter.tsx';
import { t } from '../words/speak.ts';

interface MetersProps {
  readonly levels: Levels | null;
  readonly mute: PanelView['mute'];
  readonly microphone: PanelView['microphone'];
}

export function Meters({ levels, mute, microphone }: MetersProps) {
  const off = !microphone.allowed || mute === 'muted' || (mute === 'unknown' && !microphone.on);
  return (
    <div class="meters">
      <Meter label={t('meter.meeting')} level={levels?.meeting ?? 0} />
      <Meter label={t('meter.microphone')} level={off ? null : (levels?.microphone ?? 0)} />
    </div>
  );
}
