import { useId } from 'preact/hooks';
import type { AskLanguages } from '../../model/ask.ts';
import { languageName } from '../words/language-name.ts';
import { t } from '../words/speak.ts';

interface LanguagesProps {
  readonly chosen: AskLanguages;
  /** Tags of all languages that there is a notice in. */
  readonly all: readonly string[];
  readonly choose: (languages: AskLanguages) => void;
}

/** Which language the question is posted in, and which one beside it. Each stands under its own name, for those who read no other. */
export function Languages({ chosen, all, choose }: LanguagesProps) {
  const [first, second] = [useId(), useId()];
  const { language, also } = chosen;
  return (
    <div class="periods">
      <div class="field">
        <label for={first}>{t('ask.language')}</label>
        <select
          class="select"
          id={first}
          value={language}
          onChange={({ currentTarget: { value } }) => choose({ language: value, also: also === value ? null : also })}
        >
          {all.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {languageName(tag)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={second}>{t('ask.also')}</label>
        <select
          class="select"
          id={second}
          value={also ?? ''}
          onChange={({ currentTarget: { value } }) => choose({ language, also: value === '' ? null : value })}
        >
          <option value="">{t('ask.also.none')}</option>
          {all
            .filter((tag) => tag !== language)
            .map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {languageName(tag)}
              </option>
            ))}
        </select>
      </div>
    </div>
  );
}
