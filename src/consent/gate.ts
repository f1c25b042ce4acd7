import type { Because, Reason, Verdict } from '../model/gate.ts';
import type { ParticipantKey } from '../model/id.ts';
import { mustAnnounce } from './announcement.ts';
import { guardianOf } from './guardian.ts';
import { type Standing, standingOf } from './standing.ts';
import { presentPeople, type State } from './state.ts';
import { rosterReason } from './whole-roster.ts';

/**
 * May capture run now? Pure, over the log alone. Opens only when everybody who is in the meeting has a live yes that covers the ask
 * in force and is as binding as the requirement in force asks, the roster is known to be whole, somebody is looking at the page, and nothing is left in doubt. All reasons are given,
 * not just the first one: they are what every screen shows.
 */
export function gate(state: State): Verdict {
  const because: Because[] = [];
  const nobody = (reason: Reason) => because.push({ reason, people: [] });

  if (!state.opened || !state.inCall) nobody('not-in-call');
  else if (!state.watching) nobody('watch-lost');
  if (!state.ask) nobody('not-asked');
  if (state.order !== 'none') nobody(state.order);
  if (!state.armed) nobody('not-armed');
  if (state.failed) nobody('capture-failed');
  if (state.unannounced && mustAnnounce(state)) nobody('announcement-missing');
  const roster = rosterReason(state);
  if (roster) nobody(roster);

  const people = presentPeople(state);
  const answers: number[] = [];
  if (state.ask) because.push(...answerReasons(state, answers));
  const closing = [...state.doubts.values()].filter((doubt) => doubt.closes);
  if (closing.length > 0)
    because.push({ reason: 'doubt-open', people: closing.flatMap((doubt) => doubt.participant ?? []) });

  if (because.length > 0 || !state.ask || people.length === 0) {
    return { may: 'not', because: because.length > 0 ? because : [{ reason: 'roster-unknown', people: [] }] };
  }
  return {
    may: 'record',
    basis: {
      ask: state.ask.id,
      media: state.ask.media,
      roster: people.map((person) => person.participant).sort(),
      answers: answers.sort((a, b) => a - b),
    },
  };
}

function answerReasons(state: State, answers: number[]): Because[] {
  const by = new Map<Reason, ParticipantKey[]>();
  const add = (reason: Reason, key: ParticipantKey) => by.set(reason, [...(by.get(reason) ?? []), key]);
  for (const person of presentPeople(state)) {
    const standing = standingOf(state, person);
    switch (standing.state) {
      case 'given':
        answers.push(...standing.yeses.map((yes) => yes.index));
        break;
      case 'partly-given':
        add('people-missing', person.participant);
        break;
      case 'refused':
      case 'withdrawn':
        add(standing.state, person.participant);
        break;
      case 'unasked':
        add('notice-not-shown', person.participant);
        break;
      case 'requested':
      case 'seen':
      case 'expired':
      case 'doubtful':
        add(waitingReason(standing), person.participant);
        break;
      default:
        standing.state satisfies never;
    }
    const guardian = guardianOf(state, person);
    if (guardian === 'needed') add('guardian-missing', person.participant);
    if (guardian === 'refused') add('guardian-refused', person.participant);
  }
  return [...by].map(([reason, people]) => ({ reason, people }));
}

/** What exactly is missing of somebody's answer: another one may be asked of them than the one that they gave. */
function waitingReason({ state, needs, tooWeak }: Standing): Reason {
  if (tooWeak) return needs === 'written' ? 'written-needed' : 'explicit-needed';
  return state === 'requested' && needs === 'implied-by-continuing-after-notice' ? 'implied-pending' : 'waiting';
}

/** Two verdicts on one basis are one epoch. */
export function sameBasis(
  a: { ask: string; media: string; roster: readonly string[]; answers: readonly number[] },
  b: typeof a,
): boolean {
  const same = (x: readonly unknown[], y: readonly unknown[]) =>
    x.length === y.length && x.every((item, i) => item === y[i]);
  return a.ask === b.ask && a.media === b.media && same(a.roster, b.roster) && same(a.answers, b.answers);
}
