import type { Database, LogRow } from '../database/schema.ts';
import type { BackupView } from '../model/backup.ts';
import type { Ground } from '../vault/ground.ts';
import { readState } from '../vault/state.ts';
import { type BackupRow, backupRow, meetingBooks } from './book.ts';
import { goneOf } from './gone.ts';

/** How the backup stands, from what this computer knows; the folder is not looked at. */
export async function lookAtBackup(
  ground: Ground,
  { leave, persists }: Pick<BackupView, 'leave' | 'persists'>,
): Promise<BackupView> {
  const db = await ground.database();
  const [row, state] = await Promise.all([backupRow(db), readState(db)]);
  const { unsaved, pending } = await differences(db, ground, row);
  const others = state.organisation.recipients.length > 0;
  const lock = state.opensWith === 'lock' ? state.lock : null;
  return {
    folder: row?.name ?? null,
    automatic: row?.automatic ?? false,
    doneAt: row?.doneAt ?? null,
    failed: row?.failed ?? null,
    leave,
    unsaved,
    waiting: row?.waiting ?? 0,
    pending,
    elsewhere: lock?.passphrase || others ? 'fine' : lock ? 'passkey' : 'nobody',
    persists,
  };
}

/** Whether a run by itself would find something to do. */
export async function isBackupDue(ground: Ground): Promise<boolean> {
  const db = await ground.database();
  const row = await backupRow(db);
  if (!row?.automatic) return false;
  if (row.revision !== (await readState(db)).revision) return true;
  const { unsaved, pending } = await differences(db, ground, row);
  return unsaved + pending > 0;
}

async function differences(
  db: Database,
  { keys }: Ground,
  row: BackupRow | null,
): Promise<{ readonly unsaved: number; readonly pending: number }> {
  const books = row ? await meetingBooks(db) : [];
  const known = new Map(books.map((book) => [book.log, book]));
  const isNew = (log: LogRow) => {
    const book = known.get(log.log);
    return !log.damaged && (book?.size !== log.size || book.seen === '');
  };
  const gone = await goneOf(db, keys, books);
  return {
    unsaved: (await db.getAll('logs')).filter(isNew).length,
    pending: gone.reduce((sum, { epochs, people }) => sum + epochs.length + people.length, 0),
  };
}
