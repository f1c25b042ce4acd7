import type { Reason } from '../../model/gate.ts';
import type { PanelView, PersonView } from '../../model/panel.ts';

/**
 * The one thing that the head of the panel says. What is true now comes before what is missing:
 *
 *   damaged │ recording, starting │ paused, stopped, without (the host's own orders) │ broken │ no meeting, lobby, left │ not armed │ ready │
 *   refused, withdrawn │ waiting for answers │ held by something else
 *
 * On a page that no adapter knows nobody can tell a lobby from a call that has not begun: no-call, and over when it plays nothing more.
 */
export const PHASES = [
  'loading',
  'no-meeting',
  'no-call',
  'lobby',
  'left',
  'over',
  'not-armed',
  'ready',
  'waiting',
  'held',
  'starting',
  'recording',
  'paused',
  'refused',
  'withdrawn',
  'stopped',
  'without',
  'broken',
  'damaged',
] as const;
export type Phase = (typeof PHASES)[number];

/** Is the host in the call, as far as we see? */
export function isInMeeting(phase: Phase): boolean {
  return !OUTSIDE.has(phase);
}

const OUTSIDE: ReadonlySet<Phase> = new Set(['loading', 'no-meeting', 'no-call', 'lobby', 'left', 'over']);

export function phaseOf(view: PanelView | null): Phase {
  if (!view) return 'loading';
  const { capture, place } = view;
  // Before all else: what the log said last is not what is true.
  if (view.trouble === 'log-damaged') return 'damaged';
  const has = (reason: Reason) => view.because.some((because) => because.reason === reason);
  if (capture.state === 'recording' || capture.state === 'starting') return capture.state;
  if (view.platform === null || view.trouble === 'other-tab') return 'no-meeting';
  if (place !== 'call' && view.page?.list === 'host') return place === 'left' ? 'over' : 'no-call';
  if (place === 'elsewhere') return 'no-meeting';
  if (place !== 'call') return place;
  if (has('going-on-without')) return 'without';
  if (capture.state === 'paused' || capture.state === 'stopped') return capture.state;
  if (has('capture-failed') || view.trouble === 'log-failing') return 'broken';
  if (!view.armed) return 'not-armed';
  if (!view.ask) return 'ready';
  if (has('refused')) return 'refused';
  if (has('withdrawn')) return 'withdrawn';
  // As if the host had paused: it goes on when they press, and say the words then.
  if (has('announcement-missing')) return 'paused';
  return waitingFor(view).length > 0 ? 'waiting' : 'held';
}

/** Who is here, each person once: a second device is not a second person. */
export function peopleHere(view: PanelView): PersonView[] {
  return view.people.filter((person) => person.present && person.sameAs === null);
}

export function waitingFor(view: PanelView): PersonView[] {
  return peopleHere(view).filter((person) => person.state !== 'given');
}

/** Names of the people whom the given reasons are about. */
export function namesBecause(view: PanelView, reasons: readonly Reason[]): string[] {
  const keys = view.because.filter((because) => reasons.includes(because.reason)).flatMap((because) => because.people);
  return view.people.filter((person) => keys.includes(person.participant)).map((person) => person.name);
}
