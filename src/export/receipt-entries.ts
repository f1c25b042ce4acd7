import { doubtsOf, isTheirs } from '../log/theirs.ts';
import type { Entry, EntryOf, Logged } from '../model/entry.ts';

/** Which entries of a log go into one person's receipt: FORMAT.md section 14. */
export interface Theirs {
  /** The ids that are this person, ascending. */
  readonly ids: readonly string[];
  /** Indexes, ascending. */
  readonly indexes: readonly number[];
  /** Epochs that they were in. */
  readonly epochs: ReadonlySet<string>;
}

export function entriesOf(entries: readonly Logged[], participant: string): Theirs {
  const ids = idsOf(entries, participant);
  const about = aboutThem(entries, ids);
  const asks = asksOf(entries, ids);
  const rules = rulesOf(entries, ids);
  const epochs = epochsOf(entries, ids);
  const chosen = entries.filter(
    ({ index, entry }) => about.has(index) || asks.has(index) || rules.has(index) || isOfEpoch(entry, epochs),
  );
  return {
    ids: [...ids].sort(),
    indexes: chosen.filter(({ entry }) => isTheirs(entry, ids)).map(({ index }) => index),
    epochs,
  };
}

/** The newest word of the host counts: a row that was matched to one person and then to another is the other's. */
function idsOf(entries: readonly Logged[], participant: string): ReadonlySet<string> {
  const as = new Map<string, string>();
  for (const { entry } of entries) if (entry.kind === 'participant-matched') as.set(entry.participant, entry.as);
  const rootOf = (one: string) => {
    let at = one;
    for (let hops = 0; hops < as.size; hops++) at = as.get(at) ?? at;
    return at;
  };
  const root = rootOf(participant);
  return new Set([participant, root, ...[...as.keys()].filter((one) => rootOf(one) === root)]);
}

function aboutThem(entries: readonly Logged[], ids: ReadonlySet<string>): ReadonlySet<number> {
  const settled = new Map(
    entries.flatMap(({ entry }) => (entry.kind === 'settled' ? [[entry.doubt as string, entry] as const] : [])),
  );
  const theirs = doubtsOf(
    entries.map(({ entry }) => entry),
    ids,
  );
  const found = new Set<number>();
  const doubts = new Set<string>();
  for (const { index, entry } of entries) {
    if (entry.kind === 'doubted') {
      // Unsettled it is of the one whom it most likely belongs to; settled as somebody else's it never was theirs.
      const whose = settled.get(entry.doubt)?.participant ?? entry.participant;
      const isAnother = entry.participant !== null && !ids.has(entry.participant);
      if (isAnother || !(theirs.has(entry.doubt) || (whose !== null && ids.has(whose)))) continue;
      doubts.add(entry.doubt);
      found.add(index);
    } else if (entry.kind === 'settled') {
      if (doubts.has(entry.doubt)) found.add(index);
    } else if (isPersonal(entry) && isTheirs(entry, ids)) found.add(index);
  }
  return found;
}

/** It is about one person, whatever kind it is of; what is for everybody is chosen by when it was. */
function isPersonal(entry: Entry): boolean {
  return entry.kind === 'meeting-opened' || 'participant' in entry;
}

/** Every question that was put while they were there, or stood when they came, or that they answered. */
function asksOf(entries: readonly Logged[], ids: ReadonlySet<string>): ReadonlySet<number> {
  const answered = new Set(
    entries.flatMap(({ entry }) => (entry.kind === 'answered' && ids.has(entry.participant) ? [entry.ask] : [])),
  );
  const here = new Set<string>();
  const found = new Set<number>();
  let newest: number | null = null;
  for (const { index, entry } of entries) {
    if (entry.kind === 'participant-joined' && ids.has(entry.participant)) {
      here.add(entry.participant);
      if (newest !== null) found.add(newest);
    }
    if (entry.kind === 'participant-left') here.delete(entry.participant);
    if (entry.kind !== 'asked') continue;
    newest = index;
    if (here.size > 0 || answered.has(entry.ask)) found.add(index);
  }
  return found;
}

/**
 * What was asked of everybody by the law, as it was when they answered; not where it may follow from the place, age or work of somebody else
 * than them and the host.
 */
function rulesOf(entries: readonly Logged[], ids: ReadonlySet<string>): ReadonlySet<number> {
  const hosts = new Set<string>();
  const found = new Set<number>();
  let newest: { described: number | null; required: number | null } = { described: null, required: null };
  for (const { index, entry } of entries) {
    if (entry.kind === 'participant-joined' && entry.self) hosts.add(entry.participant);
    if (isCircumstance(entry) && !ids.has(entry.participant) && !hosts.has(entry.participant)) return found;
    if (entry.kind === 'meeting-described') newest = { ...newest, described: index };
    if (entry.kind === 'requirement-set') newest = { ...newest, required: index };
    if (entry.kind !== 'answered' || !ids.has(entry.participant)) continue;
    for (const at of [newest.described, newest.required]) if (at !== null) found.add(at);
  }
  return found;
}

function isCircumstance(entry: Entry): entry is EntryOf<'place-stated'> | EntryOf<'person-described'> {
  return entry.kind === 'place-stated' || entry.kind === 'person-described';
}

function epochsOf(entries: readonly Logged[], ids: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ entry }) =>
      entry.kind === 'gate-opened' && entry.roster.some((one) => ids.has(one)) ? [entry.epoch] : [],
    ),
  );
}

function isOfEpoch(entry: Entry, epochs: ReadonlySet<string>): boolean {
  if (entry.kind === 'retention-shortened') return true;
  if (entry.kind === 'deleted') return entry.epoch === null ? entry.participant === undefined : epochs.has(entry.epoch);
  return (entry.kind === 'segment-started' || entry.kind === 'segment-sealed') && epochs.has(entry.epoch);
}
