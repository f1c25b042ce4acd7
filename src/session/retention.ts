import type { Entry, Logged } from '../model/entry.ts';
import type { AskId, EpochId, ParticipantKey } from '../model/id.ts';

const DAY_MS = 86_400_000;
/** What a notice can promise at the least (`termsProblem` in src/model/ask.ts). */
const SHORTEST_DAYS = 1;

/** What the promises of a meeting's notices want deleted by now. */
export interface Overdue {
  /** Epochs whose media and key must go. */
  readonly epochs: readonly EpochId[];
  /** People whose names and words must go; empty while any promise still lets them stay. */
  readonly people: readonly ParticipantKey[];
}

/**
 * When something has to go whose log proves nothing any more: after the shortest promise of its kind that can still be read in it, from
 * the end of what was recorded, or from the last entry (ms UTC). Where none can be read, after the shortest that can be made: nobody was
 * promised less.
 */
export function latestEnd(entries: readonly Entry[], promise: 'keepDays' | 'proofDays', from: number): number {
  const promised = entries.flatMap((entry) => (entry.kind === 'asked' ? [entry[promise]] : []));
  return from + Math.min(...(promised.length > 0 ? promised : [SHORTEST_DAYS])) * DAY_MS;
}

/** The last moment of a meeting, ms UTC: what was done with its records afterwards is no part of it. */
export function lastMoment(entries: readonly { readonly at: number; readonly entry: Entry }[]): number {
  return entries.reduce((last, { at, entry }) => (isAfterwards(entry) ? last : Math.max(last, at)), 0);
}

const AFTERWARDS: ReadonlySet<string> = new Set<Entry['kind']>([
  'deleted',
  'exported',
  'accessed',
  'reviewed',
  'copy-made',
  'copy-deleted',
]);

function isAfterwards({ kind }: Entry): boolean {
  return AFTERWARDS.has(kind);
}

/**
 * The periods in the notice bind: a recording is kept for `keepDays` from its end, names and words for `proofDays` from the last entry.
 * Where several asks promised differently, each epoch follows its own ask, and names follow the shortest promise. now: ms UTC.
 */
export function overdue(entries: readonly Logged[], now: number): Overdue {
  const keep = new Map<AskId, number>();
  const askOf = new Map<EpochId, AskId>();
  const sealedAt = new Map<EpochId, number>();
  const people: ParticipantKey[] = [];
  let proofDays = Number.POSITIVE_INFINITY;
  let erased = false;
  for (const { at, entry } of entries) {
    if (entry.kind === 'asked') {
      keep.set(entry.ask, entry.keepDays);
      proofDays = Math.min(proofDays, entry.proofDays);
    } else if (entry.kind === 'gate-opened') askOf.set(entry.epoch, entry.ask);
    else if (entry.kind === 'segment-sealed') sealedAt.set(entry.epoch, at);
    else if (entry.kind === 'participant-joined') people.push(entry.participant);
    else if (entry.kind === 'deleted' && entry.epoch) sealedAt.delete(entry.epoch);
    else if (entry.kind === 'deleted') erased = true;
  }
  const epochs = [...sealedAt].filter(([epoch, at]) => {
    const ask = askOf.get(epoch);
    const days = ask && keep.get(ask);
    return days !== undefined && now - at >= days * DAY_MS;
  });
  // Where nobody was ever asked, nothing was promised and nothing need be proved.
  const keepNames = Number.isFinite(proofDays) ? proofDays : 1;
  const namesOver = !erased && now - lastMoment(entries) >= keepNames * DAY_MS;
  return { epochs: epochs.map(([epoch]) => epoch), people: namesOver ? [...new Set(people)] : [] };
}
