import type { Database, DeviceRow } from '../database/schema.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import type { Damage } from '../model/log-check.ts';
import { readCheckpointText } from './checkpoint.ts';
import { deviceOrigin, openingHash, readDeviceLeaf, readOpening } from './device-leaf.ts';
import { devicePages } from './device-log.ts';
import { leafHash, leafText, NO_LEAF } from './leaf.ts';
import { EMPTY_FRONTIER, extended, type Frontier, type Hash, rootOfFrontier } from './merkle.ts';
import { sameHash } from './merkle-proof.ts';
import { noteKey } from './note-key.ts';
import { checkNote, readNote } from './signed-note.ts';
import { stored } from './transaction.ts';

/**
 * Checks the device log as it lies in the database: its chain, its tree, the signature of its end, and that each checkpoint that it names is
 * kept with that root. Gives the number of leaves page by page, and in the end what is damaged. The first broken leaf ends it.
 */
export async function* deviceCheck(
  db: Database,
  key: Uint8Array<ArrayBuffer>,
  verify: VerifyEd25519,
): AsyncGenerator<number, readonly Damage[]> {
  const damage: Damage[] = [];
  let place: Place = { frontier: EMPTY_FRONTIER, prev: NO_LEAF, time: '' };
  let last: DeviceRow | null = null;
  for await (const page of devicePages(db)) {
    for (const row of page) {
      const next = await follow(place, row);
      if (!next) return [...damage, { what: 'device', log: null, index: row.index }];
      place = next;
      damage.push(...(await missingBeside(db, row)));
      last = row;
    }
    yield place.frontier.size;
  }
  if (last && !(await isSigned(last.note, place.frontier, key, verify)))
    damage.push({ what: 'device', log: null, index: last.index });
  return damage;
}

interface Place {
  readonly frontier: Frontier;
  readonly prev: string;
  readonly time: string;
}

/** null: the row does not continue the ones before, or is not what it says. */
async function follow({ frontier, prev, time }: Place, row: DeviceRow): Promise<Place | null> {
  const leaf = readDeviceLeaf(leafText(row.leaf) ?? '');
  if (!leaf || leaf.index !== frontier.size || row.index !== leaf.index || leaf.prev !== prev || leaf.time < time)
    return null;
  if (leaf.checkpoint !== (await openingHash(row.opening))) return null;
  const hash = await leafHash(row.leaf);
  const next = await extended(frontier, fromBase64url(hash) as Hash);
  const same =
    next.roots.length === row.frontier.length &&
    next.roots.every((root, i) => sameHash(root, row.frontier[i] ?? new Uint8Array()));
  return same ? { frontier: next, prev: hash, time: leaf.time } : null;
}

/** What the leaf names must be kept, or something that was signed of a meeting is gone. */
async function missingBeside(db: Database, { opening, index }: DeviceRow): Promise<Damage[]> {
  const said = readOpening(opening);
  if (!said) return [{ what: 'device', log: null, index }];
  const { log, size, root } = said;
  const kept = await stored(() => db.get('checkpoints', [log, size]));
  const checkpoint = readCheckpointText(readNote(kept?.note ?? '')?.text ?? '');
  const same = kept?.device === index && checkpoint && base64url(checkpoint.root) === root;
  return same ? [] : [{ what: 'checkpoint', log, index: size }];
}

async function isSigned(
  text: string,
  frontier: Frontier,
  key: Uint8Array<ArrayBuffer>,
  verify: VerifyEd25519,
): Promise<boolean> {
  const origin = await deviceOrigin(key);
  const note = readNote(text);
  const checkpoint = note && readCheckpointText(note.text);
  if (!note || checkpoint?.origin !== origin || checkpoint.size !== frontier.size) return false;
  if (!sameHash(checkpoint.root, await rootOfFrontier(frontier))) return false;
  return (await checkNote(note, [await noteKey(origin, key)], verify)) === 'good';
}
