import type { Logged } from '../model/entry.ts';
import type { AskId, EpochId, ParticipantKey } from '../model/id.ts';

const DAY_MS = 86_400_000;

/** What the promises of a meeting's notices want deleted by now. */
export interface Overdue {
  /** Epochs whose media and key must go. */
  readonly epochs: readonly EpochId[];
  /** People whose names and words must go; empty while any promise still lets them stay. */
  readonly people: readonly ParticipantKey[];
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
  let lastAt = 0;
  let erased = false;
  for (const { at, entry } of entries) {
    lastAt = Math.max(lastAt, entry.kind === 'deleted' || entry.kind === 'exported' ? 0 : at);
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
  const namesOver = !erased && now - lastAt >= keepNames * DAY_MS;
  return { epochs: epochs.map(([epoch]) => epoch), people: namesOver ? [...new Set(people)] : [] };
}
