import { originOf, readCheckpointText } from '../log/checkpoint.ts';
import { type Hash, rootAt, treeOf } from '../log/merkle.ts';
import { includes, sameHash } from '../log/merkle-proof.ts';
import { noteKey } from '../log/note-key.ts';
import { checkNote, readNote } from '../log/signed-note.ts';
import { readTlogProof } from '../log/tlog-proof.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import { check, type Line } from './verify.ts';

/** A log that was given, as far as a witness is compared with it. hashes: of its leaves; key: null when it is not signed. */
export interface Given {
  readonly log: string;
  readonly hashes: readonly Hash[];
  readonly key: Uint8Array<ArrayBuffer> | null;
}

/**
 * What somebody else kept of a log, a signed checkpoint or a tlog-proof, against the log as it is now: does it still begin with what was signed
 * then? null when the text is neither, or nothing of its log was given, or the log has no key to check the signature by.
 */
export async function witnessLine(text: string, given: readonly Given[], verify: VerifyEd25519): Promise<Line | null> {
  const proof = readTlogProof(text);
  const note = readNote(proof?.checkpoint ?? text);
  const checkpoint = note && readCheckpointText(note.text);
  const log = given.find((one) => originOf(one.log) === checkpoint?.origin);
  if (!note || !checkpoint || !log?.key) return null;
  const { size, root, origin } = checkpoint;
  const { hashes } = log;
  const signed = (await checkNote(note, [await noteKey(origin, log.key)], verify)) === 'good';
  const contains = size <= hashes.length && sameHash(await rootAt(await treeOf(hashes.slice(0, size))), root);
  const leaf = proof && hashes[proof.index];
  const proved = !proof || (leaf && (await includes({ index: proof.index, size, leaf, root, proof: proof.path })));
  return check('witness', signed && contains && proved ? 'holds' : 'fails', log.log, proof?.index ?? null);
}
