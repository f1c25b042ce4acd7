import type { ParticipantKey } from '../model/id.ts';
import type { ListOrder, Order } from '../model/observation.ts';
import type { Roster, RosterPerson } from '../model/roster.ts';
import { type Decision, type Fresh, NOTHING, plain } from './decide.ts';
import { decideRoster } from './decide-roster.ts';
import type { Directory } from './directory.ts';
import { cut, nameOf } from './name-only.ts';
import type { State } from './state.ts';

/** Begins the id of a row that the host wrote. No site's id is one: where the page shows people, the host writes no list. */
const WRITTEN = 'written:';

export function isListOrder(order: Order): order is ListOrder {
  return ['write-down', 'cross-out', 'rename', 'list-right'].includes(order.do);
}

/**
 * The host's own list of who is here, on a page that shows none. It is a reading of the roster like any other: who was added is a late
 * joiner, who is missing has left by the host's word. Each change vouches for the whole list, so it is confirmed with it. A list of
 * nobody but the host vouches for nothing: somebody is heard, or there would be no call.
 */
export function decideList(state: State, directory: Directory, order: ListOrder, fresh: Fresh): Decision {
  if (notWritable(state)) return NOTHING;
  const people = changed(listed(state, directory), order, fresh);
  if (!people) return NOTHING;
  const roster: Roster = {
    people: [ownRow(state, directory), ...people.map(({ row }) => row)],
    completeness: 'complete',
    counter: null,
    source: 'host',
  };
  const { drafts } = decideRoster(state, directory, roster, fresh);
  if (people.length === 0) return { drafts };
  const confirmed = plain({ kind: 'roster-confirmed', rows: roster.people.length, counter: null });
  return { drafts: [...drafts, ...confirmed.drafts] };
}

/** Why the host cannot write the list now, or null: the page must be in sight, and must show no list of its own. */
export function notWritable(state: State): 'not-in-call' | 'page-lists' | null {
  if (!state.inCall || !state.watching) return 'not-in-call';
  const { roster } = state;
  if (!roster || roster.source === 'host') return null;
  return roster.rows === 0 && roster.counter === null ? null : 'page-lists';
}

interface Listed {
  readonly participant: ParticipantKey | null;
  readonly row: RosterPerson;
}

function listed(state: State, directory: Directory): Listed[] {
  return [...state.people.values()].flatMap((person) => {
    if (!person.present || person.self) return [];
    const { participant } = person;
    const id = directory.people.get(participant)?.site ?? null;
    return [{ participant, row: { id, name: nameOf(person, directory), self: false } }];
  });
}

/** The list after the order; null when the order changes nothing and vouches for nothing. */
function changed(people: readonly Listed[], order: ListOrder, fresh: Fresh): readonly Listed[] | null {
  switch (order.do) {
    case 'write-down': {
      // Two of one name could not be told apart when one of them is noted: the panel says so, and the host adds a letter.
      const names = new Set(people.map(({ row }) => row.name));
      const added = [...new Set(order.names.map((name) => cut(name.trim())))].filter(
        (name) => name && !names.has(name),
      );
      if (added.length === 0) return null;
      return [...people, ...added.map((name) => written(name, fresh))];
    }
    case 'cross-out':
      return people.some((one) => one.participant === order.participant)
        ? people.filter((one) => one.participant !== order.participant)
        : null;
    case 'rename': {
      const name = cut(order.name.trim());
      const known = people.find((one) => one.participant === order.participant);
      if (!known || name === '' || people.some(({ row }) => row.name === name)) return null;
      return people.map((one) => (one === known ? { ...one, row: { ...one.row, name } } : one));
    }
    case 'list-right':
      return people.length > 0 ? people : null;
    default:
      return order satisfies never;
  }
}

function written(name: string, fresh: Fresh): Listed {
  return { participant: null, row: { id: `${WRITTEN}${fresh.participant()}`, name, self: false } };
}

function ownRow(state: State, directory: Directory): RosterPerson {
  const own = [...state.people.values()].find((person) => person.self);
  return { id: null, name: own ? nameOf(own, directory) : '', self: true };
}
