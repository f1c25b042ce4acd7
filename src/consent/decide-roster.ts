import type { Draft } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { Roster, RosterPerson } from '../model/roster.ts';
import { type Decision, type Fresh, NOTHING } from './decide.ts';
import type { Directory } from './directory.ts';
import { cameBackUncounted, cut, fewerOfOneName, nameOf } from './name-only.ts';
import type { Person, State } from './state.ts';

/**
 * Compares a reading of the roster with who is in the meeting by the log. A new row is always a late joiner. A missing row is a
 * leave only when the reading is complete and the site's own count agrees: lists are virtualised and panels unmount. A changed name
 * under the same site id is a rename; without ids it is somebody new.
 */
export function decideRoster(state: State, directory: Directory, read: Roster, fresh: Fresh): Decision {
  if (isOutranked(state, read)) return NOTHING;
  const drafts: Draft[] = [];
  const present = [...state.people.values()].filter((person) => person.present);
  const roster = withOneSelf(read, present, directory);
  const whole =
    roster.completeness === 'complete' && (roster.counter === null || roster.counter === roster.people.length);
  const unclaimed = new Set(present);
  const renewed = cameBackUncounted(state, roster, present, directory);
  const unclear = new Set([...renewed, ...(whole ? fewerOfOneName(roster, present, directory) : [])]);
  const claimable = new Set(present.filter((one) => !unclear.has(one)));

  for (const row of roster.people) {
    const person = claim(row, claimable, directory);
    if (person) {
      unclaimed.delete(person);
      claimable.delete(person);
      if (directory.people.get(person.participant)?.name !== cut(row.name))
        drafts.push(renamed(person.participant, row));
    } else {
      const returning = row.id === null ? undefined : gone(state, directory, row.id);
      drafts.push(joined(returning ?? fresh.participant(), row));
    }
  }
  if (whole && roster.people.length > 0) {
    // Sites leave one's own row out here and there; whether the host is in the call is told by the page's place, not by a row.
    for (const person of unclaimed) if (!person.self) drafts.push(left(person));
  } else drafts.push(...anew(renewed, roster, directory, fresh));

  const before = state.roster;
  const rows = roster.people.length;
  if (
    !before ||
    before.completeness !== roster.completeness ||
    before.rows !== rows ||
    before.counter !== roster.counter ||
    (before.source === 'host') !== (roster.source === 'host')
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

/** A page without a list says so again and again. That is no reason to forget the list that the host has written. */
export function isOutranked(state: State, { people, completeness, counter }: Roster): boolean {
  const saysNothing = people.length === 0 && completeness === 'unknown' && counter === null;
  return saysNothing && state.roster?.source === 'host';
}

/**
 * Nobody is in a meeting twice as themselves. Of rows that say so, the first that is not known as somebody else is the host, and the
 * others are people like everybody: waited for, and free to leave again. A name alone makes a single row nobody else's.
 */
function withOneSelf(roster: Roster, present: readonly Person[], directory: Directory): Roster {
  const own = roster.people.filter((row) => row.self);
  const here = new Set(present);
  const isOther = (row: RosterPerson) => claim({ ...row, self: false }, here, directory) !== undefined;
  const host = own.find((row) => (row.id === null && own.length === 1) || !isOther(row));
  return { ...roster, people: roster.people.map((row) => (row.self && row !== host ? { ...row, self: false } : row)) };
}

/** They are not known to have gone: each is still waited for, as somebody who was not asked yet. Rows in sight have joined already. */
function anew(renewed: ReadonlySet<Person>, roster: Roster, directory: Directory, fresh: Fresh): Draft[] {
  const shown = roster.people.filter((row) => row.id === null && !row.self).map((row) => cut(row.name));
  return [...renewed].flatMap((person) => {
    const name = nameOf(person, directory);
    const at = shown.indexOf(name);
    if (at >= 0) shown.splice(at, 1);
    return at >= 0 ? [left(person)] : [left(person), joined(fresh.participant(), { id: null, name, self: false })];
  });
}

function left({ participant }: Person): Draft {
  return { entry: { kind: 'participant-left', participant }, subject: null, disclosures: {} };
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
