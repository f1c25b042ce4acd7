import { formAskedOf } from './requirement.ts';
import { standingOf } from './standing.ts';
import { type Person, rowsOf, type State } from './state.ts';

/**
 * When going on becomes a yes of somebody's (ms UTC), or null where it never does. The notice has stood before them for the promised time, in
 * one stretch in which the page was watched, everybody in it was known and they were there; what was said of it in the notice is true only
 * if the legal minimum had been chosen before the ask.
 */
export function impliedAt(state: State, person: Person): number | null {
  const { ask, described, requirement, readableSince } = state;
  if (!ask || !described || !requirement || readableSince === null || state.order !== 'none') return null;
  if (person.self || described.minimumSince === null || described.minimumSince > ask.index) return null;
  if (formAskedOf(state, person) !== 'implied-by-continuing-after-notice') return null;
  if (standingOf(state, person).state !== 'requested') return null;
  const rows = rowsOf(state, person.participant);
  const shown = rows.flatMap((row) => row.shown.get(ask.id) ?? []);
  const joined = rows.filter(({ present }) => present).map(({ joinedAt }) => joinedAt);
  return Math.max(...shown, ...joined, readableSince, requirement.since.at) + described.impliedAfterMs;
}
