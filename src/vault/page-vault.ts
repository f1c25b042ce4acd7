import { type Database, openDatabase } from '../database/schema.ts';
import { opfsKeyFiles } from './key-files.ts';
import { browserLocks } from './locks.ts';
import { passkeysHere } from './passkey.ts';
import { sealerInThread } from './passphrase-thread.ts';
import type { Hand } from './protect.ts';

/** The vault as a page reaches it: its own connection to the database, opened when it is first needed and again when it was taken away. */
export function pageVault(): Hand {
  let opened: Promise<Database> | null = null;
  const forget = () => {
    opened = null;
  };
  return {
    ground: {
      database() {
        opened ??= openDatabase(forget);
        opened.catch(forget);
        return opened;
      },
      keys: opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks),
      locks: browserLocks,
    },
    sealer: sealerInThread,
    passkeys: passkeysHere,
    now: Date.now,
  };
}
