import type { Reason } from '../model/gate.ts';
import type { State } from './state.ts';

/** Open only on a complete roster equal to the site's own count, or on the very list that the host confirmed by hand. */
export function rosterReason({ roster, confirmed }: Pick<State, 'roster' | 'confirmed'>): Reason | null {
  if (!roster) return 'roster-unknown';
  if (confirmed && confirmed.rows === roster.rows && confirmed.counter === roster.counter) return null;
  if (roster.completeness === 'unknown') return 'roster-unknown';
  if (roster.completeness === 'partial' || roster.counter === null) return 'roster-partial';
  return roster.counter === roster.rows ? null : 'counter-differs';
}
