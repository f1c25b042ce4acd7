import { NAMINGS, type Naming } from '../../model/export.ts';
import type { ExportForm } from '../../model/export-form.ts';
import { t } from '../words/speak.ts';
import { RadioList } from './radio-list.tsx';

interface NamesChoiceProps {
  readonly form: ExportForm;
  readonly change: (part: Partial<ExportForm>) => void;
}

export function NamesChoice({ form, change }: NamesChoiceProps) {
  const choices = NAMINGS.map((value) => ({ value, label: t(`names.${value}`), why: t(`names.${value}.why`) }));
  return (
    <fieldset class="block">
      <legend>{t('export.names')}</legend>
      <RadioList<Naming> name="names" value={form.names} choices={choices} choose={(names) => change({ names })} />
    </fieldset>
  );
}
