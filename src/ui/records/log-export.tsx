import type { LogId } from '../../model/id.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { percentOf, Running } from '../controls/running.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { FileMade } from './file-made.tsx';
import type { RecordsIntents } from './intents.ts';
import type { Saving } from './jobs.ts';

interface LogExportProps {
  readonly log: LogId;
  readonly exporting: Saving;
  readonly intents: RecordsIntents;
}

export function LogExport({ log, exporting, intents }: LogExportProps) {
  return (
    <section class="block" aria-labelledby="export-title">
      <h3 id="export-title">{t('records.export')}</h3>
      <p class="soft">{t('records.export.why')}</p>
      <KeepFocus class="act">
        {exporting.state === 'running' ? (
          <Running
            label={t('records.export')}
            share={exporting.share}
            says={t('records.exporting', { percent: percentOf(exporting.share) })}
            cancel={() => intents.cancel('export')}
          />
        ) : (
          <div class="actions">
            {(['json', 'csv'] as const).map((format) => (
              <button key={format} type="button" class="button" onClick={() => intents.exportLog(log, format)}>
                <Icon name="log" size={18} />
                {t(`records.export.${format}`)}
              </button>
            ))}
          </div>
        )}
      </KeepFocus>
      <FileMade saving={exporting} />
    </section>
  );
}
