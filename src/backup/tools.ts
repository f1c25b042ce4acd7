import type { Ground } from '../vault/ground.ts';
import { ownRecipient } from '../vault/recipients.ts';
import { readState } from '../vault/state.ts';
import type { Folder } from './folder.ts';
import type { BackupTools } from './run.ts';

/** For a run, with whoever can open the vault at this moment. key: the device's public signing key. */
export async function backupTools(
  ground: Ground,
  folder: Folder,
  key: Uint8Array<ArrayBuffer> | null,
  now: () => number,
): Promise<BackupTools> {
  const db = await ground.database();
  const state = await readState(db);
  const others = state.organisation.recipients;
  const lock = state.opensWith === 'lock' ? state.lock : null;
  const recipients = lock ? [lock.recipient, ...others] : others;
  return {
    db,
    keys: ground.keys,
    folder,
    who: { recipients, wrappedFor: [[await ownRecipient(db, state), ...others], others], unsettled: state.unsettled },
    revision: state.revision,
    lock,
    older: state.older ?? [],
    key,
    now,
  };
}
