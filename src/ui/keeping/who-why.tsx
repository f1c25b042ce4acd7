import { useId } from 'preact/hooks';
import { t } from '../words/speak.ts';
import type { HoldWords } from './intents.ts';

interface WhoWhyProps {
  readonly who: string;
  readonly words: HoldWords;
  readonly change: (words: HoldWords) => void;
}

/** Both are asked for: a hold that nobody answers for is none. */
export function WhoWhy({ who, words, change }: WhoWhyProps) {
  const [name, reason, hint] = [useId(), useId(), useId()];
  return (
    <>
      <div class="field">
        <label for={name}>{who}</label>
        <input
          id={name}
          class="text"
          type="text"
          maxLength={200}
          autocomplete="name"
          value={words.who}
          onInput={(event) => change({ ...words, who: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={reason}>{t('hold.why')}</label>
        <textarea
          id={reason}
          class="text"
          rows={2}
          maxLength={2000}
          aria-describedby={hint}
          value={words.why}
          onInput={(event) => change({ ...words, why: event.currentTarget.value })}
        />
        <p class="small soft" id={hint}>
          {t('hold.words')}
        </p>
      </div>
    </>
  );
}

export function areGiven({ who, why }: HoldWords): boolean {
  return who.trim() !== '' && why.trim() !== '';
}
