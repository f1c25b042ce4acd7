import type { Database, ReviewRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import type { EpochId, LogId } from '../model/id.ts';
import { isReviewBody, REVIEW_ID, type Review, type ReviewBody, readReviewBody } from '../model/review.ts';
import { type ForRecipients, readEpochKey } from './epoch-keys.ts';
import { EPOCH_KEYS, KEY_BYTES, type KeyFiles } from './key-files.ts';
import type { Locks } from './locks.ts';
import { keyNamesOf } from './media-names.ts';
import { storageFailure } from './storage-error.ts';
import { type Identities, unwrapKey, wrapKey } from './wrap.ts';

/**
 * What reviewers wrote about an epoch, each in a row of its own under AES-256-GCM. One random key an epoch seals all of it; it lies beside the
 * epoch's own key, wrapped for the same people, and goes with it: a key of its own, so that whoever cuts something out of the recording
 * and gives what is left a new key touches no note that stays.
 */
export interface ReviewTools {
  readonly db: Database;
  readonly keys: KeyFiles;
  readonly locks: Locks;
}

/** Name of the file with the key: not the epoch's own, so that neither can be put in the other's place. */
export function reviewKeyName(epoch: string): string {
  return `review-${epoch}`;
}

/** NIST SP 800-38D 8.2.2: random 96-bit iv; nobody writes 2^32 notes about one epoch. */
const IV_BYTES = 12;

/** Keys that were opened, for as long as somebody reads or writes: opening one asks the vault. */
export type ReviewKeys = (epoch: string) => Promise<CryptoKey | null>;

/**
 * null where nothing was written yet. Failure('key-missing') when the recording is gone, Failure('vault-locked') and Failure('not-recipient')
 * as for the recording itself: who cannot hear it reads no notes about it either.
 */
export function openReviewKeys({ keys }: Pick<ReviewTools, 'keys'>, who: Identities): ReviewKeys {
  const known = new Map<string, Promise<CryptoKey | null>>();
  const open = async (epoch: string) => {
    const [first] = await keyNamesOf(keys, epoch);
    if (!first || !(await readEpochKey(keys, first, who))) throw new Failure('key-missing', epoch);
    const name = reviewKeyName(epoch);
    const file = await keys.get(EPOCH_KEYS, name);
    return file && imported(await unwrapKey(who, name, file));
  };
  return async (epoch) => {
    const opening = known.get(epoch) ?? open(epoch);
    known.set(epoch, opening);
    let key: CryptoKey | null = null;
    try {
      key = await opening;
      return key;
    } finally {
      // Asked again, it may be there by then.
      if (!key) known.delete(epoch);
    }
  };
}

/**
 * Writes it, in place of one that has its id. Failure('bad-review') for what readReviews would not give back. A recording that is
 * destroyed in another window meanwhile takes it along.
 */
export async function keepReview(
  tools: ReviewTools,
  open: ReviewKeys,
  review: Review,
  forRecipients: ForRecipients,
): Promise<void> {
  if (!REVIEW_ID.test(review.id) || !isReviewBody(review.body)) throw new Failure('bad-review');
  await putReview(tools.db, await takeReviewKey(tools, open, review.epoch, forRecipients), review);
  if ((await keyNamesOf(tools.keys, review.epoch)).length > 0) return;
  await destroyReviews(tools.db, tools.keys, review.epoch);
  throw new Failure('key-missing', review.epoch);
}

/** The key, made when there is none. A crash after it was made leaves one that seals nothing yet. */
async function takeReviewKey(
  { keys, locks }: ReviewTools,
  open: ReviewKeys,
  epoch: string,
  forRecipients: ForRecipients,
): Promise<CryptoKey> {
  return locks.alone(`review-key/${epoch}`, async () => {
    const before = await open(epoch);
    if (before) return before;
    const raw = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    const name = reviewKeyName(epoch);
    await forRecipients(async (recipients) => keys.put(EPOCH_KEYS, name, await wrapKey(recipients, name, raw)));
    return imported(raw);
  });
}

async function imported(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  } finally {
    raw.fill(0);
  }
}

/** Logs about which something was written, and about which epochs. Nothing is opened for it. */
export async function reviewedLogs(db: Database): Promise<ReadonlyMap<LogId, ReadonlySet<EpochId>>> {
  const found = new Map<LogId, Set<EpochId>>();
  for (const { log, epoch } of await rowsOf(db, null)) {
    const epochs = found.get(log as LogId) ?? new Set();
    found.set(log as LogId, epochs.add(epoch as EpochId));
  }
  return found;
}

/** What was written about one meeting, and where. Nothing is opened for it. */
export async function writtenAbout(db: Database, log: LogId): Promise<readonly Pick<ReviewRow, 'epoch' | 'ms'>[]> {
  return (await rowsOf(db, log)).map(({ epoch, ms }) => ({ epoch, ms }));
}

async function rowsOf(db: Database, log: string | null): Promise<ReviewRow[]> {
  try {
    return await db.getAll('reviews', log === null ? null : IDBKeyRange.bound([log, ''], [log, '\uffff']));
  } catch (error) {
    throw storageFailure(error, 'reviews could not be read');
  }
}

/** closed: rows that do not open, or that another version wrote. They stay where they are, and go with the recording. */
export interface ReadReviews {
  readonly reviews: readonly Review[];
  readonly closed: number;
}

/** Of one log, of these epochs only: those that somebody has leave for. Failure('vault-locked') and the like as openReviewKeys. */
export async function readReviews(
  db: Database,
  open: ReviewKeys,
  log: LogId,
  epochs: readonly EpochId[],
): Promise<ReadReviews> {
  const reviews: Review[] = [];
  let closed = 0;
  for (const row of await rowsOf(db, log)) {
    if (!epochs.includes(row.epoch as EpochId)) continue;
    const body = await opened(open, row);
    if (body) reviews.push({ log, id: row.id, epoch: row.epoch as EpochId, body });
    else closed += 1;
  }
  return { reviews, closed };
}

async function opened(open: ReviewKeys, row: ReviewRow): Promise<ReviewBody | null> {
  const key = await open(row.epoch);
  if (!key) return null;
  try {
    const plain = await crypto.subtle.decrypt(parametersOf(row, row.iv), key, row.sealed);
    return readReviewBody(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch (error) {
    console.warn('a review does not open', row.log, row.id, error);
    return null;
  }
}

async function putReview(db: Database, key: CryptoKey, { log, id, epoch, body }: Review): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(body));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parametersOf({ log, id, epoch }, iv), key, plain));
  const ms = body.is === 'note' ? body.ms : null;
  try {
    await db.put('reviews', { log, id, epoch, ms, iv, sealed });
  } catch (error) {
    throw storageFailure(error, 'a review could not be stored');
  }
}

/** Removing what is not there is no error. The row is gone for every reader; its bytes may lie in the database's free pages, sealed, until the key goes. */
export async function removeReview(db: Database, { log, id }: Pick<Review, 'log' | 'id'>): Promise<void> {
  try {
    await db.delete('reviews', [log, id]);
  } catch (error) {
    throw storageFailure(error, 'a review could not be removed');
  }
}

/** With the epoch, when it is destroyed: the key first, as there. */
export async function destroyReviews(db: Database, keys: KeyFiles, epoch: string): Promise<void> {
  await keys.destroy(EPOCH_KEYS, reviewKeyName(epoch));
  try {
    const tx = db.transaction('reviews', 'readwrite');
    for await (const cursor of tx.store) if (cursor.value.epoch === epoch) await cursor.delete();
    await tx.done;
  } catch (error) {
    throw storageFailure(error, 'reviews could not be destroyed');
  }
}

/** What was written at a moment from `from` up to `to` (ms of the epoch) goes with what is cut out there; what is about the call stays. */
export async function destroyReviewsWithin(db: Database, epoch: string, from: number, to: number): Promise<number> {
  try {
    const tx = db.transaction('reviews', 'readwrite');
    let gone = 0;
    for await (const cursor of tx.store) {
      const { epoch: of, ms } = cursor.value;
      if (of !== epoch || ms === null || ms < from || ms >= to) continue;
      await cursor.delete();
      gone += 1;
    }
    await tx.done;
    return gone;
  } catch (error) {
    throw storageFailure(error, 'reviews of what was cut could not be destroyed');
  }
}

function parametersOf(
  { log, id, epoch }: Pick<ReviewRow, 'log' | 'id' | 'epoch'>,
  iv: Uint8Array<ArrayBuffer>,
): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(JSON.stringify([log, id, epoch])) };
}
