import { Failure } from '../model/failure.ts';
import { KEY_BYTES, type KeyFiles } from '../vault/key-files.ts';
import { importPersonKey } from './sealing.ts';
import { stored } from './transaction.ts';

/** The keys that seal each person's disclosures: one file a person and log. Without the key the disclosures are gone. */
export interface PersonKeys {
  /** The key, or null when it was destroyed or never made. Imported once a person. */
  find(log: string, subject: string): Promise<CryptoKey | null>;
  /**
   * The key, made when there is none. Only under the log's lock: two makers would each write the file, and what one of them sealed
   * would be lost.
   */
  take(log: string, subject: string): Promise<CryptoKey>;
  destroy(log: string, subject: string): Promise<void>;
}

/** `clear` removes what still lies in the database under a key that is gone; a new key comes only after it. */
export function personKeys(
  files: KeyFiles,
  random: (n: number) => Uint8Array<ArrayBuffer>,
  clear: (log: string, subject: string) => Promise<unknown>,
): PersonKeys {
  const known = new Map<string, CryptoKey>();
  const at = (log: string, subject: string) => `${log}/${subject}`;
  /** A file of another length was never whole: there is no key then. */
  async function read(log: string, subject: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const bytes = await stored(() => files.get(log, subject));
    return bytes?.length === KEY_BYTES ? bytes : null;
  }
  async function remember(log: string, subject: string, bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
    const key = await importPersonKey(bytes);
    known.set(at(log, subject), key);
    return key;
  }
  return {
    async find(log, subject) {
      const before = known.get(at(log, subject));
      if (before) return before;
      const bytes = await read(log, subject);
      return bytes && remember(log, subject, bytes);
    },
    async take(log, subject) {
      // Asks the file every time: another context may have erased the person since.
      const bytes = await read(log, subject);
      if (bytes) return remember(log, subject, bytes);
      // A crash after this has finished an erasure that a crash had cut in two.
      await clear(log, subject);
      const made = random(KEY_BYTES);
      if (made.length !== KEY_BYTES) throw new Failure('unexpected', 'random bytes are missing');
      // A crash here leaves a key that seals nothing; the next append for this person takes it.
      await stored(() => files.put(log, subject, made));
      return remember(log, subject, made);
    },
    async destroy(log, subject) {
      known.delete(at(log, subject));
      await stored(() => files.destroy(log, subject));
    },
  };
}
