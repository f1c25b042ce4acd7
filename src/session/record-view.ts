import { blankDirectory, type Disclosed, learn, toldBy } from '../consent/directory.ts';
import { fold } from '../consent/fold.ts';
import { standingOf } from '../consent/standing.ts';
import { rootOf, type State } from '../consent/state.ts';
import type { LogRow } from '../database/schema.ts';
import type { EntryOf, Logged } from '../model/entry.ts';
import type { EpochId, LogId, ParticipantKey } from '../model/id.ts';
import type { KeepDates } from '../model/keeping.ts';
import { type Piece, piecesOf } from '../model/piece.ts';
import type { MeetingRecord, MeetingSummary, ReceiptDue, RecordedEpoch, RecordedPerson } from '../model/record.ts';
import { toTellOf } from './carried-away.ts';
import { type Promises, promisesOf } from './promises.ts';
import { purposesOf } from './purposes.ts';
import { storyOf } from './story.ts';

type Texts = ReadonlyMap<number, Disclosed>;

/** One meeting as the records page lists it. */
export function summaryOf(row: LogRow, entries: readonly Logged[], texts: Texts): MeetingSummary {
  return summed(row, entries, texts, fold(entries), promisesOf(entries));
}

/** state, promises: of these entries. They are made once for all that is shown: each is a walk over the whole log. */
function summed(
  row: LogRow,
  entries: readonly Logged[],
  texts: Texts,
  state: State,
  promises: Promises,
): MeetingSummary {
  const cut = cutFrom(entries);
  const opened = entries.find((logged) => logged.entry.kind === 'meeting-opened');
  return {
    log: row.log as LogId,
    platform: row.platform,
    meeting: opened ? (texts.get(opened.index)?.meeting ?? '') : '',
    openedAt: row.openedAt,
    lastAt: row.lastAt,
    people: state.people.size,
    recordedMs: state.kept.ms - cut.ms,
    recordedBytes: state.kept.bytes - cut.bytes,
    segments: state.kept.segments,
    entries: row.size,
    live: liveOf(state),
    keeping: datesOf(promises),
    toTell: toTellOf(entries, state),
  };
}

function datesOf({ epochs, names }: Promises): KeepDates {
  const media = epochs.flatMap(({ until }) => (until === null ? [] : [until]));
  return { media: media.length > 0 ? Math.min(...media) : null, names: names?.until ?? null };
}

/** How much of what was kept was cut out again. */
function cutFrom(entries: readonly Logged[]): { readonly ms: number; readonly bytes: number } {
  const left = new Map<EpochId, readonly Piece[]>();
  for (const { entry } of entries) if (entry.kind === 'cut') left.set(entry.epoch, entry.pieces);
  const gone = { ms: 0, bytes: 0 };
  for (const { entry } of left.size > 0 ? entries : []) {
    if (entry.kind !== 'segment-sealed') continue;
    const pieces = left.get(entry.epoch);
    if (!pieces) continue;
    gone.ms += entry.ms - pieces.reduce((sum, { ms }) => sum + ms, 0);
    gone.bytes += entry.bytes - pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  }
  return gone;
}

function liveOf({ epoch, segment, watching }: State): MeetingSummary['live'] {
  if (!watching) return null;
  if (epoch !== null) return 'recording';
  return segment === null ? null : 'finishing';
}

/** The entries whose disclosures `recordOf` shows: what still tells something, and every name that somebody once took. */
export function shownOf(entries: readonly Logged[]): number[] {
  const renamed = entries.filter(({ entry }) => isNaming(entry)).map(({ index }) => index);
  return [...new Set([...toldBy(entries), ...renamed])].sort((a, b) => a - b);
}

function isNaming({ kind }: Logged['entry']): boolean {
  return kind === 'participant-renamed' || kind === 'name-corrected';
}

/** The whole story of a meeting. Names and words that were erased are ''. */
export function recordOf(row: LogRow, entries: readonly Logged[], texts: Texts): MeetingRecord {
  const directory = blankDirectory();
  for (const logged of entries) learn(directory, logged, texts.get(logged.index) ?? {});
  const nameOf = (participant: ParticipantKey) => directory.people.get(participant)?.name ?? '';
  const state = fold(entries);
  const promises = promisesOf(entries);
  return {
    ...summed(row, entries, texts, state, promises),
    kept: promises.epochs,
    binding: promises.binding,
    asks: entries.flatMap(({ index, at, entry }) => {
      if (entry.kind !== 'asked') return [];
      const { purposes, media, keepDays, proofDays } = entry;
      return [{ purposes, media, keepDays, proofDays, at, notice: texts.get(index)?.text ?? '' }];
    }),
    participants: participants(state, entries, texts, nameOf),
    epochs: epochs(entries),
    purposes: purposesOf(
      entries,
      segmentsOf(entries).map(({ epoch }) => epoch),
      state,
    ),
    story: entries.map((logged) => ({
      index: logged.index,
      at: logged.at,
      kind: logged.entry.kind,
      text: storyOf(logged.entry, nameOf, texts.get(logged.index) ?? {}),
    })),
  };
}

function participants(
  state: State,
  entries: readonly Logged[],
  texts: Texts,
  nameOf: (key: ParticipantKey) => string,
): RecordedPerson[] {
  // One walk over the log and not one a person: 300 people and 100,000 entries are a meeting too.
  const joinedAt = new Map<ParticipantKey, number>();
  const due = receiptsDue(state, entries);
  const answered = new Map<ParticipantKey, RecordedPerson['answers'][number][]>();
  for (const { index, at, entry } of entries) {
    if (entry.kind === 'participant-joined' && !joinedAt.has(entry.participant)) joinedAt.set(entry.participant, at);
    if (entry.kind !== 'answered') continue;
    const { ask, participant, person, answer, purposes, media, grade, channel } = entry;
    const words = texts.get(index)?.words ?? '';
    const root = rootOf(state, participant);
    const before = answered.get(root) ?? [];
    before.push({ ask, participant, person, answer, purposes, media, grade, channel, at, index, words });
    answered.set(root, before);
  }
  return [...state.people.values()].map((person) => {
    return {
      participant: person.participant,
      name: nameOf(person.participant),
      self: person.self,
      joinedAt: joinedAt.get(person.participant) ?? person.joinedAt,
      leftAt: person.leftAt,
      state: standingOf(state, person).state,
      receipt: due(rootOf(state, person.participant)),
      answers: answered.get(rootOf(state, person.participant)) ?? [],
    };
  });
}

/** Whether somebody can be given a receipt, was given one, and whether an answer of theirs or a deletion came after it. */
function receiptsDue(state: State, entries: readonly Logged[]): (root: ParticipantKey) => ReceiptDue {
  const given = new Map<ParticipantKey, number>();
  const news = new Map<ParticipantKey, number>();
  let deleted = -1;
  for (const { index, entry } of entries) {
    if (entry.kind === 'answered') news.set(rootOf(state, entry.participant), index);
    if (entry.kind === 'deleted') deleted = index;
    if (entry.kind === 'exported' && entry.format === 'receipt' && entry.participant)
      given.set(rootOf(state, entry.participant), entry.size ?? index);
  }
  return (root) => {
    const newest = news.get(root);
    const covered = given.get(root);
    if (newest === undefined) return null;
    if (covered === undefined) return 'first';
    return Math.max(newest, deleted) >= covered ? 'addendum' : 'again';
  };
}

/** Epochs in order of opening, each with what was kept of it. */
export function epochs(entries: readonly Logged[]): RecordedEpoch[] {
  const found = new Map<EpochId, RecordedEpoch>();
  const change = (epoch: EpochId, part: Partial<RecordedEpoch>) => {
    const before = found.get(epoch);
    if (before) found.set(epoch, { ...before, ...part });
  };
  for (const { at, entry } of entries) {
    if (entry.kind === 'gate-opened') found.set(entry.epoch, opened(entry, at));
    else if (entry.kind === 'gate-closed') change(entry.epoch, { closedAt: at, reasons: entry.reasons });
    else if (entry.kind === 'deleted' && entry.epoch) {
      const { pieces: _none, ...before } = found.get(entry.epoch) ?? {};
      if ('epoch' in before) found.set(entry.epoch, { ...(before as RecordedEpoch), chunks: 0, bytes: 0, ms: 0 });
    } else if (entry.kind === 'cut') change(entry.epoch, leftOf(entry.pieces));
    else if (entry.kind === 'segment-sealed') {
      const { chunks, bytes, ms, dropped, cause } = entry;
      change(entry.epoch, { chunks, bytes, ms, dropped, cause });
    }
  }
  return [...found.values()];
}

function leftOf(pieces: readonly Piece[]): Partial<RecordedEpoch> {
  const sum = (of: 'chunks' | 'bytes' | 'ms') => pieces.reduce((all, piece) => all + piece[of], 0);
  return { chunks: sum('chunks'), bytes: sum('bytes'), ms: sum('ms'), pieces };
}

function opened(entry: EntryOf<'gate-opened'>, at: number): RecordedEpoch {
  const { epoch, media, roster } = entry;
  return {
    epoch,
    openedAt: at,
    closedAt: null,
    reasons: [],
    media,
    chunks: 0,
    bytes: 0,
    ms: 0,
    dropped: 0,
    cause: null,
    roster,
  };
}

/** One recorded stretch as it can be played or saved. */
export interface KeptSegment {
  readonly epoch: EpochId;
  /** Under which its chunks and its key lie: the epoch's id, or that of what was left after a cut. */
  readonly media: string;
  /** Where it begins in the epoch as it was recorded, ms: after a cut, an epoch is in several segments. */
  readonly from: number;
  readonly mime: string;
  /** ms UTC */
  readonly startedAt: number;
  readonly ms: number;
  /** Where it begins in recorded time, ms. */
  readonly offset: number;
  /** What the log says is there: a missing tail shows. */
  readonly kept: { readonly chunks: number; readonly lastHash: string };
}

/** Segments of which something was kept, in order. One that still runs is not among them. */
export function segmentsOf(entries: readonly Logged[]): KeptSegment[] {
  const started = new Map<EpochId, { mime: string; startedAt: number }>();
  for (const { at, entry } of entries)
    if (entry.kind === 'segment-started') started.set(entry.epoch, { mime: entry.mime, startedAt: at });
  let offset = 0;
  return [...piecesOf(entries)].flatMap(([epoch, { pieces }]) => {
    const begun = started.get(epoch);
    if (!begun) return [];
    return pieces.map(({ media, from, ms, chunks, lastHash }) => {
      const { mime, startedAt } = begun;
      const at = offset;
      offset += ms;
      return { epoch, media, from, mime, startedAt: startedAt + from, ms, offset: at, kept: { chunks, lastHash } };
    });
  });
}
