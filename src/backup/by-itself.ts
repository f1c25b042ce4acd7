import type { BackedUp } from '../model/backup.ts';
import { Failure } from '../model/failure.ts';
import type { Ground } from '../vault/ground.ts';
import { backupRow, keepBackupRow } from './book.ts';
import { chosenFolder } from './folder.ts';
import { mayWrite } from './place.ts';
import { type BackupJob, backUp } from './run.ts';
import { backupTools } from './tools.ts';

/** One run at a time, in whichever window: the next one finds done what this one did. */
const LOCK = 'vault-backup';

/**
 * A run on the folder that was chosen. Failure('backup-permission') while the browser wants to be asked again, which only a page can;
 * the next one that may goes on. key: the device's public signing key.
 */
export async function backUpChosen(
  ground: Ground,
  key: Uint8Array<ArrayBuffer> | null,
  job: BackupJob,
): Promise<BackedUp> {
  return ground.locks.alone(LOCK, async () => {
    const db = await ground.database();
    const row = await backupRow(db);
    if (!row) throw new Failure('unexpected', 'there is no backup');
    const folder = row.folder as FileSystemDirectoryHandle;
    if (!(await mayWrite(folder))) {
      await keepBackupRow(db, { ...row, failed: 'backup-permission' });
      throw new Failure('backup-permission');
    }
    return backUp(await backupTools(ground, chosenFolder(folder), key, Date.now), job);
  });
}

/** Whoever changes which folder it is waits for a run to end. */
export function betweenRuns<T>(ground: Ground, work: () => Promise<T>): Promise<T> {
  return ground.locks.alone(LOCK, work);
}
