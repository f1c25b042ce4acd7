import type { Decision } from '../model/decision.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import { base64url } from '../model/id.ts';
import { base64 } from './base64.ts';
import { canonical, utf8 } from './canonical.ts';
import { type NoteKey, noteKey } from './note-key.ts';
import { checkNote, readNote } from './signed-note.ts';

/**
 * The seal of an export: a signed note of three lines, SEAL_NAME, the time of the export, and base64 SHA-256 of the canonical JSON of what
 * is in it. So nothing can be left out of an export, or its time changed, unseen. What is in it, log by log:
 */
export interface Sealed {
  readonly log: string;
  readonly platform: string;
  readonly size: number;
  readonly head: string;
  /** Commitment of each disclosure, in order; one that was erased or left out is not here. */
  readonly disclosed: readonly string[];
  /** `hashOfDecisions`; left out where there are none. */
  readonly decisions?: string;
}

/** base64url SHA-256 of their canonical JSON, in order. */
export async function hashOfDecisions(decisions: readonly Decision[]): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(canonical([...decisions])))));
}

/** First line, and name of the key that signs. */
export const SEAL_NAME = 'ask-to-record/export';

export function sealKey(bytes: Uint8Array<ArrayBuffer>): Promise<NoteKey> {
  return noteKey(SEAL_NAME, bytes);
}

/** exportedAt: ISO 8601. */
export async function sealText(exportedAt: string, logs: readonly Sealed[]): Promise<string> {
  const content = canonical(
    logs.map(({ log, platform, size, head, disclosed, decisions }) => {
      return { log, platform, size, head, disclosed: [...disclosed], ...(decisions !== undefined && { decisions }) };
    }),
  );
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(content)));
  return `${SEAL_NAME}\n${exportedAt}\n${base64(hash)}\n`;
}

/** Whether the note is the seal of exactly this, by this key. */
export async function isSealOf(
  note: string,
  { exportedAt, logs }: { readonly exportedAt: string; readonly logs: readonly Sealed[] },
  key: Uint8Array<ArrayBuffer>,
  verify: VerifyEd25519,
): Promise<boolean> {
  const read = readNote(note);
  if (!read || read.text !== (await sealText(exportedAt, logs))) return false;
  return (await checkNote(read, [await sealKey(key)], verify)) === 'good';
}
