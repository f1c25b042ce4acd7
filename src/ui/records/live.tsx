import type { MeetingSummary } from '../../model/record.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

export function Live({ live }: { readonly live: NonNullable<MeetingSummary['live']> }) {
  return (
    <span class={`live ${live}`}>
      <Icon name={live === 'recording' ? 'record' : 'clock'} size={14} />
      {t(`records.live.${live}`)}
    </span>
  );
}
