import { Failure } from '../model/failure.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import { loadAge } from '../vault/age.ts';
import type { Identities } from '../vault/wrap.ts';

/**
 * What lies bare on the computer does not lie bare in its backup: rows of the database and the keys of names, as JSON in an age file for the
 * vault's recipients. Bytes are spelt {"~bytes": base64url}.
 */
const BYTES = '~bytes';

export function rowsText(rows: unknown): string {
  return JSON.stringify(rows, (_key, value: unknown) => {
    if (value instanceof ArrayBuffer) return { [BYTES]: base64url(new Uint8Array(value)), buffer: true };
    return value instanceof Uint8Array ? { [BYTES]: base64url(value) } : value;
  });
}

/** Failure('damaged') when it is no JSON. */
export function readRows(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || !(BYTES in value)) return value;
      const { [BYTES]: spelt, buffer } = value as { [BYTES]: unknown; buffer?: unknown };
      const bytes = typeof spelt === 'string' ? fromBase64url(spelt) : null;
      if (!bytes) throw new SyntaxError('no bytes');
      return buffer === true ? bytes.buffer : bytes;
    });
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure('damaged', 'sealed rows', { cause: error });
    throw error;
  }
}

export async function sealRows(recipients: readonly string[], text: string): Promise<Uint8Array<ArrayBuffer>> {
  const { Encrypter } = await loadAge();
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return (await encrypter.encrypt(text)).slice();
}

/** Failure('not-recipient') when none of the keys opens it, Failure('damaged') when it is not whole. */
export async function openRows({ keys }: Pick<Identities, 'keys'>, file: Blob): Promise<string> {
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  for (const key of keys) decrypter.addIdentity(key);
  try {
    return await decrypter.decrypt(new Uint8Array(await file.arrayBuffer()), 'text');
  } catch (error) {
    const other = error instanceof Error && /no identity matched/.test(error.message);
    throw new Failure(other ? 'not-recipient' : 'damaged', 'sealed rows', { cause: error });
  }
}
