import type { Entry } from '../model/entry.ts';
import type { Reason } from '../model/gate.ts';
import type { EpochId } from '../model/id.ts';
import { gate, sameBasis } from './gate.ts';
import type { State } from './state.ts';

/** A number was on the screen before anybody could see that it was: the last moments go with it. */
const wasTooLate = ({ pause }: State) => pause?.cause === 'card-number' || pause?.cause === 'account-number';

/** Reasons after which what was already covered is kept to the last moment: nobody new can be in it. */
const NOTHING_TO_CUT: ReadonlySet<Reason> = new Set([
  'paused',
  'stopped',
  'going-on-without',
  'new-epoch',
  'capture-failed',
  'not-armed',
  'not-in-call',
]);

export type Judgement =
  | { readonly turn: 'stays' }
  | { readonly turn: 'opens'; readonly entry: Extract<Entry, { kind: 'gate-opened' }> }
  /** cuts: chunks that end after first sight minus the site's lag are thrown away. */
  | { readonly turn: 'closes'; readonly entry: Extract<Entry, { kind: 'gate-closed' }>; readonly cuts: boolean };

/**
 * Compares the verdict with the epoch that is open by the log.
 *
 *   shut ──verdict open, recorder free──▶ open ──verdict closed──▶ shut
 *                                          └──another basis: closes (new-epoch), opens again once the segment is sealed
 */
export function judge(state: State, epoch: () => EpochId): Judgement {
  const verdict = gate(state);
  const { epoch: open, segment } = state;
  if (open) {
    if (verdict.may === 'not') return closes(state, open.epoch, [...new Set(verdict.because.map((b) => b.reason))]);
    if (!sameBasis(open, verdict.basis) || segment?.epoch !== open.epoch)
      return closes(state, open.epoch, ['new-epoch']);
    return { turn: 'stays' };
  }
  if (verdict.may === 'not' || segment) return { turn: 'stays' };
  const { ask, media, roster, answers } = verdict.basis;
  return {
    turn: 'opens',
    entry: { kind: 'gate-opened', epoch: epoch(), ask, media, roster: [...roster], answers: [...answers] },
  };
}

/** The reasons in a verdict after which what was captured last is cut, not kept. */
export function cuttingReasons(state: State): Reason[] {
  const verdict = gate(state);
  return verdict.may === 'record' ? [] : verdict.because.map((b) => b.reason).filter((reason) => cuts(state, reason));
}

function cuts(state: State, reason: Reason): boolean {
  return !NOTHING_TO_CUT.has(reason) || (reason === 'paused' && wasTooLate(state));
}

function closes(state: State, epoch: EpochId, reasons: Reason[]): Judgement {
  return {
    turn: 'closes',
    entry: { kind: 'gate-closed', epoch, reasons },
    cuts: reasons.some((reason) => cuts(state, reason)),
  };
}
