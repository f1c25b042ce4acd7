import type { LogId } from '../../model/id.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import type { RecordsIntents } from './intents.ts';

interface LogExportProps {
  readonly log: LogId;
  readonly exportLog: RecordsIntents['exportLog'];
}

export function LogExport({ log, exportLog }: LogExportProps) {
  return (
    <section class="block" aria-labelledby="export-title">
      <h3 id="export-title">{t('records.export')}</h3>
      <p class="soft">{t('records.export.why')}</p>
      <div class="actions">
        {(['json', 'csv'] as const).map((format) => (
          <button key={format} type="button" class="button" onClick={() => exportLog(log, format)}>
            <Icon name="log" size={18} />
            {t(`records.export.${format}`)}
          </button>
        ))}
      </div>
    </section>
  );
}
