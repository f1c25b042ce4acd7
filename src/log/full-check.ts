import type { CheckpointRow, Database, LogRow } from '../database/schema.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import { fromBase64url } from '../model/id.ts';
import type { Damage, DamageKind } from '../model/log-check.ts';
import { type Link, START } from './chain.ts';
import { originOf, readCheckpointText } from './checkpoint.ts';
import { checkFrontier } from './checkpoints.ts';
import { damageOf } from './damage.ts';
import { readOpening } from './device-leaf.ts';
import { EMPTY_FRONTIER, extended, type Frontier, type Hash, rootOfFrontier } from './merkle.ts';
import { sameHash } from './merkle-proof.ts';
import { noteKey } from './note-key.ts';
import type { PersonKeys } from './person-keys.ts';
import { leafPages, openAt, type ReadLeaf } from './reading.ts';
import { checkNote, readNote } from './signed-note.ts';
import { stored } from './transaction.ts';

export interface FullCheckTools {
  readonly db: Database;
  readonly keys: Pick<PersonKeys, 'find'>;
  /** The device's public key; null while nothing was signed. */
  readonly key: Uint8Array<ArrayBuffer> | null;
  readonly verify: VerifyEd25519;
}

/** Where a check stands after some entries: enough to go on from in another life of the worker. Nothing in it is a name. */
export interface CheckPlace {
  readonly link: Link;
  readonly frontier: Frontier;
  readonly damage: readonly Damage[];
}

export const CHECK_START: CheckPlace = { link: START, frontier: EMPTY_FRONTIER, damage: [] };

/** After so many faults in names and words nobody needs the next. */
const DAMAGE_MAX = 100;

/**
 * Checks all of a log as it was with the entries in `row`: every entry against the chain and the tree, every name and word against what
 * the log is committed to, and everything that was signed of it against the tree at that time and against the device log. It gives the
 * place where it stands page by page, in short transactions, and in the end what is damaged. It changes nothing.
 */
export async function* fullCheck(
  tools: FullCheckTools,
  row: LogRow,
  from: CheckPlace = CHECK_START,
): AsyncGenerator<CheckPlace, readonly Damage[]> {
  const { db } = tools;
  const { log } = row;
  const checkpoints = await stored(() => db.getAll('checkpoints', IDBKeyRange.bound([log], [log, []])));
  const signed = new Map(checkpoints.map((one) => [one.size, one]));
  const damage: Damage[] = [...from.damage];
  const found = (what: DamageKind, index: number | null) => {
    if (damage.length < DAMAGE_MAX) damage.push({ what, log, index });
  };
  let { link, frontier } = from;
  // A check that begins in the middle has its own checkpoints behind it, and the one at its very place.
  if (link.size === 0) await lookAt(signed.get(0), frontier, tools, log, found);
  try {
    for await (const page of leafPages(db, row, link)) {
      for (const { hash, logged } of page) {
        frontier = await extended(frontier, fromBase64url(hash) as Hash);
        link = { size: logged.index + 1, head: hash, at: logged.at };
        await lookAt(signed.get(link.size), frontier, tools, log, found);
      }
      for (const one of await wordsDamaged(tools, log, page)) found(one.what, one.index);
      yield { link, frontier, damage: [...damage] };
    }
  } catch (error) {
    const { what, index } = damageOf(error, log, 'entry');
    found(what, index);
    // What lies behind a break cannot be told from what was put there.
    return damage;
  }
  try {
    checkFrontier(row, frontier);
  } catch (error) {
    found(damageOf(error, log, 'tree').what, null);
  }
  const now = await stored(async () => {
    const tx = db.transaction(['logs', 'entries', 'checkpoints']);
    const newest = await tx.objectStore('logs').get(log);
    const end = newest?.size ?? row.size;
    const behind = await tx.objectStore('entries').getKey(IDBKeyRange.bound([log, end], [log, []]));
    const beyond = await tx.objectStore('checkpoints').getKey(IDBKeyRange.bound([log, end], [log, []], true));
    return { end, behind: behind !== undefined, beyond: beyond !== undefined };
  });
  if (now.behind) found('head', now.end);
  if (now.beyond) found('fork', now.end);
  return damage;
}

/** A checkpoint says of the log at its size what the log then was, by this device's key, and has its leaf in the device log. */
async function lookAt(
  row: CheckpointRow | undefined,
  frontier: Frontier,
  { db, key, verify }: FullCheckTools,
  log: string,
  found: (what: DamageKind, index: number) => void,
): Promise<void> {
  if (!row) return;
  const note = readNote(row.note);
  const checkpoint = note && readCheckpointText(note.text);
  const origin = originOf(log);
  if (!note || checkpoint?.origin !== origin || checkpoint.size !== row.size) return found('checkpoint', row.size);
  const good = key !== null && (await checkNote(note, [await noteKey(origin, key)], verify)) === 'good';
  if (!good) found('checkpoint', row.size);
  if (!sameHash(await rootOfFrontier(frontier), checkpoint.root)) return found('fork', row.size);
  if (row.device === undefined) return;
  const { device: index } = row;
  const leaf = readOpening((await stored(() => db.get('device', index)))?.opening ?? '');
  const same = leaf?.log === log && leaf.size === row.size;
  if (!same || !sameHash(fromBase64url(leaf.root) ?? new Uint8Array(), checkpoint.root)) found('device', row.size);
}

/** One after the other only where a page has any: most entries of a long log have no words. */
async function wordsDamaged(
  { db, keys }: FullCheckTools,
  log: string,
  page: readonly ReadLeaf[],
): Promise<readonly Damage[]> {
  const sealed = page.filter(({ leaf }) => Object.keys(leaf.sealed).length > 0).map(({ leaf }) => leaf.index);
  const [first, last] = [page[0]?.leaf.index ?? 0, page.at(-1)?.leaf.index ?? 0];
  const rows = await stored(() => db.getAllKeys('disclosures', IDBKeyRange.bound([log, first], [log, last, []])));
  // Also words of entries that have none: nothing in the log is committed to them.
  const all = [...new Set([...sealed, ...rows.map(([, index]) => index)])];
  try {
    await openAt(db, keys, log, all);
    return [];
  } catch (error) {
    damageOf(error, log, 'words');
  }
  const damage: Damage[] = [];
  for (const index of all) {
    try {
      await openAt(db, keys, log, [index]);
    } catch (error) {
      damage.push({ ...damageOf(error, log, 'words'), index });
    }
  }
  return damage;
}
