import { blankDirectory, type Disclosed, learn } from '../consent/directory.ts';
import { fold } from '../consent/fold.ts';
import { rootOf, type State } from '../consent/state.ts';
import type { LogRow } from '../database/schema.ts';
import { isTheirs } from '../log/theirs.ts';
import type { Entry, EntryOf, Logged } from '../model/entry.ts';
import type { EpochId, LogId, ParticipantKey } from '../model/id.ts';
import type { PersonRecord, PersonRecording, PersonRequest, RequestDue } from '../model/person.ts';
import type { Profile } from '../model/requirement.ts';
import type { LongerAnswer } from '../model/rights.ts';
import { dueOf, longerOf, RESPONSE_LAWS } from '../policy/response.ts';
import { exportsOf } from './carried-away.ts';
import { epochsOf } from './epochs-with.ts';
import { epochs, recordOf } from './record-view.ts';
import { idsOf, requestRowsOf } from './requests.ts';
import { storyOf } from './story.ts';

type Texts = ReadonlyMap<number, Disclosed>;

/** Whose account an id of a site's list is; null where it names nothing beyond one meeting. */
export type AccountOf = (platform: string, site: string | null) => string | null;

/** Everything that a meeting's log says of one person; null: there is nobody of that id in it. texts: of all entries that can still be read. */
export function personOf(
  row: LogRow,
  entries: readonly Logged[],
  texts: Texts,
  participant: ParticipantKey,
  accountOf: AccountOf,
): PersonRecord | null {
  const state = fold(entries);
  const root = rootOf(state, participant);
  const person = state.people.get(root);
  if (!person) return null;
  const ids = new Set(idsOf(state, root));
  const whole = recordOf(row, entries, texts);
  const shown = whole.participants.find((one) => one.participant === root);
  const log = row.log as LogId;
  return {
    log,
    platform: row.platform,
    meeting: whole.meeting,
    openedAt: row.openedAt,
    lastAt: row.lastAt,
    participant: root,
    ids: [...ids],
    name: shown?.name ?? '',
    names: namesOf(entries, texts, ids),
    self: person.self,
    account: person.self ? null : accountIn(row, entries, texts, ids, accountOf),
    live: whole.live !== null,
    state: shown?.state ?? 'unasked',
    answers: shown?.answers ?? [],
    story: storyIn(entries, texts, ids),
    recordings: recordingsOf(entries, ids),
    exports: exportsOf(entries, texts, ids),
    requests: requestsIn(log, state, texts, root),
    erased: entries.some(({ entry }) => entry.kind === 'deleted' && entry.epoch === null && goneIn(entry, ids)),
  };
}

function goneIn({ participant }: EntryOf<'deleted'>, ids: ReadonlySet<string>): boolean {
  return participant === undefined || ids.has(participant);
}

function namesOf(entries: readonly Logged[], texts: Texts, ids: ReadonlySet<string>): string[] {
  const names = entries.flatMap(({ index, entry }) => {
    const { kind } = entry;
    if (kind !== 'participant-joined' && kind !== 'participant-renamed' && kind !== 'name-corrected') return [];
    const name = ids.has(entry.participant) ? (texts.get(index)?.name ?? '') : '';
    return name === '' ? [] : [name];
  });
  return [...new Set(names)];
}

/** Only an id that the site keeps for an account is the same in another meeting. */
function accountIn(
  { platform }: LogRow,
  entries: readonly Logged[],
  texts: Texts,
  ids: ReadonlySet<string>,
  accountOf: AccountOf,
): string | null {
  for (const { index, entry } of entries) {
    if (entry.kind !== 'participant-joined' || !entry.stable || !ids.has(entry.participant)) continue;
    const account = accountOf(platform, texts.get(index)?.site ?? null);
    if (account !== null) return account;
  }
  return null;
}

/** What is about them, and what of theirs was recorded. */
function storyIn(entries: readonly Logged[], texts: Texts, ids: ReadonlySet<string>): PersonRecord['story'] {
  const directory = blankDirectory();
  for (const logged of entries) learn(directory, logged, texts.get(logged.index) ?? {});
  const theirs = epochsOf(entries, ids);
  const nameOf = (key: ParticipantKey) => (ids.has(key) ? (directory.people.get(key)?.name ?? '') : '');
  return entries
    .filter(({ entry }) => isAbout(entry, ids, theirs))
    .map(({ index, at, entry }) => ({
      index,
      at,
      kind: entry.kind,
      text: storyOf(entry, nameOf, isTheirs(entry, ids) ? (texts.get(index) ?? {}) : {}),
    }));
}

function isAbout(entry: Entry, ids: ReadonlySet<string>, theirs: ReadonlySet<EpochId>): boolean {
  switch (entry.kind) {
    case 'segment-started':
    case 'segment-sealed':
      return theirs.has(entry.epoch);
    case 'deleted':
      return entry.epoch === null ? goneIn(entry, ids) : theirs.has(entry.epoch);
    case 'accessed':
      return entry.epochs.some((epoch) => theirs.has(epoch));
    default:
      return 'participant' in entry && typeof entry.participant === 'string' && ids.has(entry.participant);
  }
}

function recordingsOf(entries: readonly Logged[], ids: ReadonlySet<string>): PersonRecording[] {
  const gone = new Set(entries.flatMap(({ entry }) => (entry.kind === 'deleted' ? (entry.epoch ?? []) : [])));
  const lengths = new Map(
    entries.flatMap(({ entry }) => (entry.kind === 'segment-sealed' ? [[entry.epoch, entry.ms] as const] : [])),
  );
  return epochs(entries)
    .filter(({ roster }) => roster.some((one) => ids.has(one)))
    .map(({ epoch, openedAt, media, roster }) => ({
      epoch,
      openedAt,
      ms: lengths.get(epoch) ?? 0,
      media,
      deleted: gone.has(epoch),
      others: roster.filter((one) => !ids.has(one)).length,
    }));
}

function requestsIn(log: LogId, state: State, texts: Texts, root: ParticipantKey): PersonRequest[] {
  return requestRowsOf(log, state)
    .filter(({ participant }) => participant === root)
    .map(({ index, what, way, at, state: stands, why, endedAt, longer, profiles }) => ({
      log,
      index,
      what,
      way,
      at,
      words: (texts.get(index)?.words ?? '').split('\n')[0] ?? '',
      state: stands,
      why,
      endedAt,
      due: requestDue(profiles, at, longer),
    }));
}

/** longer: what the host noted of an answer that takes longer. */
export function requestDue(profiles: readonly Profile[], at: number, longer: LongerAnswer | null): RequestDue {
  const { at: until, strictest, guessed } = dueOf(profiles, at);
  if (longer) {
    const { name, source } = RESPONSE_LAWS.find(({ law }) => law === longer.law) ?? strictest;
    const { why, told } = longer;
    return { at: longer.until, law: name, source, longer: null, noted: { why, told }, guessed: false };
  }
  const most = longerOf(profiles, at);
  const { name, source } = strictest;
  return {
    at: until,
    law: name,
    source,
    longer: most && { at: most.at, law: most.law.name, source: most.law.source },
    noted: null,
    guessed,
  };
}
