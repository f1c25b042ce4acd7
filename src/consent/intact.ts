import type { Logged } from '../model/entry.ts';
import type { EpochId } from '../model/id.ts';
import { fold } from './fold.ts';
import { gate, sameBasis } from './gate.ts';

/**
 * Does the log hold what this epoch rests on? Its gate-opened entry must be there, and the entries before it must say, judged once
 * more, what that entry says: the same ask and media, the same people, the same answers.
 */
export function isConsentIntact(entries: readonly Logged[], epoch: EpochId): boolean {
  const at = entries.findIndex(({ entry }) => entry.kind === 'gate-opened' && entry.epoch === epoch);
  const opening = entries[at]?.entry;
  if (opening?.kind !== 'gate-opened') return false;
  const verdict = gate(fold(entries.slice(0, at)));
  return verdict.may === 'record' && sameBasis(verdict.basis, opening);
}
