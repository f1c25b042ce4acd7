import type { Disclosed } from '../consent/directory.ts';
import { rootOf, type State } from '../consent/state.ts';
import type { EntryOf, Logged } from '../model/entry.ts';
import type { EpochId } from '../model/id.ts';
import type { PersonExport } from '../model/person.ts';
import type { ToTell } from '../model/record.ts';
import { epochsOf } from './epochs-with.ts';
import { idsOf } from './requests.ts';

type Texts = ReadonlyMap<number, Disclosed>;

/** What carried them out of this computer. A file that was made for somebody else alone did not. */
export function exportsOf(entries: readonly Logged[], texts: Texts, ids: ReadonlySet<string>): PersonExport[] {
  const theirs = epochsOf(entries, ids);
  const told = toldIn(entries, ids);
  const kept = new Set<EpochId>();
  let here = false;
  return entries.flatMap(({ index, at, entry }): PersonExport[] => {
    if (entry.kind === 'participant-joined' && ids.has(entry.participant)) here = true;
    if (entry.kind === 'segment-sealed' && theirs.has(entry.epoch) && entry.chunks > 0) kept.add(entry.epoch);
    if (entry.kind === 'deleted' && entry.epoch !== null) kept.delete(entry.epoch);
    if (entry.kind !== 'exported' || !here) return [];
    const carried = carriedBy(entry, ids, kept.size > 0);
    if (carried === null) return [];
    const whom = texts.get(index)?.text ?? '';
    return [{ index, at, format: entry.format, carried, whom, ...told(index, carried) }];
  });
}

/** Who has to be told (GDPR art. 19), and when they were: what left before the newest correction or erasure is owed until the host notes it after that. */
function toldIn(entries: readonly Logged[], ids: ReadonlySet<string>) {
  const asked = new Set<number>();
  const told = new Map<number, { readonly index: number; readonly on: string | null }>();
  let newest = -1;
  for (const { index, entry } of entries) {
    if (entry.kind === 'request-received' && entry.what !== 'copy' && ids.has(entry.participant)) asked.add(index);
    if (entry.kind === 'request-answered' && asked.has(entry.request)) newest = index;
    if (entry.kind === 'recipient-told' && ids.has(entry.participant))
      told.set(entry.exported, { index, on: entry.on });
  }
  return (exported: number, carried: PersonExport['carried']): Pick<PersonExport, 'told' | 'owed'> => {
    const noted = told.get(exported);
    const on = noted && noted.index > newest ? noted.on : null;
    return { told: on, owed: carried !== 'own' && exported < newest && on === null };
  };
}

function carriedBy(
  { format, participant, filtered }: EntryOf<'exported'>,
  ids: ReadonlySet<string>,
  recorded: boolean,
): PersonExport['carried'] | null {
  if (participant !== undefined) return ids.has(participant) ? 'own' : null;
  if (format === 'webm') return recorded ? 'recording' : null;
  return filtered ? 'part' : 'log';
}

/**
 * People of whom something was corrected or erased after it had left, as long as nobody has noted that whoever got it was told. state: of these entries.
 */
export function toTellOf(entries: readonly Logged[], state: State): readonly ToTell[] {
  // Whatever was corrected or erased, there is a request behind it.
  const people = new Set([...state.requests.values()].map(({ participant }) => rootOf(state, participant)));
  return [...people].flatMap((participant) => {
    const left = exportsOf(entries, new Map(), new Set(idsOf(state, participant)));
    const files = left.filter(({ owed }) => owed).length;
    return files > 0 ? [{ participant, files }] : [];
  });
}
