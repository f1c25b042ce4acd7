import type { VerifyEd25519 } from '../model/ed25519.ts';
import { base64 } from './base64.ts';
import { canonical, utf8 } from './canonical.ts';
import { noteKey } from './note-key.ts';
import type { Receipt } from './receipt.ts';
import { checkNote, noteText, readNote, signNote } from './signed-note.ts';
import type { Signer } from './signer.ts';

/**
 * The seal of a receipt: a signed note of three lines, RECEIPT_SEAL, the time at which it was made, and base64 SHA-256 of the canonical JSON of
 * all its other members. So nothing can be added to a receipt, left out of it or changed in it, but by the device that made it.
 */
export const RECEIPT_SEAL = 'ask-to-record/receipt';

export type Unsealed = Omit<Receipt, 'seal'>;

export async function sealedReceipt(receipt: Unsealed, { key, sign }: Signer): Promise<Receipt> {
  const note = await signNote(await sealText(receipt), await noteKey(RECEIPT_SEAL, key), sign);
  return { ...receipt, seal: noteText(note) };
}

/** Whether the seal is that of exactly this, by the receipt's key. */
export async function isSealed(
  { seal, ...rest }: Receipt,
  key: Uint8Array<ArrayBuffer>,
  verify: VerifyEd25519,
): Promise<boolean> {
  const read = readNote(seal);
  if (!read || read.text !== (await sealText(rest))) return false;
  return (await checkNote(read, [await noteKey(RECEIPT_SEAL, key)], verify)) === 'good';
}

async function sealText(receipt: Unsealed): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(canonical(receipt))));
  return `${RECEIPT_SEAL}\n${receipt.madeAt}\n${base64(hash)}\n`;
}
