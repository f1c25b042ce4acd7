import type { Database, LogRow } from '../database/schema.ts';
import { leafPages } from '../log/reading.ts';
import type { Logged } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { base64url } from '../model/id.ts';
import { epochOfMedia } from '../model/piece.ts';
import { KEY_BYTES, type KeyFiles } from '../vault/key-files.ts';
import { isQuarantined } from '../vault/quarantine.ts';
import { reviewKeyName } from '../vault/reviews.ts';
import { keepMeetingBook, type MeetingBook, newMeetingBook } from './book.ts';
import type { Folder } from './folder.ts';
import * as layout from './layout.ts';
import { rowsText, sealRows } from './sealed-rows.ts';
import {
  type Elsewhere,
  hashOfBytes,
  hashOfText,
  portableKey,
  type Recorded,
  recordedIn,
  writeChunks,
} from './write-media.ts';

export interface WriteTools {
  readonly db: Database;
  readonly keys: KeyFiles;
  readonly folder: Folder;
  readonly who: Elsewhere;
  /** Of who can open: another one, and everything that is sealed is looked at anew. */
  readonly revision: number;
}

export interface WriteJob {
  readonly signal: AbortSignal;
  readonly wrote: (bytes: number) => void;
}

/** People whose words are stored, by log: one look for all. */
export type Named = ReadonlyMap<string, readonly string[]>;

/**
 * Brings one meeting's folder up to what is here. Everything that it holds is written before `meeting.json` names it; broken off anywhere,
 * the folder still says what it said before. Gives how many recorded parts have to wait; a log that does not read as it was written is left
 * as it is, here and there: Failure('damaged').
 */
export async function writeMeeting(
  tools: WriteTools,
  row: LogRow,
  book: MeetingBook | null,
  named: Named,
  job: WriteJob,
): Promise<number> {
  const { db, folder } = tools;
  const seen = await seenOf(tools, row, named);
  if (book?.seen === seen) return 0;
  const known = book ?? newMeetingBook(row.log, layout.meetingFolder(row));
  const name = known.folder;
  const entries = await writeEntries(tools, row, name, known.size, job.signal);
  const all = [...recordedIn(entries), ...(await copiesOf(db, row.log))];
  // A crash after this leaves in the book what may lie in the folder: deleted before the next run, it goes from there all the same.
  await keepMeetingBook(db, { ...known, seen: '', media: [...known.media, ...meant(all, known)] });
  const names = await writeNames(tools, row, name, known, named);
  const { media, waiting } = await writeMedia(tools, all, name, known, job);
  const notes = await db.getAll('checkpoints', IDBKeyRange.bound([row.log], [row.log, row.size]));
  const listed: layout.MeetingFile = {
    version: layout.VERSION,
    log: row.log,
    platform: row.platform,
    openedAt: row.openedAt,
    lastAt: row.lastAt,
    size: row.size,
    head: row.head,
    checkpoints: notes.map(({ size, note }) => ({ size, note })),
    media: media.map(({ key: _key, notes: _notes, ...one }) => one),
  };
  await folder.write([name, layout.MEETING], [layout.meetingText(listed)]);
  // A crash before this writes the same once more.
  await keepMeetingBook(db, {
    log: row.log,
    folder: name,
    size: row.size,
    ...names,
    media,
    seen: waiting > 0 ? '' : seen,
  });
  return waiting;
}

function meant(all: readonly Recorded[], { media }: MeetingBook): MeetingBook['media'] {
  const known = new Set(media.map(({ epoch }) => epoch));
  return all.filter(({ epoch }) => !known.has(epoch)).map((one) => ({ ...one, parts: 0, key: '', notes: '' }));
}

/** What tells whether anything about a meeting is new, without reading its log. */
async function seenOf({ db, revision }: WriteTools, row: LogRow, named: Named): Promise<string> {
  const [reviews, copies] = await rowsOf(db, row.log);
  return hashOfText(rowsText([row.head, row.size, revision, named.get(row.log) ?? [], reviews, copies]));
}

async function rowsOf(db: Database, log: string) {
  return Promise.all([
    db.getAll('reviews', IDBKeyRange.bound([log], [log, []])),
    db.getAllFromIndex('copies', 'log', log),
  ]);
}

/** Reads and checks the whole log, and writes the files that have grown. */
async function writeEntries(
  { db, folder }: WriteTools,
  row: LogRow,
  name: string,
  size: number,
  signal: AbortSignal,
): Promise<Logged[]> {
  const entries: Logged[] = [];
  let lines: string[] = [];
  const close = async () => {
    const from = entries.length - lines.length;
    if (entries.length > size) await folder.write([name, layout.entriesFile(from)], [lines.join('')]);
    lines = [];
  };
  for await (const page of leafPages(db, row)) {
    if (signal.aborted) throw new Failure('cancelled');
    for (const { text, logged } of page) {
      entries.push(logged);
      lines.push(`${text}\n`);
      if (lines.length === layout.LEAVES) await close();
    }
  }
  if (lines.length > 0) await close();
  return entries;
}

/** Names, words and whatever else lies bare here. Where keys of names were lost here, what lies there stays as it is. */
async function writeNames(
  { db, keys, folder, who, revision }: WriteTools,
  row: LogRow,
  name: string,
  book: MeetingBook,
  named: Named,
): Promise<Pick<MeetingBook, 'words' | 'sealed' | 'people'>> {
  const { log } = row;
  const people: Record<string, string> = {};
  for (const person of named.get(log) ?? []) {
    const key = await keys.get(log, person);
    if (key?.length === KEY_BYTES) people[person] = base64url(key);
  }
  if (book.people.some((person) => named.get(log)?.includes(person) && !(person in people))) return book;
  const words = await db.getAll('disclosures', IDBKeyRange.bound([log], [log, []]));
  const lines = words
    .filter(({ subject }) => subject in people)
    .map((one) => layout.wordText(one))
    .join('');
  const [reviews, copies] = await rowsOf(db, log);
  const before = await db.get('settings', `restored/${log}`);
  const text = rowsText({ people, seenKey: row.seenKey, reviews, copies, restored: before ?? null });
  const [linesHash, textHash] = [await hashOfText(lines), await hashOfText(`${revision}\n${text}`)];
  if (book.words !== linesHash) await folder.write([name, layout.WORDS], [lines]);
  if (book.sealed !== textHash) await folder.write([name, layout.SEALED], [await sealRows(who.recipients, text)]);
  return { words: linesHash, sealed: textHash, people: Object.keys(people) };
}

/** Copies with another voice lie among the chunks under an id of their own. */
async function copiesOf(db: Database, log: string): Promise<Recorded[]> {
  const copies = await db.getAllFromIndex('copies', 'log', log);
  return copies.flatMap(({ id, state, mime, chunks, lastHash }) =>
    state === 'kept' ? [{ epoch: id, mime, chunks, lastHash }] : [],
  );
}

async function writeMedia(
  tools: WriteTools,
  all: readonly Recorded[],
  name: string,
  book: MeetingBook,
  job: WriteJob,
): Promise<{ readonly media: MeetingBook['media']; readonly waiting: number }> {
  const media: MeetingBook['media'][number][] = [];
  let waiting = 0;
  for (const one of all) {
    const before = book.media.find(({ epoch }) => epoch === one.epoch);
    // Set apart: what lies there was saved while it was not.
    const kept = (await isQuarantined(tools.db, epochOfMedia(one.epoch)))
      ? whole(before)
      : await writePart(tools, one, name, before, job);
    if (kept) media.push(kept);
    else waiting++;
  }
  return { media, waiting };
}

/** Media, key and the key of its notes. What was cut since is another recording, and takes the place of the one before. */
async function writePart(
  { db, keys, folder, who }: WriteTools,
  one: Recorded,
  name: string,
  known: MeetingBook['media'][number] | undefined,
  job: WriteJob,
): Promise<MeetingBook['media'][number] | null> {
  const { epoch } = one;
  const same = known?.lastHash === one.lastHash && known.chunks === one.chunks;
  if (known && !same) await folder.remove([name, epoch]);
  const before = same ? whole(known) : undefined;
  const file = await portableKey(keys, epoch, who);
  const written = before ?? (file && (await writeChunks(db, folder, name, one, job)));
  if (!file || !written) return before ?? null;
  const key = await hashOfBytes(file);
  if (before?.key !== key) await folder.write([name, epoch, layout.KEY], [file]);
  const noted = await portableKey(keys, reviewKeyName(epochOfMedia(epoch)), who);
  const notes = noted ? await hashOfBytes(noted) : '';
  if (noted && before?.notes !== notes) await folder.write([name, epoch, layout.NOTES], [noted]);
  if (!noted && before?.notes) await folder.remove([name, epoch, layout.NOTES]);
  return { ...written, key, notes };
}

/** What was only meant to be written is not there yet. */
function whole(known: MeetingBook['media'][number] | undefined): MeetingBook['media'][number] | undefined {
  return known?.key === '' ? undefined : known;
}
