import type { EntryOf } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { Order } from '../model/observation.ts';
import { type Decision, NOTHING, plain } from './decide.ts';
import { circumstancesOf } from './person.ts';
import { rootOf, type State } from './state.ts';

type OfPerson = Extract<Order, { do: 'state-place' | 'describe' | 'guardian' }>;

/** What the host says of somebody, as far as the law asks about it. Of themselves it is their own word, and is believed as such. */
export function decidePerson(state: State, order: OfPerson): Decision {
  const person = state.people.get(order.participant);
  if (!person) return NOTHING;
  const { participant } = order;
  const by = person.self ? 'participant' : 'host';
  switch (order.do) {
    case 'state-place': {
      const { places, residence } = order;
      return placeStated(state, {
        participant,
        places: [...places],
        residence,
        known: person.self ? 'declared' : 'host',
        by,
      });
    }
    case 'describe': {
      const { minor, employee, phone } = order;
      const before = person.described[by] ?? { minor: false, employee: false, phone: false };
      if (before.minor === minor && before.employee === employee && before.phone === phone) return NOTHING;
      return plain({ kind: 'person-described', participant, minor, employee, phone, by });
    }
    case 'guardian':
      return guardianAnswered(state, participant, order);
    default:
      return order satisfies never;
  }
}

/** Somebody is in one of some places, as they or the host say it: an entry, unless the log says it already. */
export function placeStated(state: State, said: Omit<EntryOf<'place-stated'>, 'kind'>): Decision {
  const person = state.people.get(said.participant);
  if (!person) return NOTHING;
  const before = person.placed[said.by];
  const same =
    (before?.residence ?? null) === said.residence &&
    (before?.places ?? []).join(' ') === said.places.join(' ') &&
    (before === null || before.known === said.known) &&
    (said.remember === undefined || said.remember === before?.remember);
  return same ? NOTHING : plain({ kind: 'place-stated', ...said });
}

/** Only where there is a minor is there a guardian to be asked, and only about an ask. */
function guardianAnswered(
  state: State,
  participant: ParticipantKey,
  { answer, how }: Extract<Order, { do: 'guardian' }>,
): Decision {
  const root = state.people.get(rootOf(state, participant));
  const { ask } = state;
  if (!root || !ask || !circumstancesOf(state, root).minor) return NOTHING;
  const before = root.guardian;
  if (before?.ask === ask.id && before.answer === answer && before.channel === how) return NOTHING;
  const guardian = { ask: ask.id, participant: root.participant, answer, channel: how, by: 'host' } as const;
  return plain({ kind: 'guardian-answered', ...guardian });
}
