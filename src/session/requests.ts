import { rootOf, rowsOf, type State } from '../consent/state.ts';
import type { RequestRow } from '../database/schema.ts';
import type { Draft, EntryOf } from '../model/entry.ts';
import type { FailureCode } from '../model/failure.ts';
import type { LogId, ParticipantKey } from '../model/id.ts';
import type { LongerAnswer, Wanted } from '../model/rights.ts';
import { dueOf, longerOf } from '../policy/response.ts';

export function requestId(log: string, index: number): string {
  return `${log}/${index}`;
}

/** The requests of one meeting, as its log has them. */
export function requestRowsOf(log: LogId, state: State): RequestRow[] {
  return [...state.requests].map(([index, { participant, what, way, at, longer, ended }]) => ({
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
    longer,
    profiles: state.requirement?.profiles ?? [],
  }));
}

const DAY_MS = 86_400_000;

/**
 * Its answer takes longer. 'request-not-longer': it has ended, takes longer already, no law in it allows that, or they were told too late for it.
 * 'told-not-yet': that day is still to come, or was before they asked. told: YYYY-MM-DD of the host's calendar, which may be a day before or after
 * the one of UTC; now: ms UTC.
 */
export function longerDrafts(
  state: State,
  request: number,
  { why, told }: Pick<LongerAnswer, 'why' | 'told'>,
  now: number,
): { readonly ok: true; readonly drafts: readonly Draft[] } | { readonly ok: false; readonly code: FailureCode } {
  const asked = state.requests.get(request);
  const profiles = state.requirement?.profiles ?? [];
  const most = asked && !asked.ended && !asked.longer ? longerOf(profiles, asked.at) : null;
  if (!asked || !most) return { ok: false, code: 'request-not-longer' };
  const day = Date.parse(told);
  if (day > now + DAY_MS || day < asked.at - 2 * DAY_MS) return { ok: false, code: 'told-not-yet' };
  if (day > dueOf(profiles, asked.at).at) return { ok: false, code: 'request-not-longer' };
  const until = new Date(most.at).toISOString();
  const entry: Draft['entry'] = { kind: 'request-extended', request, why, law: most.law.law, until, told };
  return { ok: true, drafts: [{ entry, subject: null, disclosures: {} }] };
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
