import type { Database, DeviceRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import { utf8 } from './canonical.ts';
import { checkpointText } from './checkpoint.ts';
import { deviceLeafText, deviceOrigin, openingHash, openingText, readDeviceLeaf } from './device-leaf.ts';
import { leafHash, leafText, NO_LEAF, SALT_BYTES } from './leaf.ts';
import { EMPTY_FRONTIER, extended, type Frontier, type Hash, rootOfFrontier } from './merkle.ts';
import { noteKey } from './note-key.ts';
import { noteText, signNote } from './signed-note.ts';
import type { Signer } from './signer.ts';
import { stored } from './transaction.ts';

/** A meeting's checkpoint as the device log takes it. at: ms UTC of its newest entry. */
export interface Witnessed {
  readonly log: string;
  readonly size: number;
  readonly root: Hash;
  readonly at: number;
}

/** The newest row of the device log, or null while it is empty. */
export async function lastDeviceRow(db: Database): Promise<DeviceRow | null> {
  const cursor = await stored(() => db.transaction('device').store.openCursor(null, 'prev'));
  return cursor?.value ?? null;
}

/** Rows a transaction: they are small, and a closing gate never waits for a reader. */
const PAGE = 500;

/** All rows, the oldest first, page by page; as they are, nothing of them is checked. */
export async function* devicePages(db: Database): AsyncGenerator<readonly DeviceRow[], void> {
  for (let from = 0; ; from += PAGE) {
    const page = await stored(() => db.getAll('device', IDBKeyRange.bound(from, from + PAGE - 1)));
    if (page.length > 0) yield page;
    // A gap is for whoever checks them to tell, and must not end the reading.
    if (page.length < PAGE && (await stored(() => db.count('device', IDBKeyRange.lowerBound(from + PAGE)))) === 0)
      return;
  }
}

/**
 * The row after `last` for this checkpoint: its leaf, the frontier of the device log with it, and the signed checkpoint of the device log.
 * Nothing is stored. Failure('damaged') when the row before is none: what is signed must continue it.
 */
export async function nextDeviceRow(
  last: DeviceRow | null,
  { log, size, root, at }: Witnessed,
  { key, sign }: Signer,
  random: (n: number) => Uint8Array<ArrayBuffer>,
): Promise<DeviceRow> {
  const before = await placeAfter(last);
  const opening = openingText(random(SALT_BYTES), { log, size, root: base64url(root) });
  const time = Math.max(at, before.at);
  const leaf = utf8(
    deviceLeafText({ index: before.frontier.size, prev: before.head, checkpoint: await openingHash(opening) }, time),
  );
  const frontier = await extended(before.frontier, fromBase64url(await leafHash(leaf)) as Hash);
  return {
    index: before.frontier.size,
    leaf,
    opening,
    frontier: frontier.roots,
    note: await signedDeviceCheckpoint({ key, sign }, frontier),
  };
}

/** Signed note of the device log's own checkpoint. */
async function signedDeviceCheckpoint({ key, sign }: Signer, frontier: Frontier): Promise<string> {
  const origin = await deviceOrigin(key);
  const text = checkpointText({ origin, size: frontier.size, root: await rootOfFrontier(frontier) });
  return noteText(await signNote(text, await noteKey(origin, key), sign));
}

interface Place {
  readonly frontier: Frontier;
  /** Leaf hash of the last leaf, base64url. */
  readonly head: string;
  /** ms UTC of the last leaf. */
  readonly at: number;
}

async function placeAfter(last: DeviceRow | null): Promise<Place> {
  if (!last) return { frontier: EMPTY_FRONTIER, head: NO_LEAF, at: Number.NEGATIVE_INFINITY };
  const leaf = readDeviceLeaf(leafText(last.leaf) ?? '');
  if (leaf?.index !== last.index) throw new Failure('damaged', `device log: leaf ${last.index} is none`);
  return {
    frontier: { size: last.index + 1, roots: last.frontier },
    head: await leafHash(last.leaf),
    at: Date.parse(leaf.time),
  };
}
