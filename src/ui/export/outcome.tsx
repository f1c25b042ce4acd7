import type { ExportMaking } from '../../model/export-form.ts';
import { Failed } from '../records/failed.tsx';
import { Icon } from '../style/icon.tsx';
import { sizeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

/** What came of it. It has its place from the start, so that it is read aloud when there is something to say. */
export function Outcome({ making }: { readonly making: ExportMaking }) {
  return (
    <div class="outcome" aria-live="polite">
      {making.state === 'cancelled' && <p>{t('export.cancelled')}</p>}
      {making.state === 'failed' && <Failed code={making.code} />}
      {making.state === 'done' && (
        <>
          <p class="done">
            <Icon name="check" />
            <b>{t('export.done', { name: making.name })}</b>
          </p>
          <dl class="facts">
            <dt>{t('export.done.size')}</dt>
            <dd>{sizeOf(making.bytes)}</dd>
            <dt>{t('export.done.sha256')}</dt>
            <dd>
              <code>{making.sha256}</code>
            </dd>
          </dl>
          <p>{t('export.done.logged', { n: making.logs })}</p>
          <p class="soft">{t('export.done.next')}</p>
        </>
      )}
    </div>
  );
}
