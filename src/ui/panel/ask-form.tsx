import { useState } from 'preact/hooks';
import { type AskLanguages, type AskTerms, type Media, termsProblem } from '../../model/ask.ts';
import type { FixedTerms } from '../../model/fixed-terms.ts';
import { Locked } from '../controls/locked.tsx';
import { Strip } from '../controls/strip.tsx';
import { t } from '../words/speak.ts';
import { Days } from './days.tsx';
import { Languages } from './languages.tsx';
import { Purposes } from './purposes.tsx';

export type Preview = (terms: AskTerms, language: string) => string;

interface AskFormProps {
  readonly terms: AskTerms;
  readonly fixed: FixedTerms;
  readonly languages: AskLanguages;
  readonly allLanguages: readonly string[];
  readonly ask: (terms: AskTerms, languages: AskLanguages) => void;
  /** One text a language. */
  readonly preview: Preview | undefined;
}

/** Days that are offered: of the recording, and of names and words in the proof. */
export const KEEP = [7, 30, 90, 365];
export const PROOF = [365, 1095, 1825, 3650];

export function AskForm({ terms: given, fixed, languages: first, allLanguages, ask, preview }: AskFormProps) {
  const [languages, choose] = useState(first);
  const [terms, change] = useState<AskTerms>({
    purposes: given.purposes,
    media: given.media,
    keepDays: given.keepDays,
    proofDays: given.proofDays,
  });
  const problem = termsProblem(terms);
  const locked = (term: keyof AskTerms) => ({ locked: fixed.terms.includes(term), by: fixed.by, what: term });
  /** A second language that is locked comes back when the first is no longer the same one. */
  const speak = ({ language, also }: AskLanguages) => {
    const second = fixed.languages.includes('also') ? first.also : also;
    choose({ language, also: second === language ? null : second });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!problem) ask(terms, languages);
  };
  return (
    <form class="ask-form" onSubmit={submit}>
      <Locked {...locked('purposes')}>
        <Purposes
          label={t('ask.purposes')}
          purposes={terms.purposes}
          change={(purposes) => change({ ...terms, purposes })}
        />
      </Locked>
      <Locked {...locked('media')}>
        <Strip<Media>
          label={t('ask.media')}
          value={terms.media}
          choices={[
            { value: 'sound', label: t('media.sound') },
            { value: 'sound+picture', label: t('media.sound+picture') },
          ]}
          choose={(media) => change({ ...terms, media })}
        />
      </Locked>
      <div class="periods">
        <Locked {...locked('keepDays')}>
          <Days
            label={t('ask.keep')}
            days={terms.keepDays}
            choices={KEEP}
            change={(keepDays) => change({ ...terms, keepDays })}
          />
        </Locked>
        <Locked {...locked('proofDays')}>
          <Days
            label={t('ask.proof')}
            why={t('ask.proof.why')}
            days={terms.proofDays}
            choices={PROOF}
            change={(proofDays) => change({ ...terms, proofDays })}
          />
        </Locked>
      </div>
      <Languages chosen={languages} fixed={fixed} all={allLanguages} choose={speak} />
      {preview && !problem && (
        <details>
          <summary>{t('ask.preview')}</summary>
          {[languages.language, ...(languages.also === null ? [] : [languages.also])].map((language) => (
            <blockquote class="quote" key={language} lang={language} dir="auto">
              {preview(terms, language)}
            </blockquote>
          ))}
        </details>
      )}
      <p class="problem" aria-live="polite">
        {problem && t(`terms.${problem}`)}
      </p>
      <button type="submit" class="button primary wide" aria-disabled={problem !== null}>
        {t('act.ask')}
      </button>
    </form>
  );
}
