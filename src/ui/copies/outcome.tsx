import { Failed } from '../records/failed.tsx';
import { t } from '../words/speak.ts';
import type { CopyWork } from './intents.ts';

/** What came of it, read aloud when it comes. */
export function CopyOutcome({ work }: { readonly work: CopyWork }) {
  return (
    <div class="outcome" aria-live="polite">
      {(work.is === 'made' || work.is === 'cancelled' || work.is === 'gone') && <p>{t(`copies.${work.is}`)}</p>}
      {work.is === 'saved' && <p>{t('copies.saved', { name: work.name })}</p>}
      {work.is === 'failed' && <Failed code={work.code} />}
    </div>
  );
}
