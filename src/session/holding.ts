import type { HoldPart } from '../database/schema.ts';
import type { Entry } from '../model/entry.ts';
import type { EpochId, LogId } from '../model/id.ts';

/**
 * What it keeps of one meeting. With a stretch stays the proof of the consent that it rests on: the names and words of everybody in it, and the
 * host's own. entries: what can be read of the log; an epoch that cannot be found in them is kept with everybody's.
 */
export function partOf(
  wanted: { readonly epoch: EpochId } | { readonly person: readonly string[] } | 'all',
  log: LogId,
  entries: readonly Entry[],
): HoldPart {
  if (wanted === 'all') return { log, epochs: null, people: null, person: [] };
  const rosters = new Map(
    entries.flatMap((entry) => (entry.kind === 'gate-opened' ? [[entry.epoch, entry.roster] as const] : [])),
  );
  const hosts = entries.flatMap((entry) =>
    entry.kind === 'participant-joined' && entry.self ? [entry.participant] : [],
  );
  if ('epoch' in wanted) {
    const roster = rosters.get(wanted.epoch);
    return { log, epochs: [wanted.epoch], people: roster ? [...new Set([...hosts, ...roster])] : null, person: [] };
  }
  const person = sameAs(entries, wanted.person);
  const among = [...rosters].filter(([, roster]) => roster.some((one) => person.has(one)));
  return {
    log,
    epochs: among.map(([epoch]) => epoch),
    people: [...new Set([...hosts, ...person, ...among.flatMap(([, roster]) => roster)])],
    person: [...person],
  };
}

/** All ids of somebody, by what the host said to be one person; a later word to the contrary takes none of them away. */
function sameAs(entries: readonly Entry[], ids: readonly string[]): ReadonlySet<string> {
  const found = new Set(ids);
  const pairs = entries.flatMap((entry) =>
    entry.kind === 'participant-matched' ? [[entry.participant, entry.as] as const] : [],
  );
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [one, other] of pairs) if (found.has(one) || found.has(other)) found.add(one).add(other);
  }
  return found;
}
