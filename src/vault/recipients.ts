import type { Database } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { deviceKey, readDeviceKey } from './device-key.ts';
import type { ForRecipients } from './epoch-keys.ts';
import type { Ground } from './ground.ts';
import { RECIPIENTS, readState, type VaultState } from './state.ts';
import type { Identities } from './wrap.ts';

/** The host's own share: this computer's key, or what a passphrase or passkey unlocks, and then the computer's key alone opens nothing. */
export async function ownRecipient(db: Database, state: VaultState): Promise<string> {
  return state.opensWith === 'lock' && state.lock ? state.lock.recipient : (await deviceKey(db)).recipient;
}

/** For recording: all of them are public keys, so it goes on while the vault is locked. */
export function forRecipients(ground: Ground): ForRecipients {
  return (work) =>
    ground.locks.shared(RECIPIENTS, async () => {
      const db = await ground.database();
      const state = await readState(db);
      const { recipients, hostPlays } = state.organisation;
      const all = hostPlays ? [await ownRecipient(db, state), ...recipients] : recipients;
      // A recording that nobody can ever open is not what anybody agreed to.
      if (all.length === 0) throw new Failure('no-recipient');
      return work(all);
    });
}

/** unlocked: the vault's identity, where somebody has unlocked it. */
export async function identitiesOf(db: Database, state: VaultState, unlocked: string | null): Promise<Identities> {
  const device = await readDeviceKey(db);
  const keys = [...(device ? [device.key] : []), ...(unlocked ? [unlocked] : [])];
  return { keys, locked: state.lock !== null && unlocked === null, older: state.older !== undefined };
}
