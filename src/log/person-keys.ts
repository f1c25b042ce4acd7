import { Failure } from '../model/failure.ts';
import { KEY_BYTES, type KeyFiles } from '../vault/key-files.ts';
import { importPersonKey } from './sealing.ts';
import { stored } from './transaction.ts';

/**
 * The keys that seal each person's disclosures: one file a person and log. Without the key the disclosures are gone.
 *
 *   none ──take──▶ [key] ──change──▶ [next, key] ──settle──▶ [next]      any ──destroy──▶ none
 */
export interface PersonKeys {
  /**
   * The key, or both while one takes the place of the other, the newer first; none when it was destroyed or never made. Imported once a
   * person; anew: whatever was imported before, another context may have changed it since.
   */
  find(log: string, subject: string, anew?: 'anew'): Promise<readonly CryptoKey[]>;
  /**
   * The key, made when there is none. Only under the log's lock: two makers would each write the file, and what one of them sealed
   * would be lost.
   */
  take(log: string, subject: string): Promise<CryptoKey>;
  /** Puts a new key before the one that is there, or goes on with a change that was cut in two; gives the new one, null where there is none. */
  change(log: string, subject: string): Promise<CryptoKey | null>;
  /** Only the newest is left: what the other sealed is gone. */
  settle(log: string, subject: string): Promise<void>;
  destroy(log: string, subject: string): Promise<void>;
}

/** `clear` removes what still lies in the database under a key that is gone; a new key comes only after it. */
export function personKeys(
  files: KeyFiles,
  random: (n: number) => Uint8Array<ArrayBuffer>,
  clear: (log: string, subject: string) => Promise<unknown>,
): PersonKeys {
  const known = new Map<string, readonly CryptoKey[]>();
  const at = (log: string, subject: string) => `${log}/${subject}`;
  /** One key's bytes, or two after each other. A file of another length was never whole: there is no key then. */
  async function read(log: string, subject: string): Promise<readonly Uint8Array<ArrayBuffer>[]> {
    const bytes = await stored(() => files.get(log, subject));
    if (bytes?.length === KEY_BYTES) return [bytes];
    return bytes?.length === 2 * KEY_BYTES ? [bytes.slice(0, KEY_BYTES), bytes.slice(KEY_BYTES)] : [];
  }
  async function remember(
    log: string,
    subject: string,
    bytes: readonly Uint8Array<ArrayBuffer>[],
  ): Promise<readonly CryptoKey[]> {
    const keys = await Promise.all(bytes.map(importPersonKey));
    known.set(at(log, subject), keys);
    return keys;
  }
  async function newest(
    log: string,
    subject: string,
    bytes: readonly Uint8Array<ArrayBuffer>[],
  ): Promise<CryptoKey | null> {
    return (await remember(log, subject, bytes))[0] ?? null;
  }
  function fresh(): Uint8Array<ArrayBuffer> {
    const made = random(KEY_BYTES);
    if (made.length !== KEY_BYTES) throw new Failure('unexpected', 'random bytes are missing');
    return made;
  }
  return {
    async find(log, subject, anew) {
      const before = anew ? undefined : known.get(at(log, subject));
      if (before && before.length > 0) return before;
      return remember(log, subject, await read(log, subject));
    },
    async take(log, subject) {
      // Asks the file every time: another context may have erased the person since.
      const bytes = await read(log, subject);
      const there = await newest(log, subject, bytes);
      if (there) return there;
      // A crash after this has finished an erasure that a crash had cut in two.
      await clear(log, subject);
      const made = fresh();
      // A crash here leaves a key that seals nothing; the next append for this person takes it.
      await stored(() => files.put(log, subject, made));
      return (await newest(log, subject, [made])) as CryptoKey;
    },
    async change(log, subject) {
      const bytes = await read(log, subject);
      const [one, other] = bytes;
      if (!one || other) return newest(log, subject, bytes);
      const next = fresh();
      // A crash after this leaves both: either opens what it sealed, and the next change goes on with the newer.
      await stored(() => files.replace(log, subject, joined(next, one)));
      return newest(log, subject, [next, one]);
    },
    async settle(log, subject) {
      const [one] = await read(log, subject);
      if (!one) return;
      await stored(() => files.replace(log, subject, one));
      await remember(log, subject, [one]);
    },
    async destroy(log, subject) {
      known.delete(at(log, subject));
      await stored(() => files.destroy(log, subject));
    },
  };
}

function joined(...keys: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(keys.flatMap((key) => [...key]));
}
