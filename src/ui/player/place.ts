import type { Stretch } from '../records/stretches.ts';

type Recorded = Extract<Stretch, { kind: 'recorded' }>;

/** Between recorded time (all parts in a row, ms) and the meeting's (ms UTC). */

export function recordedOf(stretches: readonly Stretch[]): Recorded[] {
  return stretches.filter((stretch) => stretch.kind === 'recorded');
}

/** What the clock showed when it was said. */
export function clockAt(stretches: readonly Stretch[], at: number): number {
  const recorded = recordedOf(stretches);
  const stretch = recorded.findLast(({ offset }) => offset <= at) ?? recorded[0];
  return stretch ? stretch.from + (at - stretch.offset) : 0;
}

/** Where to play what was said then; of a moment that was not recorded, what was recorded next, or the end. */
export function playedAt(stretches: readonly Stretch[], clock: number): number {
  const recorded = recordedOf(stretches).filter(({ to }) => to !== null);
  for (const { from, offset, ms } of recorded) if (clock < from + ms) return offset + Math.max(0, clock - from);
  const last = recorded.at(-1);
  return last ? last.offset + last.ms : 0;
}

/** What was not recorded right before this place: from its beginning on, for as long as `within` ms. */
export function gapBefore(
  stretches: readonly Stretch[],
  at: number,
  within: number,
): Extract<Stretch, { kind: 'gap' | 'cut' }> | null {
  const index = stretches.findLastIndex((stretch) => stretch.kind === 'recorded' && stretch.offset <= at);
  const here = stretches[index];
  const before = stretches[index - 1];
  if (here?.kind !== 'recorded' || !before || before.kind === 'recorded' || at - here.offset > within) return null;
  // What came before the first part is no gap in what is played.
  return here.offset > 0 ? before : null;
}
