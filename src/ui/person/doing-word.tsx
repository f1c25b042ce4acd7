import { FailureWord } from '../controls/word.tsx';
import { t } from '../words/speak.ts';
import type { Deed, Doing } from './intents.ts';

/** What came of the last press; read aloud. */
export function DoingWord({ doing, what }: { readonly doing: Doing; readonly what: Deed }) {
  const here = doing.state !== 'none' && doing.what === what;
  return (
    <div class="outcome" aria-live="polite">
      {here && doing.state === 'running' && <p class="soft">{t('app.loading')}</p>}
      {here && doing.state === 'done' && <p class="good">{t(`person.done.${what}`)}</p>}
      {here && doing.state === 'failed' && <FailureWord code={doing.code} />}
    </div>
  );
}
