import { blankDirectory, type Disclosed, learn } from '../consent/directory.ts';
import type { LogRow } from '../database/schema.ts';
import type { Purpose } from '../model/ask.ts';
import type { Entry, EntryKind, Logged } from '../model/entry.ts';
import type { LogId, ParticipantKey } from '../model/id.ts';
import type { CheckedLog } from '../model/log-check.ts';
import type { LineGroup, LogHead, LogLine } from '../model/log-line.ts';
import { storyOf } from './story.ts';

/** Which kinds of entries people look for together. */
const GROUPS: Readonly<Record<EntryKind, LineGroup>> = {
  answered: 'answers',
  'guardian-answered': 'answers',
  seen: 'answers',
  doubted: 'answers',
  settled: 'answers',
  asked: 'asked',
  'other-asked': 'asked',
  'other-ended': 'asked',
  'gate-opened': 'recording',
  'gate-closed': 'recording',
  'segment-started': 'recording',
  'segment-sealed': 'recording',
  'capture-armed': 'recording',
  'capture-disarmed': 'recording',
  'capture-failed': 'recording',
  paused: 'recording',
  resumed: 'recording',
  stopped: 'recording',
  'went-on-without': 'recording',
  announced: 'recording',
  'announcement-missed': 'recording',
  'participant-joined': 'people',
  'participant-left': 'people',
  'participant-renamed': 'people',
  'participant-matched': 'people',
  'people-counted': 'people',
  'roster-read': 'people',
  'roster-confirmed': 'people',
  'person-described': 'people',
  'place-stated': 'rules',
  'meeting-described': 'rules',
  'requirement-set': 'rules',
  'post-ordered': 'chat',
  'post-seen': 'chat',
  'details-wanted': 'chat',
  accessed: 'left',
  cut: 'left',
  'copy-made': 'left',
  'copy-deleted': 'left',
  reviewed: 'left',
  exported: 'left',
  deleted: 'left',
  'retention-shortened': 'left',
  'hold-set': 'left',
  'hold-lifted': 'left',
  'request-received': 'left',
  'request-answered': 'left',
  'request-refused': 'left',
  'request-extended': 'left',
  'recipient-told': 'left',
  'name-corrected': 'people',
  'meeting-opened': 'meeting',
  'meeting-left': 'meeting',
  'meeting-returned': 'meeting',
  'watch-lost': 'meeting',
  'watch-regained': 'meeting',
};

/** The entries of a log as sentences, with what leads from one to another. texts: of whatever can still be read. */
export function linesOf(log: string, entries: readonly Logged[], texts: ReadonlyMap<number, Disclosed>): LogLine[] {
  const directory = blankDirectory();
  for (const logged of entries) learn(directory, logged, texts.get(logged.index) ?? {});
  const nameOf = (participant: ParticipantKey) => directory.people.get(participant)?.name ?? '';
  const rested = restedOn(entries);
  return entries.map(({ index, at, entry }) => {
    const said = texts.get(index) ?? {};
    return {
      log: log as LogId,
      index,
      at,
      kind: entry.kind,
      group: GROUPS[entry.kind],
      text: storyOf(entry, nameOf, said),
      people: peopleIn(entry),
      purposes: purposesIn(entry),
      answer: entry.kind === 'answered' ? entry.answer : null,
      grade: entry.kind === 'answered' ? entry.grade : null,
      rests: entry.kind === 'gate-opened' ? entry.answers : (rested.get(index) ?? []),
      also: [...idsIn(entry), ...Object.values(said), ...peopleIn(entry).map(nameOf)].join(' '),
    };
  });
}

/** Names of the people in a log, in the order in which they came; '' when erased. */
export function namesIn(
  entries: readonly Logged[],
  texts: ReadonlyMap<number, Disclosed>,
): ReadonlyMap<ParticipantKey, string> {
  const directory = blankDirectory();
  for (const logged of entries) learn(directory, logged, texts.get(logged.index) ?? {});
  const joined = entries.flatMap(({ entry }) => (entry.kind === 'participant-joined' ? [entry.participant] : []));
  return new Map([...new Set(joined)].map((one) => [one, directory.people.get(one)?.name ?? '']));
}

/** The keys that answers were signed with, by who answered. */
export function answerKeysIn(entries: readonly Logged[]): ReadonlyMap<ParticipantKey, ReadonlySet<string>> {
  const found = new Map<ParticipantKey, Set<string>>();
  for (const { entry } of entries) {
    if (entry.kind !== 'answered' || !entry.signed) continue;
    found.set(entry.participant, (found.get(entry.participant) ?? new Set()).add(entry.signed.key));
  }
  return found;
}

export function headOf(row: LogRow, meeting: string, checked: CheckedLog | null, damaged: boolean): LogHead {
  const { log, platform, openedAt, lastAt, size } = row;
  return { log: log as LogId, platform, meeting, openedAt, lastAt, size, checked, damaged };
}

function restedOn(entries: readonly Logged[]): Map<number, number[]> {
  const rested = new Map<number, number[]>();
  for (const { index, entry } of entries) {
    if (entry.kind !== 'gate-opened') continue;
    for (const answer of entry.answers) rested.set(answer, [...(rested.get(answer) ?? []), index]);
  }
  return rested;
}

function peopleIn(entry: Entry): ParticipantKey[] {
  const one = 'participant' in entry && entry.participant ? [entry.participant] : [];
  const other = entry.kind === 'participant-matched' ? [entry.as] : [];
  const all = entry.kind === 'gate-opened' ? entry.roster : entry.kind === 'post-ordered' ? entry.people : [];
  return [...one, ...other, ...all];
}

function purposesIn(entry: Entry): readonly Purpose[] {
  if (entry.kind === 'asked') return entry.purposes.map(({ purpose }) => purpose);
  if (entry.kind === 'accessed' || entry.kind === 'reviewed') return [entry.purpose];
  return entry.kind === 'answered' ? entry.purposes : [];
}

/** Every id and hash in an entry: ours are a letter and 12 characters, hashes 43. */
function idsIn(entry: Entry): string[] {
  return JSON.stringify(entry).match(/(?<=")(?:[lpaedmh][A-Za-z0-9_-]{12}|[A-Za-z0-9_-]{43})(?=")/g) ?? [];
}
