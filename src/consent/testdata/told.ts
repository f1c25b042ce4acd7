import type { AskTerms } from '../../model/ask.ts';
import type { Entry, EntryOf, Logged } from '../../model/entry.ts';
import type { AskId, DoubtId, EpochId, ParticipantKey, PostId } from '../../model/id.ts';
import { advance, fold } from '../fold.ts';
import { requirementDue } from '../requirement.ts';
import { blankState, type State } from '../state.ts';

/** Short logs told entry by entry, for tests of one function each. Nothing here decides anything: what is told is what is in the log. */
export const [HOST, ANA, BEN, CEM] = ['pHost', 'pAna', 'pBen', 'pCem'] as ParticipantKey[] as [
  ParticipantKey,
  ParticipantKey,
  ParticipantKey,
  ParticipantKey,
];
export const [ASK, NEXT_ASK] = ['aFirst', 'aSecond'] as AskId[] as [AskId, AskId];
export const [EPOCH, NEXT_EPOCH] = ['eFirst', 'eSecond'] as EpochId[] as [EpochId, EpochId];
export const [DOUBT, POST] = ['dFirst' as DoubtId, 'mFirst' as PostId];
export const T0 = 1_800_000_000_000;

export const TERMS: AskTerms = {
  purposes: [
    { purpose: 'quality', required: true },
    { purpose: 'training', required: false },
  ],
  media: 'sound',
  keepDays: 30,
  proofDays: 365,
};

/** An entry, or an entry with its own time (ms after T0); without one, entry n is at n seconds. */
export type Told = Entry | { readonly entry: Entry; readonly ms: number };

export function logOf(...told: readonly Told[]): Logged[] {
  return told.map((one, index) => {
    const { entry, ms } = 'entry' in one ? one : { entry: one, ms: index * 1000 };
    return { index, at: T0 + ms, seen: '', entry };
  });
}
export const stateOf = (...told: readonly Told[]): State => fold(logOf(...told));
export const at = (ms: number, entry: Entry): Told => ({ entry, ms });

export const opened: Entry = { kind: 'meeting-opened', platform: 'x', software: 'x', policy: 'floor/1', lagMs: 2000 };
export const armed: Entry = { kind: 'capture-armed' };
export const joined = (participant: ParticipantKey, how: { self?: boolean; stable?: boolean } = {}): Entry => ({
  kind: 'participant-joined',
  participant,
  self: how.self ?? participant === HOST,
  stable: how.stable ?? true,
});
export const left = (participant: ParticipantKey): Entry => ({ kind: 'participant-left', participant });
export const same = (participant: ParticipantKey, as: ParticipantKey): Entry => ({
  kind: 'participant-matched',
  participant,
  as,
  by: 'host',
});
export const counted = (participant: ParticipantKey, people: number): Entry => ({
  kind: 'people-counted',
  participant,
  people,
  by: 'host',
});
export const asked = (terms: Partial<AskTerms> = {}, ask = ASK): Entry => {
  const { purposes, media, keepDays, proofDays } = { ...TERMS, ...terms };
  const notice = { language: 'en', version: 1, hash: `hash-${ask}` };
  return { kind: 'asked', ask, notice, purposes: [...purposes], media, keepDays, proofDays, by: 'host' };
};
export const shown = (participant: ParticipantKey, ask = ASK): Entry => ({
  kind: 'seen',
  ask,
  participant,
  channel: 'banner',
});
export const answered = (participant: ParticipantKey, how: Partial<EntryOf<'answered'>> = {}): EntryOf<'answered'> => ({
  kind: 'answered',
  ask: ASK,
  notice: `hash-${how.ask ?? ASK}`,
  participant,
  person: 1,
  answer: 'consented',
  purposes: how.answer && how.answer !== 'consented' ? [] : ['quality'],
  media: 'sound',
  grade: 'chat',
  channel: 'chat',
  by: 'participant',
  signed: null,
  ...(how.by !== 'host' && { shown: [{ language: 'en', version: 1, hash: `hash-${how.ask ?? ASK}` }] }),
  ...how,
});
export const yes = answered;
export const no = (participant: ParticipantKey, how: Partial<EntryOf<'answered'>> = {}) =>
  answered(participant, { answer: 'refused', ...how });
export const doubted = (how: Partial<EntryOf<'doubted'>> = {}): EntryOf<'doubted'> => ({
  kind: 'doubted',
  doubt: DOUBT,
  ask: ASK,
  participant: ANA,
  reason: 'perhaps-no',
  reads: 'refused',
  closes: true,
  ...how,
});
export const read = (rows: number, how: Partial<EntryOf<'roster-read'>> = {}): Entry => ({
  kind: 'roster-read',
  completeness: 'complete',
  rows,
  counter: rows,
  source: 'dom',
  ...how,
});
export const confirmed = (rows: number, counter: number | null): Entry => ({ kind: 'roster-confirmed', rows, counter });
export const gateOpened = (how: Partial<EntryOf<'gate-opened'>> = {}): EntryOf<'gate-opened'> => ({
  kind: 'gate-opened',
  epoch: EPOCH,
  ask: ASK,
  media: 'sound',
  roster: [ANA, HOST],
  answers: [6, 7],
  ...how,
});
export const gateClosed = (epoch = EPOCH): Entry => ({ kind: 'gate-closed', epoch, reasons: ['paused'] });
export const sealed = (how: Partial<EntryOf<'segment-sealed'>> = {}): Entry => ({
  kind: 'segment-sealed',
  epoch: EPOCH,
  cause: 'ordered',
  chunks: 2,
  bytes: 9,
  ms: 2000,
  dropped: 0,
  lastHash: '',
  ...how,
});
export const started = (epoch = EPOCH): Entry => ({
  kind: 'segment-started',
  epoch,
  mime: 'audio/webm',
  microphone: false,
  cipher: 'A256GCM',
});
export const paused: Entry = { kind: 'paused' };
export const resumed: Entry = { kind: 'resumed' };
/** Host and Ana, armed and asked; both said yes in entries 6 and 7. */
export const AGREED: readonly Entry[] = [
  opened,
  joined(HOST),
  joined(ANA),
  read(2),
  armed,
  asked(),
  yes(HOST),
  yes(ANA),
];

/** What the host settled; in Texas, and for reasons of their own, unless it is said otherwise. */
export const settled = (how: Partial<EntryOf<'meeting-described'>> = {}): EntryOf<'meeting-described'> => ({
  kind: 'meeting-described',
  basis: 'legitimate-interests',
  controller: null,
  organisation: false,
  biometrics: false,
  specialCategory: false,
  nonPartyRecorder: false,
  floor: 'product',
  impliedAfterMs: 15_000,
  atLeast: null,
  ...how,
});
export const minimum = settled({ floor: 'legal-minimum' });
/** Somebody says it of themselves. */
export const isIn = (participant: ParticipantKey, ...places: string[]): EntryOf<'place-stated'> => ({
  kind: 'place-stated',
  participant,
  places,
  residence: null,
  known: 'declared',
  by: 'participant',
});
export const hostSays = (participant: ParticipantKey, ...places: string[]): EntryOf<'place-stated'> => ({
  ...isIn(participant, ...places),
  known: 'host',
  by: 'host',
});
export const described = (
  participant: ParticipantKey,
  how: Partial<EntryOf<'person-described'>> = {},
): EntryOf<'person-described'> => ({
  kind: 'person-described',
  participant,
  minor: false,
  employee: false,
  phone: false,
  by: 'host',
  ...how,
});
/** What the worker logs when going on has become a yes. */
export const goesOn = (participant: ParticipantKey): EntryOf<'answered'> =>
  answered(participant, { grade: 'implied', by: 'host', form: 'implied-by-continuing-after-notice' });

/** The log with the requirement set wherever what was told changes it, as the worker does in the same append. */
export function ruled(...told: readonly Told[]): Logged[] {
  const state = blankState();
  const entries: Logged[] = [];
  const take = (entry: Entry, at: number) => {
    const logged = { index: entries.length, at, seen: '', entry };
    advance(state, logged);
    entries.push(logged);
  };
  for (const { entry, at: when } of logOf(...told)) {
    take(entry, when);
    const requirement = requirementDue(state);
    if (requirement) take(requirement, when);
  }
  return entries;
}
export const ruledState = (...told: readonly Told[]): State => fold(ruled(...told));
