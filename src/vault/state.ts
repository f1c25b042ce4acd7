import type { Database, OrganisationRow, VaultLock, VaultRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import type { Ground } from './ground.ts';
import { storageFailure } from './storage-error.ts';

/**
 * Who can open the vault, and how that changes. `opensWith` says for whom new keys are wrapped, and what was there before stays until no
 * key needs it any more (rewrap.ts):
 *
 *   device ──protect──▶ lock, unsettled ──all keys wrapped anew──▶ lock; the device's key is removed
 *     ▲                                                               │
 *     └──all wrapped anew; the lock is removed──  device, unsettled ◀──give up protection
 *
 * A crash anywhere leaves one of these, and each of them opens everything. A lock whose passphrase was lost is left behind (`older`): a new one takes
 * its place for what comes, and what lies under the old one stays under it until somebody finds the passphrase again.
 */
const STATE = 'state';
const ORGANISATION = 'organisation';
export const DEVICE = 'device';
/** Shared by whoever wraps a new key, had alone by whoever changes for whom: no key is wrapped for those before after a change. */
export const RECIPIENTS = 'vault-recipients';
export const IDLE_MINUTES = 15;

/** As it is at first, and where an earlier version left bare keys. */
const FIRST: VaultRow = {
  version: 1,
  revision: 0,
  opensWith: 'device',
  lock: null,
  unsettled: true,
  idleMinutes: IDLE_MINUTES,
};
const NOBODY_ELSE: OrganisationRow = { version: 1, recipients: [], hostPlays: true };

export interface VaultState extends VaultRow {
  readonly organisation: OrganisationRow;
}

/** Failure('damaged') when what lies there is not ours: who can open recordings is never guessed. */
export async function readState(db: Database): Promise<VaultState> {
  try {
    const tx = db.transaction('vault');
    const [row, organisation] = await Promise.all([tx.store.get(STATE), tx.store.get(ORGANISATION)]);
    await tx.done;
    return { ...soundState(row), organisation: soundOrganisation(organisation) };
  } catch (error) {
    throw storageFailure(error, 'the vault could not be read');
  }
}

export type Change = Pick<VaultRow, 'opensWith' | 'lock' | 'older' | 'unsettled' | 'idleMinutes'>;

/** One change, made whole or not at all. Failure('vault-changed') when somebody else has changed it since `seen` was read. */
export function changeState(ground: Ground, seen: VaultState, change: Partial<Change>): Promise<void> {
  return write(ground, seen, (now) => ({ ...now, ...change, revision: now.revision + 1 }), []);
}

/**
 * No key is wrapped any more for those before: what opened them goes, in one transaction. Failure('vault-changed') when somebody has
 * changed it since `seen` was read, and then there may be such keys again.
 */
export function settled(ground: Ground, seen: VaultState): Promise<void> {
  const fine = (now: VaultRow) => ({ ...now, unsettled: false });
  if (seen.opensWith === 'lock') return write(ground, seen, fine, [DEVICE]);
  if (!seen.lock) return write(ground, seen, fine, []);
  return write(ground, seen, (now) => ({ ...fine(now), lock: null, revision: now.revision + 1 }), []);
}

async function write(
  ground: Ground,
  seen: VaultState,
  next: (now: VaultRow) => VaultRow,
  gone: readonly string[],
): Promise<void> {
  const db = await ground.database();
  return ground.locks.alone(RECIPIENTS, async () => {
    try {
      const tx = db.transaction('vault', 'readwrite', { durability: 'strict' });
      const now = soundState(await tx.store.get(STATE));
      const fresh = now.revision === seen.revision;
      if (fresh) {
        await tx.store.put(next(now), STATE);
        for (const key of gone) await tx.store.delete(key);
      }
      await tx.done;
      if (!fresh) throw new Failure('vault-changed');
    } catch (error) {
      throw storageFailure(error, 'the vault could not be changed');
    }
  });
}

/** What the settings say of others who may open. Nothing happens when it is so already. */
export async function setOrganisation(
  ground: Ground,
  { recipients, hostPlays }: Pick<OrganisationRow, 'recipients' | 'hostPlays'>,
): Promise<void> {
  const db = await ground.database();
  const next: OrganisationRow = { version: 1, recipients: [...new Set(recipients)].sort(), hostPlays };
  const { organisation } = await readState(db);
  if (organisation.hostPlays === hostPlays && String(organisation.recipients) === String(next.recipients)) return;
  await ground.locks.alone(RECIPIENTS, async () => {
    try {
      const tx = db.transaction('vault', 'readwrite', { durability: 'strict' });
      const now = soundState(await tx.store.get(STATE));
      await tx.store.put(next, ORGANISATION);
      await tx.store.put({ ...now, unsettled: true, revision: now.revision + 1 }, STATE);
      await tx.done;
    } catch (error) {
      throw storageFailure(error, 'recipients could not be kept');
    }
  });
}

function soundState(row: unknown): VaultRow {
  if (row === undefined) return FIRST;
  const { version, revision, opensWith, lock, older = [], unsettled, idleMinutes } = row as VaultRow;
  const sound =
    version === 1 &&
    Number.isSafeInteger(revision) &&
    (opensWith === 'device' || (opensWith === 'lock' && lock !== null)) &&
    (lock === null || isLock(lock)) &&
    Array.isArray(older) &&
    older.every(isLock) &&
    typeof unsettled === 'boolean' &&
    Number.isSafeInteger(idleMinutes) &&
    idleMinutes > 0;
  if (!sound) throw new Failure('damaged', 'the vault says nothing that can be understood');
  return { version, revision, opensWith, lock, unsettled, idleMinutes, ...(older.length > 0 && { older }) };
}

function isLock(lock: VaultLock | null | undefined): boolean {
  return typeof lock?.recipient === 'string' && Array.isArray(lock.passkeys);
}

function soundOrganisation(row: unknown): OrganisationRow {
  if (row === undefined) return NOBODY_ELSE;
  const { version, recipients, hostPlays } = row as OrganisationRow;
  if (version !== 1 || !Array.isArray(recipients) || typeof hostPlays !== 'boolean')
    throw new Failure('damaged', 'the vault’s recipients cannot be understood');
  return { version, recipients, hostPlays };
}
