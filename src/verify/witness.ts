import { originOf, readCheckpointText } from '../log/checkpoint.ts';
import { type Hash, rootAt, treeOf } from '../log/merkle.ts';
import { includes, sameHash } from '../log/merkle-proof.ts';
import { noteKey } from '../log/note-key.ts';
import { checkNote, readNote } from '../log/signed-note.ts';
import { readTlogProof } from '../log/tlog-proof.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import { fromBase64url } from '../model/id.ts';
import { parseTag } from '../model/tag-format.ts';
import { check, type Line } from './line.ts';

/** A log that was given, as far as a witness is compared with it. hashes: of its leaves; key: null when it is not signed. */
export interface Given {
  readonly log: string;
  readonly hashes: readonly Hash[];
  readonly key: Uint8Array<ArrayBuffer> | null;
}

/**
 * What somebody else kept of a log against the log as it is now: does it still begin with what was signed then, or said in the meeting's chat? The
 * text is a signed checkpoint, a tlog-proof, or holds the chat's line that recording is on, copied as it stood. null when it is none of them, or
 * nothing of its log was given, or the log has no key to check the signature by.
 */
export async function witnessLine(text: string, given: readonly Given[], verify: VerifyEd25519): Promise<Line | null> {
  const said = rootsInChat(text);
  if (said.length > 0) return chatLine(said, given);
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

/** Whether a text is one that somebody may have kept of a log, whichever. */
export function keptRoots(text: string): boolean {
  const proof = readTlogProof(text);
  const note = readNote(proof?.checkpoint ?? text);
  return rootsInChat(text).length > 0 || (note !== null && readCheckpointText(note.text) !== null);
}

interface Said {
  readonly size: number;
  readonly root: Hash;
}

/** Every root that a text holds as our line in the chat tells it; sites break the line where they like. */
export function rootsInChat(text: string): Said[] {
  return [...text.matchAll(/\[atr1\s+on\s[^\]]{1,300}\]/g)].flatMap(([found]) => {
    const tag = parseTag(found.replace(/\s+/g, ' '));
    return tag?.kind === 'on' && tag.root ? [{ size: tag.root.size, root: fromBase64url(tag.root.hash) as Hash }] : [];
  });
}

/** A line names no log: it must be of one of those that were given, and all of the lines of the same one. */
async function chatLine(said: readonly Said[], given: readonly Given[]): Promise<Line | null> {
  if (given.length === 0) return null;
  for (const { log, hashes } of given) {
    const tree = await treeOf(hashes);
    const contains = async ({ size, root }: Said) => size <= hashes.length && sameHash(await rootAt(tree, size), root);
    if ((await Promise.all(said.map(contains))).every(Boolean)) return check('witness', 'holds', log, null);
  }
  return check('witness', 'fails', given.length === 1 ? (given[0]?.log ?? null) : null, null);
}
