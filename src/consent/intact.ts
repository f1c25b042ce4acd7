import type { Logged } from '../model/entry.ts';
import type { EpochId } from '../model/id.ts';
import { PACK } from '../policy/pack.ts';
import { fold } from './fold.ts';
import { gate, sameBasis } from './gate.ts';
import { requirementEntry } from './requirement.ts';

/**
 * Does the log hold what this epoch rests on? Its gate-opened entry must be there, and the entries before it must say, judged once
 * more, what that entry says: the same ask and media, the same people, the same answers. And what was
 * asked of them must be what the rules ask of that meeting.
 */
export function isConsentIntact(entries: readonly Logged[], epoch: EpochId): boolean {
  const at = entries.findIndex(({ entry }) => entry.kind === 'gate-opened' && entry.epoch === epoch);
  const opening = entries[at]?.entry;
  if (opening?.kind !== 'gate-opened') return false;
  const state = fold(entries.slice(0, at));
  const { requirement } = state;
  // Rules of another version cannot be asked again; those of this one must ask for what the log says that they asked.
  const now = requirement?.pack === PACK.version ? requirementEntry(state) : requirement;
  if (now?.rule !== requirement?.rule || now?.form !== requirement?.form) return false;
  const verdict = gate(state);
  return verdict.may === 'record' && sameBasis(verdict.basis, opening);
}
