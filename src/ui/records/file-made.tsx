import { t } from '../words/speak.ts';
import { Failed } from './failed.tsx';
import type { Saving } from './jobs.ts';

/** What came of making a file. It has its line from the start, so that nothing moves when there is something to say. */
export function FileMade({ saving }: { readonly saving: Saving }) {
  return (
    <div class="outcome" aria-live="polite">
      {saving.state === 'done' && <p>{t('records.saved', { name: saving.name })}</p>}
      {saving.state === 'cancelled' && <p>{t('records.cancelled')}</p>}
      {saving.state === 'failed' && <Failed code={saving.code} />}
    </div>
  );
}
