import type { ChunkRow } from '../database/schema.ts';
import type { BackupFault, BackupFound } from '../model/backup.ts';
import { Failure } from '../model/failure.ts';
import { fromBase64url } from '../model/id.ts';
import type { Identities } from '../vault/wrap.ts';
import type { Folder } from './folder.ts';
import * as layout from './layout.ts';
import { logOfFolder as logOf } from './layout.ts';
import { type BackedLog, readLog, readWords } from './read-log.ts';
import { type BackedKey, readKey, readMedia, readNotesKey } from './read-media.ts';
import { openRows, readRows } from './sealed-rows.ts';
import { recordedIn } from './write-media.ts';

/** What somebody found in sealed.age. */
export interface SealedRows {
  readonly people: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  readonly seenKey: string;
  readonly reviews: readonly unknown[];
  readonly copies: readonly unknown[];
  readonly restored: unknown;
}

export interface BackedMeeting {
  readonly folder: string;
  readonly listed: layout.MeetingFile;
  readonly log: BackedLog;
  /** null: nobody has opened the backup, or it is not for them. */
  readonly sealed: SealedRows | null;
  readonly words: readonly layout.WordLine[];
}

export interface ReadJob {
  readonly folder: Folder;
  readonly root: layout.Root;
  /** null: nobody has opened it. What needs no key is checked all the same. */
  readonly who: Identities | null;
  readonly signal: AbortSignal;
  readonly found: (found: BackupFound) => void;
}

/** Failure('backup-none') when there is no backup in this folder, Failure('backup-damaged') when its first file cannot be understood. */
export async function openBackup(folder: Folder): Promise<layout.Root> {
  const file = await folder.read(layout.ROOT);
  if (!file) throw new Failure('backup-none');
  const root = layout.readRoot(await file.text());
  if (!root) throw new Failure('backup-damaged');
  return root;
}

export async function meetingFolders(folder: Folder): Promise<string[]> {
  return (await folder.list([])).filter((name) => layout.logOfFolder(name) !== null).sort();
}

/** Everything of a meeting but its media; null, and told, when its log is not what was written. */
export async function readMeeting(job: ReadJob, name: string): Promise<BackedMeeting | null> {
  const { folder, root, who, signal } = job;
  const file = await folder.read([name, layout.MEETING]);
  // Broken off before it was whole the first time: it says nothing yet.
  if (!file) return null;
  const listed = layout.readMeetingFile(await file.text());
  if (!listed || layout.logOfFolder(name) !== listed.log) {
    job.found({ fault: 'list', folder: name });
    return null;
  }
  const log = await sound(job, name, 'log', () => readLog(folder, name, listed, root, signal));
  if (!log) return null;
  const sealed = await sound(job, name, 'names', () => readSealed(folder, name, who));
  const words = await sound(job, name, 'names', () => readWords(folder, name, log, sealed?.people ?? null));
  return { folder: name, listed, log, sealed: words ? sealed : null, words: words ?? [] };
}

/** The recorded parts that the log says are there, and what else lies there under a key of its own. */
export function mediaOf({ listed, log, sealed }: BackedMeeting): readonly layout.BackedMedia[] {
  const said = new Map(recordedIn(log.logged).map((one) => [one.epoch, one]));
  const copies = new Set((sealed?.copies ?? []).map((row) => (row as { id?: unknown }).id));
  return listed.media.flatMap((one) => {
    const recorded = said.get(one.epoch);
    if (recorded) return [{ ...one, chunks: recorded.chunks, lastHash: recorded.lastHash, mime: recorded.mime }];
    return copies.has(one.epoch) ? [one] : [];
  });
}

/** Reads one recorded part to its end; false, and told, when it is not what was written. chunk: each, in order. */
export async function readPart(
  job: ReadJob,
  { folder: name, listed }: BackedMeeting,
  media: layout.BackedMedia,
  to: {
    readonly key: (key: BackedKey, notes: BackedKey | null) => Promise<void>;
    readonly chunk: (row: ChunkRow) => Promise<void>;
  },
): Promise<boolean> {
  const { folder, who, signal } = job;
  const key = await sound(job, name, 'key', () => readKey(folder, name, media.epoch, who));
  if (!key) return false;
  // Notes that nobody can open keep no recording away.
  const notes = await sound(job, name, 'notes', () => readNotesKey(folder, name, media.epoch, who));
  const whole = await sound(job, name, 'media', async () => {
    for await (const row of readMedia(folder, name, listed.log, media, key.raw, signal)) await to.chunk(row);
    return true;
  });
  if (!whole) return false;
  await to.key(key, notes);
  return true;
}

async function readSealed(folder: Folder, name: string, who: Identities | null): Promise<SealedRows | null> {
  const file = await folder.read([name, layout.SEALED]);
  if (!file || !who) return null;
  try {
    const rows = readRows(await openRows(who, file)) as Record<string, unknown>;
    const people = Object.entries((rows.people ?? {}) as Record<string, unknown>).map(([person, spelt]) => {
      const key = typeof spelt === 'string' ? fromBase64url(spelt) : null;
      if (key?.length !== 32 || !/^[A-Za-z0-9_-]{1,64}$/.test(person)) throw new Failure('damaged', 'a key of names');
      return [person, key] as const;
    });
    const own = (row: unknown) => (row as { log?: unknown } | null)?.log === logOf(name);
    const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]).filter(own) : []);
    return {
      people: new Map(people),
      seenKey: typeof rows.seenKey === 'string' ? rows.seenKey : '',
      reviews: list(rows.reviews),
      copies: list(rows.copies),
      restored: rows.restored ?? null,
    };
  } catch (error) {
    if (error instanceof Failure && error.code === 'not-recipient') return null;
    throw error;
  }
}

/** Null, and told, for what is damaged; everything else is thrown on. */
async function sound<T>(job: ReadJob, folder: string, fault: BackupFault, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'damaged')) throw error;
    console.warn('backup:', folder, error.detail);
    job.found({ fault, folder });
    return null;
  }
}
