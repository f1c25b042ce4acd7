import { isConsentIntact } from '../../src/consent/intact.ts';
import { readableEntries } from '../../src/log/readable.ts';
import { Failure } from '../../src/model/failure.ts';
import type { EpochId, LogId } from '../../src/model/id.ts';
import { latestEnd } from '../../src/session/retention.ts';
import type { Session } from '../../src/session/session.ts';
import { endedAt, settle } from '../../src/vault/chunks.ts';
import { isQuarantined, type Quarantined, quarantine } from '../../src/vault/quarantine.ts';
import type { Mended } from './desk.ts';
import type { Storage } from './storage.ts';

/** What recovery needs of the desk. */
export interface RecoveryDesk {
  session(log: LogId): Promise<Session>;
  mend(session: Session, settle: (epoch: string) => Promise<Mended>): Promise<void>;
}

/**
 * After a crash of browser or recorder: every segment that the log holds for running, but that nobody records, is sealed from its
 * stored chunks. An epoch is never resumed; if everybody still agrees, the gate opens a new one. An epoch whose consent the log does
 * not prove is set apart instead, and no fault of one log keeps the others from being looked at.
 */
export async function recoverSegments(
  desk: RecoveryDesk,
  { db, log: store }: Pick<Storage, 'db' | 'log'>,
): Promise<void> {
  const provisional = new Set((await db.getAllKeys('live')).map(([epoch]) => epoch));
  for (const gate of await db.getAll('gates')) {
    const { epoch } = gate;
    if (epoch === null || (await isQuarantined(db, epoch))) continue;
    if (gate.state === 'closed' && !provisional.has(epoch)) continue;
    const apart = async (why: Quarantined['why']) => {
      const at = Date.now();
      await quarantine(db, { version: 1, epoch, log: gate.log, at, until: await endOf(db, gate.log, epoch, at), why });
    };
    try {
      if (!(await store.row(gate.log))) await apart('no-consent');
      else if (!isConsentIntact(await store.read(gate.log), epoch as EpochId)) {
        await apart('no-consent');
        await endUnproved(desk, gate.log as LogId);
      } else await seal(desk, db, gate.log as LogId, gate.cutAfter);
    } catch (error) {
      if (error instanceof Failure && error.code === 'damaged') await apart('damaged');
      else console.error('not recovered', gate.log, error);
    }
  }
}

/** When an epoch that is set apart has to go: what can still be read of a damaged log binds, proved or not. */
async function endOf(db: Storage['db'], log: string, epoch: string, now: number): Promise<number> {
  const entries = (await readableEntries(db, log)).map(({ entry }) => entry);
  return latestEnd(entries, 'keepDays', (await endedAt(db, epoch)) ?? now);
}

/** Nothing of it counts as recorded, and it no longer runs: if everybody agrees, the host may go on in a part of its own. */
async function endUnproved(desk: RecoveryDesk, log: LogId): Promise<void> {
  const none = { chunks: 0, bytes: 0, ms: 0, dropped: 0, lastHash: '' };
  await desk.mend(await desk.session(log), async (epoch) => ({
    report: { capture: 'sealed', epoch, cause: 'recorder-failed', ...none },
    keptUntil: null,
  }));
}

/**
 * Up to the last whole chunk: each was stored under a gate that was open and a permit that said that somebody looks at the page. What
 * the recorder held in memory, a second or so, is lost. Whether the site was about to show somebody, nobody can know any more.
 */
async function seal(desk: RecoveryDesk, db: Storage['db'], log: LogId, cutAfter: number | null): Promise<void> {
  const session = await desk.session(log);
  await desk.mend(session, async (epoch): Promise<Mended> => {
    const { chunks, bytes, lastHash, endAt, dropped } = await settle(db, epoch, cutAfter);
    const from = session.state.segment?.startedAt ?? session.state.epoch?.openedAt ?? endAt ?? 0;
    const ms = endAt === null ? 0 : Math.max(0, endAt - from);
    const report = { capture: 'sealed', epoch, cause: 'recovered', chunks, bytes, ms, dropped, lastHash } as const;
    return { report, keptUntil: endAt };
  });
}
