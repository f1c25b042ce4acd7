import { Failure } from '../model/failure.ts';
import { base64url } from '../model/id.ts';
import { loadAge } from './age.ts';
import { KEY_BYTES } from './key-files.ts';

/**
 * An epoch's key as a small age file: 32 bytes, to every recipient of the vault. Any age program opens it (`age -d -i key.txt FILE`).
 * Beside the recipients' stanzas stands one of ours, which the others pass over, as age asks of them: the epoch, so that a file that was put in
 * another's place is found, and for whom it was wrapped, because the stanzas themselves do not tell. The header's MAC covers it.
 */
const MARK = 'ask-to-record/for';
const HEADER_MAX = 8192;

/** What stands in the clear: whose key it is, and a fingerprint of the list of recipients. */
export interface Mark {
  readonly epoch: string;
  readonly recipients: string;
}

/** Who can open: keys in hand, and whether there would be more if somebody unlocked the vault. */
export interface Identities {
  /** `AGE-SECRET-KEY-1…` or an X25519 private key. */
  readonly keys: readonly (string | CryptoKey)[];
  readonly locked: boolean;
  /** There are keys under a lock that was left behind. */
  readonly older?: boolean;
}

/** recipients: at least one, `age1…`. About 250 bytes for one, 100 more for each other. */
export async function wrapKey(
  recipients: readonly string[],
  epoch: string,
  key: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (key.length !== KEY_BYTES || recipients.length === 0)
    throw new Failure('unexpected', 'nothing to wrap, or for nobody');
  const { Encrypter, Stanza } = await loadAge();
  const mark = await markOf(epoch, recipients);
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  encrypter.addRecipient({ wrapFileKey: () => [new Stanza([MARK, mark.epoch, mark.recipients], new Uint8Array(0))] });
  return (await encrypter.encrypt(key)).slice();
}

/**
 * The 32 bytes. Failure('damaged') when the file is not whole or another epoch's, Failure('vault-locked') when somebody has to unlock first,
 * Failure('not-recipient') when it was wrapped for others, Failure('older-lock') when it may be under a lock that was left behind.
 */
export async function unwrapKey(
  { keys, locked, older }: Identities,
  epoch: string,
  file: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (readMark(file)?.epoch !== epoch) throw new Failure('damaged', `the key of ${epoch}`);
  const nobody = () => new Failure(locked ? 'vault-locked' : older ? 'older-lock' : 'not-recipient', epoch);
  if (keys.length === 0) throw nobody();
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  for (const key of keys) decrypter.addIdentity(key);
  let bytes: Uint8Array;
  try {
    bytes = await decrypter.decrypt(file);
  } catch (error) {
    if (error instanceof Error && /no identity matched/.test(error.message)) throw nobody();
    throw new Failure('damaged', `the key of ${epoch}`, { cause: error });
  }
  if (bytes.length !== KEY_BYTES) throw new Failure('damaged', `the key of ${epoch}`);
  return bytes.slice();
}

export async function markOf(epoch: string, recipients: readonly string[]): Promise<Mark> {
  const text = new TextEncoder().encode([...new Set(recipients)].sort().join('\n'));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return { epoch, recipients: base64url(hash.subarray(0, 16)) };
}

/** Null when it is none of our wrapped keys: one of an earlier version, or damaged. Nothing is proved by it before the file is opened. */
export function readMark(file: Uint8Array): Mark | null {
  const header = new TextDecoder('latin1').decode(file.subarray(0, HEADER_MAX)).split('\n');
  if (header[0] !== 'age-encryption.org/v1') return null;
  const end = header.findIndex((line) => line.startsWith('---'));
  const marks = header.slice(0, end === -1 ? 0 : end).filter((line) => line.startsWith(`-> ${MARK} `));
  const [, , epoch, recipients, ...more] = marks[0]?.split(' ') ?? [];
  return marks.length === 1 && epoch && recipients && more.length === 0 ? { epoch, recipients } : null;
}
