import type { Database } from '../database/schema.ts';
import type { FailureCode } from '../model/failure.ts';
import { base64url } from '../model/id.ts';
import { storageFailure } from '../vault/storage-error.ts';
import type { BackedMedia } from './layout.ts';

/**
 * What this computer knows of its backup: where it is, and what lies there. With it, what has to leave a folder that is not at hand is known
 * all the same.
 */
export interface BackupRow {
  readonly version: 1;
  /** 16 random bytes, base64url: names this computer's backup, in whichever folder. */
  readonly vault: string;
  /** The browser's handle on the folder. */
  readonly folder: unknown;
  /** Its name, as the host knows it. */
  readonly name: string;
  /** After each recorded part and each growth of a log, and not only when somebody asks. */
  readonly automatic: boolean;
  /** Something of ours lies there. */
  readonly begun: boolean;
  /** Of what belongs to no meeting, SHA-256 of what lies there before it was sealed; '' when nothing does. */
  readonly kept: string;
  /** Who can open it, as it was when the last run came to its end: `VaultRow.revision`. */
  readonly revision: number;
  /** ms UTC of the last run that came to its end. */
  readonly doneAt: number | null;
  /** Why the last one did not. */
  readonly failed: FailureCode | null;
  /** Parts that could not be taken along yet. */
  readonly waiting: number;
}

/** What lies there of one meeting. */
export interface MeetingBook {
  readonly log: string;
  readonly folder: string;
  /** Of everything that was looked at: the same again, nothing is to be done. */
  readonly seen: string;
  readonly size: number;
  /** SHA-256 of what lies in the two files, before they were sealed. */
  readonly words: string;
  readonly sealed: string;
  /** Whose names can be restored. */
  readonly people: readonly string[];
  /** key, notes: SHA-256 of the file with the key, and of that with the key of its notes; '' where there is none. */
  readonly media: readonly (BackedMedia & { readonly key: string; readonly notes: string })[];
}

const ROW = 'backup';
const BOOKS = 'backup/';
const all = () => IDBKeyRange.bound(BOOKS, `${BOOKS}\uffff`);

export async function backupRow(db: Database): Promise<BackupRow | null> {
  return stored(async () => ((await db.get('settings', ROW)) as BackupRow | undefined) ?? null);
}

/** null: there is no backup any more, as far as this computer knows. */
export async function keepBackupRow(db: Database, row: BackupRow | null): Promise<void> {
  await stored(async () => {
    const tx = db.transaction('settings', 'readwrite', { durability: 'strict' });
    if (row) await tx.store.put(row, ROW);
    else await tx.store.delete(ROW);
    await tx.done;
  });
}

export async function meetingBooks(db: Database): Promise<MeetingBook[]> {
  return stored(async () => (await db.getAll('settings', all())) as MeetingBook[]);
}

export async function keepMeetingBook(db: Database, book: MeetingBook): Promise<void> {
  await stored(() => db.put('settings', book, BOOKS + book.log));
}

/** Of a folder in which nothing of ours lies. */
export async function forgetMeetingBooks(db: Database): Promise<void> {
  await stored(() => db.delete('settings', all()));
}

/** Of a meeting of which nothing is known to lie there. */
export function newMeetingBook(log: string, folder: string): MeetingBook {
  return { log, folder, seen: '', size: 0, words: '', sealed: '', people: [], media: [] };
}

/** A backup that begins: nothing of ours lies in the folder yet. random: cryptographically random bytes. */
export function newBackupRow(random: (n: number) => Uint8Array<ArrayBuffer>, folder: unknown, name: string): BackupRow {
  return {
    version: 1,
    vault: base64url(random(16)),
    folder,
    name,
    automatic: true,
    begun: false,
    kept: '',
    revision: -1,
    doneAt: null,
    failed: null,
    waiting: 0,
  };
}

async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFailure(error, 'what is known of the backup');
  }
}
