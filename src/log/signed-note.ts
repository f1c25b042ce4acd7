import type { VerifyEd25519 } from '../model/ed25519.ts';
import { base64, fromBase64 } from './base64.ts';
import { utf8 } from './canonical.ts';
import { isKeyName, isNamed, KEY_ID_BYTES, type NoteKey } from './note-key.ts';

/**
 * C2SP signed-note (https://c2sp.org/signed-note): a text that ends with a newline, an empty line, and lines of signatures,
 * `— <key name> <base64 of key id and signature>`. Signatures by keys that we do not know are kept, and count for nothing.
 */
export interface SignedNote {
  /** With its last newline: what is signed is the UTF-8 of exactly this. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  readonly id: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** The spec wants at least 16 signatures taken; post-quantum ones have 5 kB. */
const SIGNATURES_MAX = 16;
const NOTE_MAX = 100_000;
const DASH = '\u2014';

/** Signs with the private half of `key`. sign: Ed25519 over these bytes. RangeError for a text that no note can hold. */
export async function signNote(
  text: string,
  key: NoteKey,
  sign: (message: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<SignedNote> {
  if (!isNoteText(text)) throw new RangeError('not a text for a note');
  return { text, signatures: [{ name: key.name, id: key.id, signature: await sign(utf8(text)) }] };
}

export function noteText({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, id, signature }) => `${DASH} ${name} ${base64(Uint8Array.from([...id, ...signature]))}\n`,
  );
  return `${text}\n${lines.join('')}`;
}

/** null for anything that noteText would not write. */
export function readNote(note: string): SignedNote | null {
  if (note.length > NOTE_MAX) return null;
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split('\n');
  if (end < 0 || lines.pop() !== '' || lines.length === 0 || lines.length > SIGNATURES_MAX) return null;
  const signatures = lines.map(readSignature).filter((one) => one !== null);
  return isNoteText(text) && signatures.length === lines.length ? { text, signatures } : null;
}

/** good: signed by each of the known keys that it names, and by one at least. unknown: by none of them. */
export async function checkNote(
  { text, signatures }: SignedNote,
  keys: readonly NoteKey[],
  verify: VerifyEd25519,
): Promise<'good' | 'bad' | 'unknown'> {
  let good = false;
  for (const one of signatures) {
    const key = keys.find((known) => isNamed(known, one));
    if (!key) continue;
    if (!(await verify(key.bytes, one.signature, utf8(text)))) return 'bad';
    good = true;
  }
  return good ? 'good' : 'unknown';
}

function readSignature(line: string): NoteSignature | null {
  const [dash, name = '', encoded = '', ...rest] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== DASH || !isKeyName(name) || rest.length > 0 || !bytes || bytes.length <= KEY_ID_BYTES) return null;
  return { name, id: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}

/** Well-formed, ends with a newline, and no other control character. */
function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the format forbids
  return text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}
