import type { Disclosed } from '../consent/directory.ts';
import { fold } from '../consent/fold.ts';
import { rootOf } from '../consent/state.ts';
import type { Logged } from '../model/entry.ts';

/** Every name that each person of a meeting had, in the order in which they came: one row a person, whoever they joined as. */
export function namesOf(entries: readonly Logged[], texts: ReadonlyMap<number, Disclosed>): string[][] {
  const state = fold(entries);
  const people = new Map<string, Set<string>>();
  for (const { index, entry } of entries) {
    if (!('participant' in entry) || entry.participant === undefined || entry.participant === null) continue;
    const name = texts.get(index)?.name;
    if (!name) continue;
    const root = rootOf(state, entry.participant);
    people.set(root, (people.get(root) ?? new Set()).add(name));
  }
  return [...people.values()].map((names) => [...names]);
}
