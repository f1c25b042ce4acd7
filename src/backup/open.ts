import type { VaultLock } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { loadAge } from '../vault/age.ts';
import type { Passkeys } from '../vault/passkey.ts';
import type { Sealer } from '../vault/passphrase.ts';
import type { Root } from './layout.ts';

/** What somebody opens a backup with. lock: the one that it belongs to; null for an organisation's own key. */
export interface Opening {
  readonly identity: string;
  readonly lock: VaultLock | null;
}

/** The lock of now, or one that was left behind. Failure('wrong-passphrase'), Failure('damaged') when the identity is another than it says. */
export async function openByPassphrase(
  { lock, older }: Pick<Root, 'lock' | 'older'>,
  sealer: Sealer,
  passphrase: string,
): Promise<Opening> {
  let wrong = new Failure('wrong-passphrase', 'there is none');
  for (const one of [...(lock ? [lock] : []), ...older]) {
    if (!one.passphrase) continue;
    try {
      return await belonging(await sealer.open(one.passphrase, passphrase), one);
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'wrong-passphrase')) throw error;
      wrong = error;
    }
  }
  throw wrong;
}

export async function openByPasskey(
  { lock }: Pick<Root, 'lock'>,
  passkeys: Passkeys,
  credential: string,
): Promise<Opening> {
  const passkey = lock?.passkeys.find((one) => one.credential === credential);
  if (!lock || !passkey) throw new Failure('passkey-refused', 'not of this backup');
  return belonging(await passkeys.open(passkey), lock);
}

/** `AGE-SECRET-KEY-1…`. Failure('not-recipient') when nothing here was wrapped for it. */
export async function openByIdentity({ recipients }: Pick<Root, 'recipients'>, spelt: string): Promise<Opening> {
  const { identityToRecipient } = await loadAge();
  const identity = spelt.trim();
  const recipient = await identityToRecipient(identity).catch(() => null);
  if (recipient === null || !recipients.includes(recipient)) throw new Failure('not-recipient', 'another key');
  return { identity, lock: null };
}

async function belonging(identity: string, lock: VaultLock): Promise<Opening> {
  const { identityToRecipient } = await loadAge();
  const recipient = await identityToRecipient(identity).catch(() => null);
  if (recipient !== lock.recipient) throw new Failure('backup-damaged', 'the lock belongs to somebody else');
  return { identity, lock };
}
