import { type Checkpoint, checkpointText, originOf } from './checkpoint.ts';
import { type Frontier, rootOfFrontier } from './merkle.ts';
import { noteKey } from './note-key.ts';
import { type Sealed, sealKey, sealText } from './seal.ts';
import { noteText, signNote } from './signed-note.ts';

/** The device's signing key: its public half, 32 bytes, and what signs with the private one, which need never be seen. */
export interface Signer {
  readonly key: Uint8Array<ArrayBuffer>;
  readonly sign: (message: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Signed note of a log's checkpoint. Sign none that is not a continuation of those before: it would be the proof of a fork. */
export async function signedCheckpoint({ key, sign }: Signer, log: string, frontier: Frontier): Promise<string> {
  const origin = originOf(log);
  const checkpoint: Checkpoint = { origin, size: frontier.size, root: await rootOfFrontier(frontier) };
  return noteText(await signNote(checkpointText(checkpoint), await noteKey(origin, key), sign));
}

/** Signed note over all of an export; exportedAt: ISO 8601. */
export async function signedSeal({ key, sign }: Signer, exportedAt: string, logs: readonly Sealed[]): Promise<string> {
  return noteText(await signNote(await sealText(exportedAt, logs), await sealKey(key), sign));
}

/** A signer by a WebCrypto pair, whose private half may be one that cannot be exported. */
export async function signerOf(subtle: SubtleCrypto, pair: CryptoKeyPair): Promise<Signer> {
  return {
    key: new Uint8Array(await subtle.exportKey('raw', pair.publicKey)),
    sign: async (message) => new Uint8Array(await subtle.sign('Ed25519', pair.privateKey, message)),
  };
}
