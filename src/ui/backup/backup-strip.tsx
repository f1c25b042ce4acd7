import { type BackupView, needsSomebody } from '../../model/backup.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { BACKUP_HREF } from './href.ts';

/** Above the list of recordings: whether they would survive this computer, and the page on which that can be changed. */
export function BackupStrip({ view }: { readonly view: BackupView }) {
  const urgent = needsSomebody(view);
  return (
    <p class={`backup-strip small ${urgent ? 'hint warn' : 'soft'}`}>
      <Icon name={urgent ? 'warning' : 'disk'} size={18} />
      <span>
        {says(view)} <a href={BACKUP_HREF}>{t('backup.strip.open')}</a>
      </span>
    </p>
  );
}

function says(view: BackupView): string {
  if (view.folder === null) return t('backup.strip.none');
  if (view.pending > 0) return t('backup.strip.pending');
  if (view.leave === 'ask') return t('backup.strip.failed', { why: t('failure.backup-permission') });
  if (view.failed) return t('backup.strip.failed', { why: t(`failure.${view.failed}`) });
  if (view.unsaved > 0) return t('backup.new', { n: view.unsaved });
  return t('backup.all');
}
