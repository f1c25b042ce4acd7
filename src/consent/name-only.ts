import type { AskId, ParticipantKey } from '../model/id.ts';
import { NAME_MAX, type Roster } from '../model/roster.ts';
import { nameSkeleton } from './confusable.ts';
import type { Directory } from './directory.ts';
import type { Person, State } from './state.ts';

/** Where a site shows names and no ids, a name is all that is known of somebody: when in doubt it is somebody else. */

/**
 * Of several people with one name and no site id somebody has left: nobody can say who. All of them are taken for gone and who is
 * still there for new, so that the one who stays is not the one who never answered.
 */
export function fewerOfOneName(roster: Roster, present: readonly Person[], directory: Directory): Set<Person> {
  const nameless = present.filter((one) => !one.self && (directory.people.get(one.participant)?.site ?? null) === null);
  const rowsNamed = (name: string) =>
    roster.people.filter((row) => row.id === null && !row.self && cut(row.name) === name).length;
  return new Set(
    nameless.filter((person) => {
      const alike = nameless.filter((other) => nameOf(other, directory) === nameOf(person, directory)).length;
      return alike > 1 && rowsNamed(nameOf(person, directory)) < alike;
    }),
  );
}

/**
 * On a name-only site a name that was out of sight while the site's count moved is somebody new, and is asked anew: one Ana may have
 * left and another one come. Who was in sight before is known only when that reading had everybody.
 */
export function cameBackUncounted(
  state: State,
  roster: Roster,
  present: readonly Person[],
  directory: Directory,
): Set<Person> {
  const { roster: before, counted } = state;
  if (counted === null || roster.counter === null || roster.counter === counted) return new Set();
  const nameOnly = present.filter((one) => !one.self && (directory.people.get(one.participant)?.site ?? null) === null);
  const ownRow = roster.people.some((row) => row.self);
  const everybody = present.filter((person) => ownRow || !person.self).length;
  const sawAll = before?.completeness === 'complete' && before.rows >= everybody;
  const shown = new Set(roster.people.filter((row) => row.id === null && !row.self).map((row) => cut(row.name)));
  return new Set(nameOnly.filter((person) => !sawAll || !shown.has(nameOf(person, directory))));
}

/**
 * Is somebody asked who may be the one of the same name who was asked the same before? Whoever of them has our extension hears of it, and
 * is told that what they answered counts no more.
 */
export function askedAnew(
  state: State,
  directory: Directory,
  { ask, people }: { readonly ask: AskId; readonly people: readonly ParticipantKey[] },
): boolean {
  const all = [...state.people.values()];
  const before = all.filter((one) => !one.present && !one.stable && one.shown.has(ask));
  const names = new Set(before.map((one) => nameOf(one, directory)));
  return people.some((key) => {
    const person = state.people.get(key);
    return person !== undefined && !person.stable && names.has(nameOf(person, directory));
  });
}

/**
 * May a line of this sender be of somebody of the same name who has left? It is read late when the chat was out of sight, and tells no time. Nothing
 * of ours has reached whoever is here since they came, so nothing in the chat is known to be from after that.
 */
export function maybeNamesakes(state: State, directory: Directory, participant: ParticipantKey): boolean {
  const person = state.people.get(participant);
  if (!person || person.self || person.stable || person.shown.size > 0) return false;
  const name = nameSkeleton(nameOf(person, directory));
  return [...state.people.values()].some(
    (other) => !other.present && !other.self && !other.stable && nameSkeleton(nameOf(other, directory)) === name,
  );
}

export function nameOf(person: Person, directory: Directory): string {
  return directory.people.get(person.participant)?.name ?? '';
}

/** A name as the log holds it. */
export function cut(name: string): string {
  return name.slice(0, NAME_MAX).toWellFormed();
}
