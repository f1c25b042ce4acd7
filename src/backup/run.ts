import type { VaultLock } from '../database/schema.ts';
import { namedIn } from '../log/readable.ts';
import type { BackedUp } from '../model/backup.ts';
import { Failure, type FailureCode } from '../model/failure.ts';
import { backupRow, forgetMeetingBooks, keepBackupRow, meetingBooks } from './book.ts';
import { goneOf } from './gone.ts';
import { KEPT, READ_ME, ROOT, type Root, readRoot, rootText } from './layout.ts';
import { leave } from './leave.ts';
import { readMe } from './read-me.ts';
import { rowsText, sealRows } from './sealed-rows.ts';
import { hashOfText } from './write-media.ts';
import { type WriteTools, writeMeeting } from './write-meeting.ts';

export interface BackupTools extends WriteTools {
  readonly lock: VaultLock | null;
  readonly older: readonly VaultLock[];
  /** The device's public signing key. */
  readonly key: Uint8Array<ArrayBuffer> | null;
  now(): number;
}

export interface BackupJob {
  readonly signal: AbortSignal;
  /** 0..1, of the meetings that were looked at. bytes: of media, written so far. */
  readonly progress: (share: number, bytes: number) => void;
}

/**
 * Brings the folder up to what is on this computer: first what has to leave it, then what is new. Broken off anywhere, by whatever, the
 * folder restores to what was whole in it, and the next run goes on. Failure('backup-other') when it is somebody else's,
 * Failure('backup-unprotected') when nothing would open it elsewhere, else as in folder.ts.
 */
export async function backUp(tools: BackupTools, job: BackupJob): Promise<BackedUp> {
  const { db } = tools;
  const row = await backupRow(db);
  if (!row) throw new Failure('unexpected', 'there is no backup');
  let failed: FailureCode = 'unexpected';
  try {
    const done = await run(tools, row.vault, row.begun, job);
    // What was changed meanwhile by another window stays changed.
    const now = (await backupRow(db)) ?? row;
    const { waiting } = done;
    await keepBackupRow(db, {
      ...now,
      begun: true,
      revision: tools.revision,
      doneAt: tools.now(),
      failed: null,
      waiting,
    });
    return done;
  } catch (error) {
    if (error instanceof Failure) failed = error.code;
    const now = await backupRow(db);
    if (now && failed !== 'cancelled') await keepBackupRow(db, { ...now, failed });
    throw error;
  }
}

async function run(tools: BackupTools, vault: string, begun: boolean, job: BackupJob): Promise<BackedUp> {
  const { db, folder, keys, who } = tools;
  const there = await rootOf(tools);
  if (there && there.vault !== vault) throw new Failure('backup-other');
  if (!there && begun) throw new Failure('backup-away', 'an empty folder is in its place');
  if (!there) await forgetMeetingBooks(db);
  const left = await leave(db, folder, await goneOf(db, keys, await meetingBooks(db)), job.signal);
  if (who.recipients.length === 0) throw new Failure('backup-unprotected');
  await writeRoot(tools, vault, there);
  if (!begun) await begin(tools);
  await writeKept(tools);
  const rows = (await db.getAll('logs')).sort((a, b) => a.openedAt - b.openedAt);
  const books = new Map((await meetingBooks(db)).map((book) => [book.log, book]));
  const named = await namedIn(db);
  let [waiting, unread, bytes, done] = [0, 0, 0, 0];
  const tell = () => job.progress(done / Math.max(1, rows.length), bytes);
  const wrote = (more: number) => {
    bytes += more;
    tell();
  };
  for (const one of rows) {
    if (job.signal.aborted) throw new Failure('cancelled');
    try {
      if (one.damaged) unread++;
      else waiting += await writeMeeting(tools, one, books.get(one.log) ?? null, named, { signal: job.signal, wrote });
    } catch (error) {
      // A log that is damaged keeps no other from being saved, and what lies there of it is the better one.
      if (!(error instanceof Failure && error.code === 'damaged')) throw error;
      unread++;
    }
    done++;
    tell();
  }
  return { left, waiting, unread };
}

/** From now on a folder without our file in its place is another one. */
async function begin({ db }: BackupTools): Promise<void> {
  const row = await backupRow(db);
  if (row) await keepBackupRow(db, { ...row, begun: true });
}

async function rootOf({ folder }: Pick<BackupTools, 'folder'>): Promise<Root | null> {
  const file = await folder.read(ROOT);
  if (!file) return null;
  const root = readRoot(await file.text());
  if (!root) throw new Failure('backup-damaged', 'not what it was');
  return root;
}

async function writeRoot(tools: BackupTools, vault: string, there: Root | null): Promise<void> {
  const { folder, who, lock, older, key } = tools;
  const text = rootText({ vault, recipients: [...who.recipients], lock, older, key });
  if (there && rootText(there) === text) return;
  if (!there) await folder.write(READ_ME, [readMe]);
  await folder.write(ROOT, [text]);
}

/** What belongs to no meeting: legal holds, what participants asked for, and what the host agreed to elsewhere. */
async function writeKept({ db, folder, who, revision }: BackupTools): Promise<void> {
  const [holds, requests, consents] = await Promise.all([
    db.getAll('holds'),
    db.getAll('requests'),
    db.getAll('consents'),
  ]);
  const text = rowsText({ holds, requests, consents });
  const kept = await hashOfText(`${revision}\n${text}`);
  const row = await backupRow(db);
  if (!row || row.kept === kept) return;
  await folder.write(KEPT, [await sealRows(who.recipients, text)]);
  await keepBackupRow(db, { ...row, kept });
}
