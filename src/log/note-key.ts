import { ED25519_KEY_BYTES } from '../model/ed25519.ts';
import { base64, fromBase64 } from './base64.ts';
import { utf8 } from './canonical.ts';
import { sameHash } from './merkle-proof.ts';

/**
 * The public half of a key that signs notes, as C2SP signed-note spells it ("vkey"): `<name>+<id in hex>+<base64 of 0x01 and the key>`.
 * Only Ed25519 (type 0x01, 32 bytes) is known; another type is refused.
 */
export interface NoteKey {
  /** No Unicode space and no plus; ours is the origin of the log. */
  readonly name: string;
  /** First 4 bytes of SHA-256(name || 0x0A || 0x01 || key): tells keys apart, proves nothing. */
  readonly id: Uint8Array<ArrayBuffer>;
  /** 32 bytes, RFC 8032. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const KEY_ID_BYTES = 4;
const ED25519 = 1;
const NAME_MAX = 200;

/** RangeError for a name or a key that the format cannot hold. */
export async function noteKey(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<NoteKey> {
  if (!isKeyName(name)) throw new RangeError('not a name for a key');
  if (bytes.length !== ED25519_KEY_BYTES) throw new RangeError(`an Ed25519 key is ${ED25519_KEY_BYTES} bytes`);
  const named = Uint8Array.from([...utf8(name), 0x0a, ED25519, ...bytes]);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', named));
  return { name, id: hash.slice(0, KEY_ID_BYTES), bytes };
}

export function noteKeyText({ name, id, bytes }: NoteKey): string {
  return `${name}+${hex(id)}+${base64(Uint8Array.from([ED25519, ...bytes]))}`;
}

/** null for anything that noteKeyText would not write, and so for an id that is not that of this name and key. */
export async function readNoteKey(text: string): Promise<NoteKey | null> {
  const parts = /^([^+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{1,100})$/.exec(text);
  const [, name = '', id = '', encoded = ''] = parts ?? [];
  const typed = fromBase64(encoded);
  if (!isKeyName(name) || typed?.[0] !== ED25519 || typed.length !== 1 + ED25519_KEY_BYTES) return null;
  const key = await noteKey(name, typed.slice(1));
  return hex(key.id) === id ? key : null;
}

export function isKeyName(name: string): boolean {
  return name !== '' && name.length <= NAME_MAX && name.isWellFormed() && !/[\s+\p{Cc}\p{Z}]/u.test(name);
}

/** Whether a signature says that this key made it. */
export function isNamed(key: NoteKey, by: { readonly name: string; readonly id: Uint8Array }): boolean {
  return key.name === by.name && sameHash(key.id, by.id);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
