import { requiredPurposes } from '../model/ask.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { ListOrder, Order } from '../model/observation.ts';
import { type Decision, NOTHING, plain } from './decide.ts';
import { decidePerson } from './decide-person.ts';
import { boundTo } from './requirement.ts';
import { standingOf } from './standing.ts';
import { rootOf, type State } from './state.ts';

/** What the host did in the panel. An order that makes no sense now (somebody left, no ask yet) gives nothing. */
export function decideOrder(state: State, order: Exclude<Order, ListOrder>): Decision {
  switch (order.do) {
    case 'attest':
    case 'record-refusal':
      return attested(state, order);
    case 'settle':
      return settled(state, order);
    case 'same-person': {
      if (!state.people.has(order.participant) || !state.people.has(order.as)) return NOTHING;
      // Whole persons are joined, so that no row is ever its own second device.
      const [participant, as] = [rootOf(state, order.participant), rootOf(state, order.as)];
      return participant === as ? NOTHING : plain({ kind: 'participant-matched', participant, as, by: 'host' });
    }
    case 'count-people': {
      const person = state.people.get(order.participant);
      if (!person || person.people === order.people) return NOTHING;
      return plain({ kind: 'people-counted', participant: order.participant, people: order.people, by: 'host' });
    }
    case 'confirm-roster':
      if (!state.roster || notConfirmable(state)) return NOTHING;
      return plain({ kind: 'roster-confirmed', rows: state.roster.rows, counter: state.roster.counter });
    case 'pause':
      return state.order === 'none' && state.ask ? plain({ kind: 'paused', cause: order.by ?? 'panel' }) : NOTHING;
    case 'resume':
      return state.order !== 'none' || state.failed || state.unannounced ? plain({ kind: 'resumed' }) : NOTHING;
    case 'stop':
      return state.order === 'stopped' || !state.ask ? NOTHING : plain({ kind: 'stopped' });
    case 'go-on-without':
      return state.order === 'going-on-without'
        ? NOTHING
        : plain({ kind: 'went-on-without', ask: state.ask?.id ?? null });
    case 'state-place':
    case 'describe':
    case 'guardian':
      return decidePerson(state, order);
    case 'announced': {
      const { epoch } = order;
      if (state.epoch?.epoch !== epoch || state.announced === epoch) return NOTHING;
      return plain({ kind: 'announced', epoch, by: 'host' });
    }
    default:
      return order satisfies never;
  }
}

/**
 * Why the host cannot vouch for the list, or null. Only where a newcomer would show can it be vouched for: in the list itself, or in the
 * site's own count; and nobody can vouch for people whom no list has ever shown.
 */
export function notConfirmable(state: State): 'list-unreadable' | 'people-unlisted' | null {
  const { roster } = state;
  if (!roster || (roster.completeness !== 'complete' && roster.counter === null)) return 'list-unreadable';
  let listed = 0;
  for (const person of state.people.values()) if (person.present) listed += 1;
  return (roster.counter ?? 0) > listed ? 'people-unlisted' : null;
}

/** The host's word that somebody answered: weaker than their own, marked as such, and posted so that they can dispute it. */
function attested(state: State, order: Extract<Order, { do: 'attest' | 'record-refusal' }>): Decision {
  const person = state.people.get(order.participant);
  const { ask } = state;
  const yes = order.do === 'attest';
  if (!person || !ask || (person.self && !(yes && order.person > 1))) return NOTHING;
  if (yes && saidNoThemselves(state, order.participant) !== null) return NOTHING;
  return plain({
    kind: 'answered',
    ask: ask.id,
    notice: ask.notice.hash,
    participant: order.participant,
    person: yes ? order.person : 1,
    answer: yes ? 'consented' : 'refused',
    purposes: yes ? requiredPurposes(ask) : [],
    media: ask.media,
    grade: 'attested',
    channel: yes ? order.how : 'aloud',
    by: 'host',
    signed: null,
    ...(yes && boundTo(inForceOf(state), order.how === 'paper' ? 'written' : 'explicit')),
  });
}

function settled(state: State, order: Extract<Order, { do: 'settle' }>): Decision {
  const doubt = state.doubts.get(order.doubt);
  if (!doubt) return NOTHING;
  // It was said about the ask of its time; whether that covers the ask in force is the gate's to judge.
  const ask = (doubt.ask && state.asks.get(doubt.ask)) ?? state.ask;
  const settle = { kind: 'settled', doubt: order.doubt, as: order.as, participant: order.participant } as const;
  if (order.as === 'nothing') return plain(settle);
  const who = order.participant ?? doubt.participant;
  const person = who && state.people.get(who);
  if (!person || person.self || !ask) return NOTHING;
  const no = saidNoThemselves(state, who);
  if (order.as === 'consented' && no !== null && no > doubt.index) return NOTHING;
  return plain(
    { ...settle, participant: who },
    {
      kind: 'answered',
      ask: ask.id,
      notice: ask.notice.hash,
      participant: who,
      person: 1,
      answer: order.as,
      purposes: order.as === 'consented' ? requiredPurposes(ask) : [],
      media: ask.media,
      grade: 'attested',
      channel: 'chat',
      by: 'host',
      signed: null,
      ...(order.as === 'consented' && boundTo(inForceOf(state), 'explicit')),
    },
  );
}

const inForceOf = ({ requirement }: State) => requirement?.fingerprint ?? null;

/** Index of a no that the person said themselves about the ask in force, or null. Only their own yes, or a new ask, outweighs it. */
export function saidNoThemselves(state: State, participant: ParticipantKey): number | null {
  const person = state.people.get(rootOf(state, participant));
  const answer = person ? standingOf(state, person).answer : null;
  const own = answer && answer.answer !== 'consented' && answer.grade !== 'attested';
  return own ? answer.index : null;
}
