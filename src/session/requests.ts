import { rootOf, rowsOf, type State } from '../consent/state.ts';
import type { RequestRow } from '../database/schema.ts';
import type { Draft, EntryOf } from '../model/entry.ts';
import type { LogId, ParticipantKey } from '../model/id.ts';
import type { Wanted } from '../model/rights.ts';

export function requestId(log: string, index: number): string {
  return `${log}/${index}`;
}

/** The requests of one meeting, as its log has them. */
export function requestRowsOf(log: LogId, state: State): RequestRow[] {
  return [...state.requests].map(([index, { participant, what, way, at, ended }]) => ({
    id: requestId(log, index),
    log,
    index,
    participant: rootOf(state, participant),
    what,
    way,
    at,
    state: ended ? (ended.refused ? 'refused' : 'answered') : 'open',
    why: ended?.refused ?? null,
    endedAt: ended?.at ?? null,
    profiles: state.requirement?.profiles ?? [],
  }));
}

/** Index of what this person asked for and nobody has answered; null: nothing of the kind is open. */
export function openRequest(state: State, participant: ParticipantKey, what: Wanted): number | null {
  const root = rootOf(state, participant);
  for (const [index, request] of state.requests)
    if (!request.ended && request.what === what && rootOf(state, request.participant) === root) return index;
  return null;
}

/** As the host says, it reached them in another way. None where one is open. */
export function notedDrafts(state: State, participant: ParticipantKey, what: Wanted): readonly Draft[] {
  if (!state.people.has(participant) || openRequest(state, participant, what) !== null) return [];
  const entry: EntryOf<'request-received'> = { kind: 'request-received', participant, what, way: 'host' };
  return [{ entry, subject: null, disclosures: {} }];
}

/** Ends what is open of such requests of a person. */
export function answeredDrafts(state: State, participant: ParticipantKey, what: Wanted): readonly Draft[] {
  const root = rootOf(state, participant);
  return [...state.requests].flatMap(([request, asked]) => {
    const theirs = !asked.ended && asked.what === what && rootOf(state, asked.participant) === root;
    return theirs ? [{ entry: { kind: 'request-answered', request }, subject: null, disclosures: {} } as const] : [];
  });
}

/** All rows of the list that are this person. */
export function idsOf(state: State, participant: ParticipantKey): readonly ParticipantKey[] {
  const rows = rowsOf(state, rootOf(state, participant)).map((person) => person.participant);
  return rows.length > 0 ? rows : [participant];
}
