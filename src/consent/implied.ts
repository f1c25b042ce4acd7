import { formAskedOf } from './requirement.ts';
import { standingOf } from './standing.ts';
import { type Person, rowsOf, type State } from './state.ts';

/** Is going on all that is asked of somebody who was shown the notice? Then they are told so before it counts. */
export function mayGoOn(state: State, person: Person): boolean {
  if (person.self || state.order !== 'none') return false;
  if (formAskedOf(state, person) !== 'implied-by-continuing-after-notice') return false;
  return standingOf(state, person).state === 'requested';
}

/** Were they told so, since they came, and since that is all that is asked? When it was seen in the chat (ms UTC), or null. */
export function toldAt(state: State, person: Person): number | null {
  const { ask, requirement } = state;
  const since = requirement?.since.index ?? 0;
  const told = rowsOf(state, person.participant).flatMap((row) => (ask && row.told.get(ask.id)) ?? []);
  const newest = told.filter(({ index }) => index > since).map(({ at }) => at);
  return newest.length > 0 ? Math.max(...newest) : null;
}

/**
 * When going on becomes a yes of somebody's (ms UTC), or null where it never does. They have known for the promised time that it will, in one
 * stretch in which the page was watched, everybody in it was known, and they were there.
 */
export function impliedAt(state: State, person: Person): number | null {
  const { described, readableSince } = state;
  const told = toldAt(state, person);
  if (told === null || readableSince === null || !described || !mayGoOn(state, person)) return null;
  const here = rowsOf(state, person.participant).filter(({ present }) => present);
  return Math.max(told, readableSince, ...here.map(({ joinedAt }) => joinedAt)) + described.impliedAfterMs;
}
