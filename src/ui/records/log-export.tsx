import type { LogId } from '../../model/id.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

/** The way to the page on which exports are made, with this meeting chosen there. */
export function LogExport({ log }: { readonly log: LogId }) {
  return (
    <section class="block" aria-labelledby="export-title">
      <h3 id="export-title">{t('records.export')}</h3>
      <p class="soft">{t('records.export.why')}</p>
      <div class="actions">
        <a class="button" href={`/extension/export/index.html?log=${encodeURIComponent(log)}`}>
          <Icon name="log" size={18} />
          {t('records.export.do')}
        </a>
      </div>
    </section>
  );
}
