import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

export function Live() {
  return (
    <span class="live">
      <Icon name="record" size={14} />
      {t('records.live')}
    </span>
  );
}
