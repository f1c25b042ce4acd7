import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../words/speak.ts';

interface PagesProps<T> {
  readonly all: readonly T[];
  /** How many are drawn at once: a meeting of 300 people and a log of 100,000 entries must not freeze the page. */
  readonly size: number;
  /** What the list holds, for those who hear the page. */
  readonly list: string;
  /** Place in the list that must be in sight: whenever another one is named, its part is turned to. */
  readonly show?: number | null;
  readonly draw: (part: readonly T[]) => ComponentChildren;
}

/** A long list a part at a time. The buttons stand above it and stay where they are, so that one can press on without aiming anew. */
export function Pages<T>({ all, size, list, show = null, draw }: PagesProps<T>) {
  const [wanted, turn] = useState(0);
  useLayoutEffect(() => {
    if (show !== null) turn(Math.floor(show / size));
  }, [show, size]);
  if (all.length <= size) return <>{draw(all)}</>;
  const last = Math.ceil(all.length / size) - 1;
  const page = Math.min(wanted, last);
  const from = page * size;
  const steps = [
    ['pages.first', 0, page === 0],
    ['pages.previous', page - 1, page === 0],
    ['pages.next', page + 1, page === last],
    ['pages.last', last, page === last],
  ] as const;
  return (
    <>
      <nav class="pages" aria-label={t('pages.label', { list })}>
        <p class="small figures" aria-live="polite">
          {t('pages.shown', { from: from + 1, to: Math.min(from + size, all.length), of: all.length })}
        </p>
        <div class="actions">
          {steps.map(([key, to, off]) => (
            <button key={key} type="button" class="button tight" aria-disabled={off} onClick={() => off || turn(to)}>
              {t(key)}
            </button>
          ))}
        </div>
      </nav>
      {draw(all.slice(from, from + size))}
    </>
  );
}
