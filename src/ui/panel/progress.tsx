import { t } from '../words/speak.ts';

/** One mark a person: filled for who has agreed. */
export function Progress({ n, of }: { readonly n: number; readonly of: number }) {
  return (
    <div class="progress">
      <div class="pips" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <i key={index} class={index < n ? 'done' : ''} />
        ))}
      </div>
      <p class="small">{t('progress.label', { n, of })}</p>
    </div>
  );
}
