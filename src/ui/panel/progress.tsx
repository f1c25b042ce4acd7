import { t } from '../words/speak.ts';

/** More marks than this cannot be told apart in a narrow panel. */
const MARKS = 24;

/** One mark a person: filled for who has agreed. One bar for a crowd. */
export function Progress({ n, of }: { readonly n: number; readonly of: number }) {
  return (
    <div class="progress">
      {of > MARKS ? (
        <progress class="crowd" max={of} value={n} aria-hidden="true" />
      ) : (
        <div class="pips" aria-hidden="true">
          {Array.from({ length: of }, (_, index) => (
            <i key={index} class={index < n ? 'done' : ''} />
          ))}
        </div>
      )}
      <p class="small">{t('progress.label', { n, of })}</p>
    </div>
  );
}
