import { advance } from '../consent/fold.ts';
import { lawFor, requirementEntry } from '../consent/requirement.ts';
import { blankState, type State } from '../consent/state.ts';
import type { Decider, Decision, DecisionReason } from '../model/decision.ts';
import type { Reason } from '../policy/reason.ts';

/**
 * What the requirements of one log rested on, while it is read from its first entry on. A requirement is judged again from the entries before it;
 * only where the rules of today make the very same one are their sources told: others would be those of another decision.
 */
export function decider(): Decider {
  const state = blankState();
  return (logged) => {
    const { entry, index } = logged;
    const decision = entry.kind === 'requirement-set' ? decisionOf(state, index, entry.fingerprint) : null;
    // What was seen before is asked by nobody here, and would grow with the log.
    advance(state, { ...logged, seen: '' });
    return decision;
  };
}

function decisionOf(state: State, index: number, fingerprint: string): Decision | null {
  const law = lawFor(state);
  if (!law || requirementEntry(state)?.fingerprint !== fingerprint) return null;
  return { index, fingerprint, reasons: law.reasons.map(reasonOf) };
}

/** Of whom it is true stays with the log: there it stands by keys, at the entries that say so. */
function reasonOf({
  because,
  place,
  name,
  special,
  statutes,
  source,
  seen,
  confidence,
  reviewed,
}: Reason): DecisionReason {
  return { ground: because, place, name, special, statutes: [...statutes], source, seen, confidence, reviewed };
}
