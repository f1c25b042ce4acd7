import { BASES, type Basis, type Demand } from '../../model/requirement.ts';
import { isSameValue } from '../../model/setting-at.ts';
import { languageName } from '../words/language-name.ts';
import { t } from '../words/speak.ts';
import { ChoiceSetting } from './choice-setting.tsx';
import { at, type Fields, set } from './fields.ts';
import { demandWords } from './value-words.ts';

export function BasisSetting({ fields }: { readonly fields: Fields }) {
  return (
    <ChoiceSetting
      fields={fields}
      path="basis"
      value={at(fields, 'basis') ?? ''}
      choices={BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
      why="setting.basis.why"
      choose={(value) => set(fields, 'basis', value === '' ? null : (value as Basis))}
    />
  );
}

const DEMANDS: readonly Demand[] = [
  { rule: 'notice', form: 'implied-by-continuing-after-notice' },
  { rule: 'all-party', form: 'implied-by-continuing-after-notice' },
  { rule: 'all-party', form: 'explicit' },
  { rule: 'all-party', form: 'written' },
];

/** What is stricter than the law; one that came from elsewhere is among the choices too. */
export function AtLeastSetting({ fields }: { readonly fields: Fields }) {
  const chosen = at(fields, 'atLeast');
  const all = chosen === null || DEMANDS.some((demand) => isSameValue(demand, chosen)) ? DEMANDS : [...DEMANDS, chosen];
  const place = all.findIndex((demand) => isSameValue(demand, chosen));
  return (
    <ChoiceSetting
      fields={fields}
      path="atLeast"
      value={place < 0 ? '' : String(place)}
      choices={all.map((demand, i) => ({ value: String(i), label: demandWords(demand) }))}
      why="setting.atLeast.why"
      choose={(value) => set(fields, 'atLeast', value === '' ? null : (all[Number(value)] ?? null))}
    />
  );
}

export function LanguageSettings({ fields }: { readonly fields: Fields }) {
  const { languages } = fields;
  return (
    <div class="periods">
      {(['language', 'secondLanguage'] as const).map((path) => (
        <ChoiceSetting
          key={path}
          fields={fields}
          path={path}
          value={at(fields, path) ?? ''}
          choices={languages.map((value) => ({ value, label: languageName(value) }))}
          choose={(value) => set(fields, path, value === '' ? null : value)}
        />
      ))}
    </div>
  );
}
