import type { BackupDoing, BackupView, RestoreDoing } from '../../model/backup.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { CheckSection } from './check-section.tsx';
import { FolderSection } from './folder-section.tsx';
import type { BackupIntents, RestoreIntents } from './intents.ts';
import { RestoreSection } from './restore-section.tsx';

export interface BackupProps {
  /** null: not read yet. */
  readonly view: BackupView | null;
  readonly doing: BackupDoing;
  readonly restoring: RestoreDoing;
  readonly intents: BackupIntents;
  readonly restore: RestoreIntents;
}

/** A second place for what must not be lost, and the way back from it. */
export function Backup({ view, doing, restoring, intents, restore }: BackupProps) {
  return (
    <main class="backup">
      <header class="intro">
        <h1>{t('backup.title')}</h1>
        <p class="soft">{t('backup.intro')}</p>
      </header>
      {view ? <FolderSection view={view} doing={doing} intents={intents} /> : <p class="soft">{t('app.loading')}</p>}
      {view?.folder && view.doneAt !== null && <CheckSection view={view} doing={doing} intents={intents} />}
      <RestoreSection doing={restoring} intents={restore} />
      <section class="block" aria-labelledby="destroys">
        <h2 id="destroys">{t('backup.destroys.title')}</h2>
        <p class="hint warn">
          <Icon name="warning" />
          <span>{t('backup.destroys')}</span>
        </p>
        {view?.persists && <p class="small soft">{t('backup.persists')}</p>}
        <p class="small soft">{t('backup.settings')}</p>
      </section>
    </main>
  );
}
