import { useId } from 'preact/hooks';
import type { AskLanguages } from '../../model/ask.ts';
import type { FixedTerms } from '../../model/fixed-terms.ts';
import { Locked } from '../controls/locked.tsx';
import { languageName } from '../words/language-name.ts';
import { t } from '../words/speak.ts';

interface LanguagesProps {
  readonly chosen: AskLanguages;
  readonly fixed: FixedTerms;
  /** Tags of all languages that there is a notice in. */
  readonly all: readonly string[];
  readonly choose: (languages: AskLanguages) => void;
}

/** Which language the question is posted in, and which one beside it. Each stands under its own name, for those who read no other. */
export function Languages({ chosen, fixed, all, choose }: LanguagesProps) {
  const [first, second] = [useId(), useId()];
  const { language, also } = chosen;
  const locked = (which: keyof AskLanguages) => ({
    locked: fixed.languages.includes(which),
    by: fixed.by,
    what: which,
  });
  return (
    <div class="periods languages">
      <Locked {...locked('language')}>
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
      </Locked>
      <Locked {...locked('also')}>
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
      </Locked>
    </div>
  );
}
