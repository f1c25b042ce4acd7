import type { EntryKind } from './entry.ts';

/** Kinds of entries of what is done with the records of a meeting later: no part of the meeting, from whose end names and words are kept. */
export const AFTERWARDS: ReadonlySet<string> = new Set<EntryKind>([
  'deleted',
  'exported',
  'accessed',
  'reviewed',
  'cut',
  'copy-made',
  'copy-deleted',
  'retention-shortened',
  'hold-set',
  'hold-lifted',
  'request-received',
  'request-answered',
  'request-refused',
  'request-extended',
  'recipient-told',
  'name-corrected',
]);
