import { EXPORT_FORMATS, type ExportFormat } from '../../model/export.ts';
import type { ExportForm, MissingFor } from '../../model/export-form.ts';
import { lists } from '../words/formats.ts';
import { t } from '../words/speak.ts';

interface FormatChoiceProps {
  readonly form: ExportForm;
  readonly missing: MissingFor;
  readonly change: (part: Partial<ExportForm>) => void;
}

/** As what: each with a sentence of what it is for, and what the settings still lack for it. */
export function FormatChoice({ form, missing, change }: FormatChoiceProps) {
  const choose = (format: ExportFormat, chosen: boolean) => {
    const formats = new Set(form.formats);
    if (chosen) formats.add(format);
    else formats.delete(format);
    change({ formats });
  };
  return (
    <fieldset class="block">
      <legend>{t('export.formats')}</legend>
      {EXPORT_FORMATS.map((format) => {
        const lacks = missing[format] ?? [];
        const names = lists({ type: 'unit' }).format(lacks.map((path) => t(`setting.${path}`)));
        return (
          <div key={format} class="kind">
            <label class="yes">
              <input
                type="checkbox"
                checked={form.formats.has(format) && lacks.length === 0}
                disabled={lacks.length > 0}
                aria-describedby={`why-${format}`}
                onChange={(event) => choose(format, event.currentTarget.checked)}
              />
              <b>{t(`format.${format}`)}</b>
            </label>
            <p class="small soft" id={`why-${format}`}>
              {t(`format.${format}.why`)}
              {lacks.length > 0 && <span class="lacks"> {t('export.missing', { settings: names })}</span>}
            </p>
            {lacks.length > 0 && (
              <p class="small">
                <a href="/extension/settings/index.html">{t('export.missing.open')}</a>
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
