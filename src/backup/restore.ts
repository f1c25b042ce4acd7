import type { Database, LogRow } from '../database/schema.ts';
import { keepCheckpoint } from '../log/checkpoints.ts';
import type { Signer } from '../log/signer.ts';
import { inStore, stored } from '../log/transaction.ts';
import type { BackupFound, Restored } from '../model/backup.ts';
import type { Logged } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { base64url } from '../model/id.ts';
import { epochOfMedia } from '../model/piece.ts';
import type { Ground } from '../vault/ground.ts';
import { EPOCH_KEYS } from '../vault/key-files.ts';
import { forRecipients } from '../vault/recipients.ts';
import { reviewKeyName } from '../vault/reviews.ts';
import { changeState, readState } from '../vault/state.ts';
import { wrapKey } from '../vault/wrap.ts';
import { KEPT, type Root } from './layout.ts';
import type { Opening } from './open.ts';
import { type BackedMeeting, mediaOf, meetingFolders, type ReadJob, readMeeting, readPart } from './read.ts';
import type { BackedKey } from './read-media.ts';
import { openRows, readRows } from './sealed-rows.ts';
import { recordedIn } from './write-media.ts';

/** What the promises made to the people of a log want gone by now, and which parts of it are proved: neither comes back. */
export interface Judged {
  readonly overdue: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly proved: (epoch: string) => boolean;
}

export interface RestoreJob extends Omit<ReadJob, 'found' | 'who'> {
  readonly ground: Ground;
  readonly opening: Opening;
  readonly judge: (log: string, entries: readonly Logged[]) => Promise<Judged>;
  readonly signer: Signer;
  readonly random: (n: number) => Uint8Array<ArrayBuffer>;
  readonly now: () => number;
  /** 0..1 */
  readonly progress: (share: number) => void;
}

/**
 * Brings a backup onto this computer. A meeting is here when its log is, which comes last, in one transaction with its words: broken
 * off before, the next restore begins it anew, and what was left of it opens to nobody. Nothing that is here is written over, nothing
 * comes back whose promised time is up, and what cannot be proved stays away. A computer without a lock takes the backup's over;
 * one that has a lock wraps what comes for its own.
 */
export async function restore(order: RestoreJob): Promise<Restored> {
  const { ground, opening, signal } = order;
  const db = await ground.database();
  const found: BackupFound[] = [];
  const who = { keys: [opening.identity], locked: false };
  const job: ReadJob = { ...order, who, found: (one) => void found.push(one) };
  await takeLock(ground, opening, order.root);
  await bringKept(db, job);
  const folders = await meetingFolders(order.folder);
  let [meetings, parts, here, over, others] = [0, 0, 0, 0, 0];
  for (const [at, name] of folders.entries()) {
    if (signal.aborted) throw new Failure('cancelled');
    const meeting = await readMeeting(job, name);
    if (meeting && (await stored(() => db.get('logs', meeting.listed.log)))) here++;
    else if (meeting) {
      const done = await bring(order, job, db, meeting);
      meetings++;
      parts += done.parts;
      over += done.over;
      others += done.others;
    }
    order.progress((at + 1) / folders.length);
  }
  return { meetings, parts, here, over, others, found };
}

/** A crash after this leaves an empty vault that the backup's own passphrase opens. */
async function takeLock(ground: Ground, { lock }: Opening, root: Root): Promise<void> {
  const state = await readState(await ground.database());
  if (state.lock || !lock) return;
  const all = [...(root.lock ? [root.lock] : []), ...root.older];
  const older = all.filter(({ recipient }) => recipient !== lock.recipient);
  await changeState(ground, state, { opensWith: 'lock', lock, older, unsettled: true });
}

async function bring(
  order: RestoreJob,
  job: ReadJob,
  db: Database,
  meeting: BackedMeeting,
): Promise<{ readonly parts: number; readonly over: number; readonly others: number }> {
  const { ground, now } = order;
  const { log } = meeting.listed;
  const judged = await order.judge(log, meeting.log.logged);
  let [parts, over, others] = [0, 0, 0];
  const brought: string[] = [];
  const recorded = recordedIn(meeting.log.logged).map(({ epoch }) => epoch);
  // A copy is made of recorded parts, and comes back only with all of them.
  const whole = recorded.map(epochOfMedia).every((epoch) => judged.proved(epoch) && !judged.overdue.has(epoch));
  try {
    for (const media of mediaOf(meeting)) {
      const { epoch } = media;
      if (judged.overdue.has(epochOfMedia(epoch)) || (!recorded.includes(epoch) && !whole)) {
        over++;
        continue;
      }
      if (recorded.includes(epoch) && !judged.proved(epochOfMedia(epoch))) {
        job.found({ fault: 'log', folder: meeting.folder });
        continue;
      }
      brought.push(epoch);
      const came = await readPart(job, meeting, media, {
        key: async (key, notes) => {
          if (notes) await putKey(ground, reviewKeyName(epochOfMedia(epoch)), notes);
          await putKey(ground, epoch, key);
          if (!key.raw) others++;
        },
        chunk: async (row) => void (await stored(() => db.put('chunks', row))),
      });
      if (came) parts++;
      else await forget(ground, db, epoch);
    }
    const people = [...(meeting.sealed?.people ?? [])].filter(([person]) => !judged.people.has(person));
    over += (meeting.sealed?.people.size ?? 0) - people.length;
    for (const [person, key] of people) await ground.keys.put(log, person, key);
    const row = await putLog(
      db,
      meeting,
      { people: new Set(people.map(([person]) => person)), media: new Set(brought) },
      order,
      now(),
    );
    await keepCheckpoint({ db, random: order.random }, order.signer, row);
  } catch (error) {
    // What was brought of a meeting that is not here is of no use; a crash leaves it, without a log that names it.
    if (!(await db.get('logs', log)))
      for (const epoch of brought) {
        await forget(ground, db, epoch);
        await ground.keys.destroy(EPOCH_KEYS, reviewKeyName(epochOfMedia(epoch)));
      }
    throw error;
  }
  return { parts, over, others };
}

/** For whoever may open the vault of this computer; one that is for others is kept as it lies. */
async function putKey(ground: Ground, epoch: string, { file, raw }: BackedKey): Promise<void> {
  if (!raw) return ground.keys.put(EPOCH_KEYS, epoch, file);
  await forRecipients(ground)(async (recipients) =>
    ground.keys.put(EPOCH_KEYS, epoch, await wrapKey(recipients, epoch, raw)),
  );
}

async function forget({ keys }: Ground, db: Database, epoch: string): Promise<void> {
  await keys.destroy(EPOCH_KEYS, epoch);
  await stored(() => db.delete('chunks', IDBKeyRange.bound([epoch, 0], [epoch, Number.MAX_SAFE_INTEGER])));
}

/** Entries first, in short transactions: without the row of their log nobody sees them. Then that row, and all that has names in it, at once. */
async function putLog(
  db: Database,
  { listed, log, sealed, words }: BackedMeeting,
  { people, media }: { readonly people: ReadonlySet<string>; readonly media: ReadonlySet<string> },
  { root, random }: Pick<RestoreJob, 'root' | 'random'>,
  at: number,
): Promise<LogRow> {
  const PAGE = 500;
  for (let from = 0; from < log.rows.length; from += PAGE) {
    const page = log.rows.slice(from, from + PAGE);
    await inStore(db, 'entries', (store) => Promise.all(page.map((row) => store.put(row))));
  }
  const row: LogRow = {
    log: listed.log,
    platform: listed.platform,
    // Hashed under a key of the other computer: the meeting is not known again by it.
    meeting: '',
    openedAt: listed.openedAt,
    lastAt: listed.lastAt,
    size: listed.size,
    head: listed.head,
    seenKey: sealed?.seenKey || base64url(random(32)),
    frontier: log.frontier.roots,
  };
  await stored(async () => {
    const stores = ['logs', 'disclosures', 'reviews', 'copies', 'settings'] as const;
    const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
    await tx.objectStore('logs').add(row);
    const epochs = new Set<string>([...media].map(epochOfMedia));
    for (const word of words)
      if (people.has(word.subject)) await tx.objectStore('disclosures').put({ log: listed.log, ...word });
    for (const review of (sealed?.reviews ?? []) as { epoch: string }[])
      if (epochs.has(review.epoch)) await tx.objectStore('reviews').put(review as never);
    for (const copy of (sealed?.copies ?? []) as { id: string }[])
      if (media.has(copy.id)) await tx.objectStore('copies').put(copy as never);
    const before = {
      at,
      vault: root.vault,
      key: root.key,
      checkpoints: listed.checkpoints,
      before: sealed?.restored ?? null,
    };
    // What the other computer signed of this log: this one signs with a key of its own.
    await tx.objectStore('settings').put(before, `restored/${listed.log}`);
    await tx.done;
  });
  return row;
}

/** Holds come before everything that they hold. What is here already stays. */
async function bringKept(db: Database, { folder, who, found }: ReadJob): Promise<void> {
  const file = await folder.read(KEPT);
  if (!file || !who) return;
  let rows: Record<string, unknown>;
  try {
    rows = readRows(await openRows(who, file)) as Record<string, unknown>;
  } catch (error) {
    // Opened by a lock that was left behind: what is newer is not for it.
    if (error instanceof Failure && error.code === 'not-recipient') return;
    if (!(error instanceof Failure && error.code === 'damaged')) throw error;
    return found({ fault: 'kept', folder: '' });
  }
  await stored(async () => {
    const tx = db.transaction(['holds', 'requests', 'consents'], 'readwrite', { durability: 'strict' });
    const list = (name: string) => (Array.isArray(rows[name]) ? (rows[name] as never[]) : []);
    for (const row of list('holds') as { id: string }[])
      if ((await tx.objectStore('holds').getKey(row.id)) === undefined) await tx.objectStore('holds').put(row as never);
    for (const row of list('requests') as { id: string }[])
      if ((await tx.objectStore('requests').getKey(row.id)) === undefined)
        await tx.objectStore('requests').put(row as never);
    for (const row of list('consents') as { meeting: string; ask: string }[])
      if ((await tx.objectStore('consents').getKey([row.meeting, row.ask])) === undefined)
        await tx.objectStore('consents').put(row as never);
    await tx.done;
  });
}
