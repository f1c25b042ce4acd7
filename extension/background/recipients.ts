import { browserLocks } from '../../src/vault/locks.ts';
import { setOrganisation } from '../../src/vault/state.ts';
import { settings } from './settings.ts';
import { storage } from './storage.ts';

/**
 * What the settings say of who else can open, written where the recorder finds it: an offscreen document can read no settings. Nothing
 * is written when it stands there already.
 */
export async function keepRecipients(): Promise<void> {
  const { db, keys } = await storage();
  const { recipients, hostPlays } = (await settings()).settings.vault;
  await setOrganisation({ database: async () => db, keys, locks: browserLocks }, { recipients, hostPlays });
}
