import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LogId } from '../../model/id.ts';

/**
 * On a narrow page list and meeting take turns. The focus goes along: from the pressed line to the meeting's title, and on the way back
 * to the line that it came from. Where both are seen, it stays where it is.
 */
export function useWayBack(chosen: LogId | null, shown: boolean): RefObject<HTMLElement | null> {
  const page = useRef<HTMLElement>(null);
  const came = useRef<LogId | null>(null);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const lost = focused === document.body || focused === null || !focused.checkVisibility();
    const from = came.current;
    came.current = chosen;
    if (!lost || (chosen === null && from === null)) return;
    const find = (selector: string) => page.current?.querySelector<HTMLElement>(selector);
    const next = chosen === null ? find(`[data-log="${from}"]`) : (find('.title') ?? find('.to-list'));
    next?.focus({ preventScroll: chosen !== null });
  }, [chosen, shown]);
  return page;
}
