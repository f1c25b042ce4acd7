import { backupRow } from '../../src/backup/book.ts';
import { lookAtBackup } from '../../src/backup/look.ts';
import { mayWrite } from '../../src/backup/place.ts';
import type { Ground } from '../../src/vault/ground.ts';
import { backup } from './state.ts';

/** How often it is looked how the backup stands, ms. */
const LOOK_MS = 10_000;

/** Says above the list whether the recordings would survive this computer; until the signal. */
export function followBackup(ground: Ground, signal: AbortSignal): void {
  const look = async () => {
    const row = await backupRow(await ground.database());
    const leave = row && !(await mayWrite(row.folder as FileSystemDirectoryHandle)) ? 'ask' : 'given';
    backup.value = await lookAtBackup(ground, { leave, persists: await navigator.storage.persisted() });
  };
  const tell = () => look().catch((error: unknown) => console.error('backup', error));
  const timer = setInterval(() => !document.hidden && tell(), LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  void tell();
}
