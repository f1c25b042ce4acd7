import { t } from '../words/speak.ts';
import { useSecondsTo } from './seconds.ts';

/** Where the legal minimum was chosen: how long the notice must still stand before going on counts. Read aloud it would only disturb. */
export function Implied({ until }: { readonly until: number }) {
  const left = useSecondsTo(until);
  return (
    <span class="figures" role="timer">
      {left > 0 ? t('person.implied', { n: left }) : t('person.implied.now')}
    </span>
  );
}
