import type { LogId } from '../../model/id.ts';
import type { HoldView } from '../../model/keeping.ts';

/** The holds over a meeting, or a part of it. */
export function holdsOver(holds: readonly HoldView[], log: LogId): readonly HoldView[] {
  return holds.filter(({ parts }) => parts.some((part) => part.log === log));
}

/** whole: all of the meeting stays. part: some of it does. */
export function heldOf(holds: readonly HoldView[], log: LogId): 'whole' | 'part' | null {
  const parts = holds.flatMap((hold) => hold.parts.filter((part) => part.log === log));
  if (parts.length === 0) return null;
  return parts.some(({ epochs }) => epochs === null) ? 'whole' : 'part';
}
