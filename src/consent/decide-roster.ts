import type { Draft } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import { NAME_MAX, type Roster, type RosterPerson } from '../model/roster.ts';
import type { Decision, Fresh } from './decide.ts';
import type { Directory } from './directory.ts';
import type { Person, State } from './state.ts';

/**
 * Compares a reading of the roster with who is in the meeting by the log. A new row is always a late joiner. A missing row is a
 * leave only when the reading is complete and the site's own count agrees: lists are virtualised and panels unmount. A changed name
 * under the same site id is a rename; without ids it is somebody new.
 */
export function decideRoster(state: State, directory: Directory, roster: Roster, fresh: Fresh): Decision {
  const drafts: Draft[] = [];
  const present = [...state.people.values()].filter((person) => person.present);
  const whole =
    roster.completeness === 'complete' && (roster.counter === null || roster.counter === roster.people.length);
  const unclaimed = new Set(present);
  const unclear = whole ? fewerOfOneName(roster, present, directory) : new Set<Person>();

  for (const row of roster.people) {
    const person = claim(row, new Set([...unclaimed].filter((one) => !unclear.has(one))), directory);
    if (person) {
      unclaimed.delete(person);
      if (directory.people.get(person.participant)?.name !== cut(row.name))
        drafts.push(renamed(person.participant, row));
    } else {
      const returning = row.id === null ? undefined : gone(state, directory, row.id);
      drafts.push(joined(returning ?? fresh.participant(), row));
    }
  }
  if (whole && roster.people.length > 0) {
    // Sites leave one's own row out here and there; whether the host is in the call is told by the page's place, not by a row.
    for (const person of unclaimed)
      if (!person.self)
        drafts.push({
          entry: { kind: 'participant-left', participant: person.participant },
          subject: null,
          disclosures: {},
        });
  }

  const before = state.roster;
  const rows = roster.people.length;
  if (
    !before ||
    before.completeness !== roster.completeness ||
    before.rows !== rows ||
    before.counter !== roster.counter
  ) {
    const { completeness, counter, source } = roster;
    drafts.push({
      entry: { kind: 'roster-read', completeness, rows, counter, source },
      subject: null,
      disclosures: {},
    });
  }
  return { drafts };
}

/**
 * Of several people with one name and no site id somebody has left: nobody can say who. All of them are taken for gone and who is
 * still there for new, so that the one who stays is not the one who never answered.
 */
function fewerOfOneName(roster: Roster, present: readonly Person[], directory: Directory): Set<Person> {
  const nameOf = (person: Person) => directory.people.get(person.participant)?.name ?? '';
  const nameless = present.filter((one) => !one.self && (directory.people.get(one.participant)?.site ?? null) === null);
  const rowsNamed = (name: string) =>
    roster.people.filter((row) => row.id === null && !row.self && cut(row.name) === name).length;
  return new Set(
    nameless.filter((person) => {
      const alike = nameless.filter((other) => nameOf(other) === nameOf(person)).length;
      return alike > 1 && rowsNamed(nameOf(person)) < alike;
    }),
  );
}

/** Which known person a row is: oneself, else by site id, else by the whole name among those without an id. */
function claim(row: RosterPerson, unclaimed: Set<Person>, directory: Directory): Person | undefined {
  const all = [...unclaimed];
  const site = (person: Person) => directory.people.get(person.participant)?.site ?? null;
  if (row.self) return all.find((person) => person.self);
  if (row.id !== null) return all.find((person) => !person.self && site(person) === row.id);
  return all.find(
    (person) =>
      !person.self && site(person) === null && directory.people.get(person.participant)?.name === cut(row.name),
  );
}

/** A site id names one join of one device; when the very same id is back, it is the same person after a flicker. */
function gone(state: State, directory: Directory, site: string): ParticipantKey | undefined {
  return [...state.people.values()].find(
    (person) => !person.present && directory.people.get(person.participant)?.site === site,
  )?.participant;
}

function joined(participant: ParticipantKey, row: RosterPerson): Draft {
  return {
    entry: { kind: 'participant-joined', participant, self: row.self, stable: row.id !== null },
    subject: participant,
    disclosures: row.id === null ? { name: cut(row.name) } : { name: cut(row.name), site: row.id },
  };
}

function renamed(participant: ParticipantKey, row: RosterPerson): Draft {
  return {
    entry: { kind: 'participant-renamed', participant },
    subject: participant,
    disclosures: { name: cut(row.name) },
  };
}

function cut(name: string): string {
  return name.slice(0, NAME_MAX).toWellFormed();
}
