import type { PanelView } from '../../model/panel.ts';
import { timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { summaryOf } from '../words/terms.ts';
import { AskForm, type Preview } from './ask-form.tsx';
import type { PanelIntents } from './intents.ts';

interface AskingProps {
  readonly view: PanelView;
  readonly intents: PanelIntents;
  readonly languages: readonly string[];
  readonly preview: Preview | undefined;
}

/** Before the first ask: the form. Afterwards: what was asked, and the form folded away. */
export function Asking({ view, intents, languages, preview }: AskingProps) {
  const { ask } = view;
  // Settings that change begin the form anew; what is being chosen stays as long as they do not.
  const form = (
    <AskForm
      key={JSON.stringify([view.terms, view.fixed, view.languages])}
      terms={view.terms}
      fixed={view.fixed}
      languages={view.languages}
      allLanguages={languages}
      ask={intents.ask}
      preview={preview}
    />
  );
  const posted = view.page?.chat === false ? 'aloud.posted' : (`ask.posted.${ask?.posted ?? 'posting'}` as const);
  return (
    <section class="block" aria-labelledby="ask-title">
      <h2 id="ask-title">{t('ask.title')}</h2>
      {ask ? (
        <>
          <p>{summaryOf(ask)}</p>
          <p class="small soft">
            {t('ask.asked', { time: timeOf(ask.askedAt) })}. {t(posted)}
          </p>
          <details>
            <summary>{t('ask.change')}</summary>
            <p class="small soft">{t('ask.change.why')}</p>
            <p class="small soft">{t('keeping.longer')}</p>
            {form}
          </details>
        </>
      ) : (
        form
      )}
    </section>
  );
}
