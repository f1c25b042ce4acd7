import { EPOCH_KEYS, KEY_BYTES } from '../../src/vault/key-files.ts';
import { readState } from '../../src/vault/state.ts';
import { ensureRecorder } from './recorder.ts';
import { storage } from './storage.ts';

/**
 * At the start of the browser and after an update: keys that an earlier version left bare get their wrapping now, and not when somebody presses
 * a button some day. The offscreen document does it when it is made. What waits for somebody to unlock is done when they do.
 */
export async function takeOverKeys(): Promise<void> {
  const { db, keys } = await storage();
  const { unsettled, opensWith } = await readState(db);
  if (!unsettled) return;
  for (const epoch of await keys.names(EPOCH_KEYS)) {
    const file = await keys.get(EPOCH_KEYS, epoch);
    if (opensWith === 'device' || file?.length === KEY_BYTES) return ensureRecorder();
  }
}
