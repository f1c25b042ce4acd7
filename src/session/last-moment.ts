import type { Entry } from '../model/entry.ts';

/** The last moment of a meeting, ms UTC: what was done with its records afterwards is no part of it. */
export function lastMoment(entries: readonly { readonly at: number; readonly entry: Entry }[]): number {
  return entries.reduce((last, { at, entry }) => (AFTERWARDS.has(entry.kind) ? last : Math.max(last, at)), 0);
}

const AFTERWARDS: ReadonlySet<string> = new Set<Entry['kind']>([
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
  'name-corrected',
]);
