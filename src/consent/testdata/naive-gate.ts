import type { AskTerms } from '../../model/ask.ts';
import type { Entry, EntryKind, EntryOf, Logged } from '../../model/entry.ts';
import type { ParticipantKey } from '../../model/id.ts';

/**
 * The promises of an open gate, each read slowly and straight from the list of entries, with nothing of fold, standing or gate in
 * between: a second opinion is worth something only if it was formed alone. Each gives '' or says what is broken.
 */
export type Entries = readonly Logged[];
type Of<K extends EntryKind> = Omit<Logged, 'entry'> & { readonly entry: EntryOf<K> };

export function all<K extends EntryKind>(entries: Entries, ...kinds: K[]): Of<K>[] {
  return entries.filter((logged): logged is Of<K> => (kinds as string[]).includes(logged.entry.kind));
}
export function last<K extends EntryKind>(entries: Entries, ...kinds: K[]): Of<K> | undefined {
  return all(entries, ...kinds).at(-1);
}

export function isOpen(entries: Entries): boolean {
  return last(entries, 'gate-opened', 'gate-closed')?.entry.kind === 'gate-opened';
}

/** Who was away for longer than a flicker came back as a new presence: index of that return, or -1. */
const FLICKER = 5000;
export function cameBack(entries: Entries, key: ParticipantKey): number {
  const moves = all(entries, 'participant-joined', 'participant-left').filter(({ entry }) => entry.participant === key);
  const back = moves.findLast(({ entry, at }, i) => {
    const before = moves[i - 1];
    return entry.kind === 'participant-joined' && before?.entry.kind === 'participant-left' && at - before.at > FLICKER;
  });
  return back?.index ?? -1;
}

/** Devices in the meeting by the log. After the host was away, nobody without a site id can be known again. */
export function presentKeys(entries: Entries): Set<ParticipantKey> {
  const here = new Map<ParticipantKey, boolean>();
  for (const { entry } of all(entries, 'participant-joined', 'participant-left', 'meeting-left')) {
    if (entry.kind === 'participant-joined') here.set(entry.participant, entry.stable || entry.self);
    else if (entry.kind === 'participant-left') here.delete(entry.participant);
    else for (const [key, stable] of here) if (!stable) here.delete(key);
  }
  return new Set(here.keys());
}

/** Tiles in the meeting, second devices together: the keys that are one person, and how many people are behind them. */
export function tiles(entries: Entries): { keys: Set<ParticipantKey>; people: number }[] {
  const keys = [...new Set(all(entries, 'participant-joined').map(({ entry }) => entry.participant))];
  const groups = new Map(keys.map((key) => [key, new Set([key])]));
  for (const key of keys) {
    const as = all(entries, 'participant-matched').findLast(({ entry }) => entry.participant === key)?.entry.as;
    const [one, other] = [groups.get(key), as && groups.get(as)];
    if (!one || !other || one === other) continue;
    for (const member of one) {
      other.add(member);
      groups.set(member, other);
    }
  }
  const here = presentKeys(entries);
  const counted = (key: ParticipantKey) => {
    const counts = all(entries, 'people-counted').filter(({ entry }) => entry.participant === key);
    return counts.findLast(({ index }) => index > cameBack(entries, key))?.entry.people ?? 1;
  };
  return [...new Set(groups.values())]
    .filter((group) => [...group].some((key) => here.has(key)))
    .map((group) => ({ keys: group, people: Math.max(1, ...[...group].map(counted)) }));
}

/** All keys of the one whom this key is. */
export function tileOf(entries: Entries, key: ParticipantKey): ReadonlySet<ParticipantKey> {
  return tiles(entries).find(({ keys }) => keys.has(key))?.keys ?? new Set([key]);
}

export function wantsMore(asked: AskTerms, agreed: AskTerms, purposes: readonly string[]): boolean {
  if (asked.purposes.some((p) => p.required && !purposes.includes(p.purpose))) return true;
  if (asked.media === 'sound+picture' && agreed.media === 'sound') return true;
  return asked.keepDays > agreed.keepDays || asked.proofDays > agreed.proofDays;
}

export function everybodyHasAgreed(entries: Entries): string {
  const asked = last(entries, 'asked')?.entry;
  if (!asked) return 'nobody was asked';
  const here = tiles(entries);
  if (here.length === 0) return 'nobody is here';
  for (const { keys, people } of here) {
    for (let person = 1; person <= people; person++)
      if (liveYeses(entries, keys, person).length === 0)
        return `person ${person} of ${people} at ${[...keys].join('+')} has no live yes`;
  }
  return '';
}

/** Of one person behind a tile: what each of its devices said last, if it is a yes that covers the ask and no no came after it. */
export function liveYeses(entries: Entries, keys: ReadonlySet<ParticipantKey>, person: number): Of<'answered'>[] {
  const asked = last(entries, 'asked')?.entry;
  const answers = all(entries, 'answered').filter(({ entry }) => keys.has(entry.participant));
  const no = answers.findLast(({ entry }) => entry.answer !== 'consented')?.index ?? -1;
  return [...keys].flatMap((key) => {
    const yes = answers.findLast(({ entry }) => entry.participant === key && entry.person === person);
    if (yes?.entry.answer !== 'consented' || yes.index < no || yes.index < cameBack(entries, key)) return [];
    const about = all(entries, 'asked').find(({ entry }) => entry.ask === yes.entry.ask)?.entry;
    const covers = asked && about && !wantsMore(asked, { ...about, media: yes.entry.media }, yes.entry.purposes);
    return covers ? [yes] : [];
  });
}

/** A chat yes stands for a notice that its writer had been shown before. */
export function everyChatYesHadItsNotice(entries: Entries): string {
  for (const { index, entry } of all(entries, 'answered')) {
    if (entry.grade !== 'chat' || entry.answer !== 'consented') continue;
    const since = cameBack(entries.slice(0, index), entry.participant);
    const sawIt = all(entries, 'seen').some(
      ({ index: at, entry: seen }) =>
        seen.ask === entry.ask && seen.participant === entry.participant && since < at && at < index,
    );
    const shown = all(entries, 'post-seen').some(({ index: at, entry: seen }) => {
      const post = all(entries, 'post-ordered').find((ordered) => ordered.entry.post === seen.post)?.entry;
      const told = post?.says === 'notice' && post.ask === entry.ask && post.people.includes(entry.participant);
      return since < at && at < index && seen.outcome === 'echoed' && told === true;
    });
    if (!shown && !sawIt) return `entry ${index}: ${entry.participant} said yes to a notice never shown to them`;
  }
  return '';
}

export function rosterIsWhole(entries: Entries): string {
  // What was read before nobody looked says nothing about who is here now.
  const gap = last(entries, 'meeting-left', 'watch-lost')?.index ?? -1;
  const looked = entries.slice(gap + 1);
  const read = last(looked, 'roster-read');
  if (!read) return 'no roster was read since somebody looks';
  const { completeness, rows, counter } = read.entry;
  if (completeness === 'complete' && counter === rows) return '';
  const confirmed = last(looked, 'roster-confirmed');
  if (!confirmed) return `${completeness}, ${rows} rows, counter ${counter}, and nobody confirmed it`;
  const since = entries.slice(confirmed.index + 1);
  const moved = all(since, 'roster-read').find(
    ({ entry }) => entry.rows !== confirmed.entry.rows || entry.counter !== confirmed.entry.counter,
  );
  if (moved) return `entry ${moved.index}: the list changed after it was confirmed in entry ${confirmed.index}`;
  const joined = last(since, 'participant-joined');
  return joined ? `entry ${joined.index}: somebody came who was not on the list confirmed in ${confirmed.index}` : '';
}

export function somebodyWatches(entries: Entries): string {
  const place = last(entries, 'meeting-opened', 'meeting-left', 'meeting-returned');
  if (!place || place.entry.kind === 'meeting-left') return 'the host is not in the call';
  const watch = last(entries, 'meeting-opened', 'meeting-returned', 'watch-lost', 'watch-regained');
  return watch?.entry.kind === 'watch-lost' ? 'nobody is watching' : '';
}

export function hostLetsItRun(entries: Entries): string {
  const order = last(entries, 'asked', 'resumed', 'paused', 'stopped', 'went-on-without')?.entry.kind;
  return order === 'asked' || order === 'resumed' ? '' : `the host's last word is ${order}`;
}

const BROKE_OFF: readonly string[] = [
  'tab-stream-ended',
  'microphone-lost',
  'disk-full',
  'storage-failed',
  'no-bytes',
  'clock-jumped',
  'recorder-failed',
];

export function tabIsArmed(entries: Entries): string {
  if (last(entries, 'capture-armed', 'capture-disarmed')?.entry.kind !== 'capture-armed') return 'the tab is not armed';
  const broke = all(entries, 'segment-sealed').findLast(({ entry }) => BROKE_OFF.includes(entry.cause));
  const again = last(entries, 'capture-armed', 'resumed', 'asked');
  return broke && (again?.index ?? -1) < broke.index ? `${broke.entry.cause}, and the host has not pressed again` : '';
}

export function nothingIsInDoubt(entries: Entries): string {
  for (const { index, entry } of all(entries, 'doubted')) {
    if (!entry.closes) continue;
    const later = entries.slice(index + 1).map((logged): Entry => logged.entry);
    const settled = later.some((e) => e.kind === 'settled' && e.doubt === entry.doubt);
    const answered = later.some((e) => e.kind === 'answered' && e.participant === entry.participant);
    if (!settled && !answered) return `entry ${index}: ${entry.reason} is open`;
  }
  return '';
}

/** While another host asks as well, words without a tag do not say whom they answer. */
export function noUntaggedYesOfTwoAsks(entries: Entries): string {
  for (const { index, entry } of all(entries, 'answered')) {
    if (entry.grade !== 'chat' || entry.answer !== 'consented') continue;
    const before = entries.slice(0, index);
    const live = all(before, 'other-asked').find(({ index: at, entry: other }) =>
      before.slice(at + 1).every(({ entry: later }) => {
        if (later.kind === 'other-ended') return later.ask !== other.ask;
        const theirs = 'participant' in later && other.participant !== null && later.participant === other.participant;
        return !(theirs && (later.kind === 'participant-left' || later.kind === 'other-asked'));
      }),
    );
    if (live) return `entry ${index}: an untagged yes while the ask of entry ${live.index} is live`;
  }
  return '';
}

/** Which answer a doubt may become: one to the ask that it was about, not to a later one with other terms. */
export function settledAnswersAnswerTheirAsk(entries: Entries): string {
  for (const { index, entry } of all(entries, 'settled')) {
    if (entry.as !== 'consented') continue;
    const doubted = all(entries, 'doubted').find((d) => d.entry.doubt === entry.doubt)?.entry;
    const next = entries[index + 1]?.entry;
    if (next?.kind === 'answered' && next.ask !== doubted?.ask)
      return `entry ${index}: words about ${doubted?.ask} became a yes to ${next.ask}`;
  }
  return '';
}

/** A key of a participant's extension speaks for one tile only, and each of its yeses once. */
export function keysStayInOneHand(entries: Entries): string {
  const owner = new Map<string, ParticipantKey>();
  const same = tiles(entries);
  for (const { index, entry } of all(entries, 'answered')) {
    if (!entry.signed || entry.by !== 'participant') continue;
    const { key } = entry.signed;
    const before = owner.get(key) ?? entry.participant;
    const one =
      before === entry.participant || same.some(({ keys }) => keys.has(before) && keys.has(entry.participant));
    if (!one) return `entry ${index}: ${entry.participant} has answered with the key of ${before}`;
    owner.set(key, before);
    const newer = all(entries.slice(0, index), 'answered').every(
      ({ entry: older }) => older.signed?.key !== key || older.signed.counter < (entry.signed?.counter ?? 0),
    );
    if (!newer && entry.answer === 'consented') return `entry ${index}: a signed yes counted twice`;
  }
  return '';
}
