import { AFTERWARDS } from '../model/afterwards.ts';
import type { Entry } from '../model/entry.ts';

/** The last moment of a meeting, ms UTC: what was done with its records afterwards is no part of it. */
export function lastMoment(entries: readonly { readonly at: number; readonly entry: Entry }[]): number {
  return entries.reduce((last, { at, entry }) => (AFTERWARDS.has(entry.kind) ? last : Math.max(last, at)), 0);
}
