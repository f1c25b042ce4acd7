import { bare, type Row } from './rows.ts';
import { find } from './views.ts';

/** "Myself video, NAME, Unmuted" and "Profile picture of NAME": the words differ by language, the name does not. Grade 3. */
const VIDEO = '[data-tid="myself-video"]';
const PICTURE = '[data-tid="me-control-avatar"]';

/**
 * The rows that the page names as oneself. Whoever is taken for oneself is asked nothing, and anybody may call themselves what they like: so
 * one is told only from a whole list, which has one's own row in it, and only when it is one row.
 */
export function ownRows(all: readonly Document[], rows: readonly Row[]): Row[] {
  const parts = label(find(all, VIDEO))
    .split(/[,،、，]/u)
    .map(bare);
  const named = rows.filter(({ plain }) => plain !== '' && parts.includes(plain));
  if (named.length > 0) return named;
  const picture = bare(label(find(all, PICTURE)));
  return rows.filter(({ plain }) => plain !== '' && picture.includes(plain));
}

function label(element: Element | null): string {
  const own = element?.getAttribute('aria-label');
  return own || (element?.querySelector('[aria-label]')?.getAttribute('aria-label') ?? '');
}
