import browser from 'webextension-polyfill';
import { backupRow } from '../../src/backup/book.ts';
import { isBackupDue } from '../../src/backup/look.ts';
import { mayWrite } from '../../src/backup/place.ts';
import type { BackupToWorker } from '../../src/messages/backup-to-worker.ts';
import type { Outcome } from '../../src/model/failure.ts';
import { browserLocks } from '../../src/vault/locks.ts';
import { backUpInRecorder } from './recorder.ts';
import { storage } from './storage.ts';

export const BACKUP_ALARM = 'backup';
/** How often it is looked whether a log has grown. What was recorded is looked for as soon as it is sealed. */
export const BACKUP_MINUTES = 5;
/** After a seal: its last chunks move to where they stay, and its entry is written, ms. */
const SETTLED_MS = 3000;

/**
 * Has the backup brought up to date where that is possible without anybody: it is wanted by itself, something is new or has to go, and the
 * browser still lets us write. Otherwise the pages say what it waits for. The work is the offscreen document's, since a worker can load
 * no code when it needs it, and is ended after half a minute.
 */
export async function backUpIfDue(): Promise<void> {
  const { db, keys } = await storage();
  const row = await backupRow(db);
  if (!row?.automatic || !(await mayWrite(row.folder as FileSystemDirectoryHandle))) return;
  if (await isBackupDue({ database: async () => db, keys, locks: browserLocks })) await backUpInRecorder();
}

/** A part was recorded to its end. */
export function backUpSoon(): void {
  setTimeout(() => backUpIfDue().catch((error: unknown) => console.error('backup', error)), SETTLED_MS);
}

/** retain: keeps the promises made to people in recordings that have just come onto this computer. */
export async function answerBackup({ ask }: BackupToWorker, retain: () => void): Promise<Outcome<null>> {
  if (ask === 'restored') retain();
  else await backUpIfDue();
  return { ok: true, value: null };
}

export function followBackup(): void {
  browser.alarms
    .create(BACKUP_ALARM, { periodInMinutes: BACKUP_MINUTES })
    .catch((error: unknown) => console.error('backup alarm', error));
}
