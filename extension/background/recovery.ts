import type { LogId } from '../../src/model/id.ts';
import type { CaptureReport } from '../../src/model/observation.ts';
import { settle } from '../../src/vault/chunks.ts';
import type { Desk } from './desk.ts';
import { storage } from './storage.ts';

/**
 * After a crash of browser or recorder: every segment that the log holds for running, but that nobody records, is sealed from its
 * stored chunks. An epoch is never resumed; if everybody still agrees, the gate opens a new one.
 */
export async function recoverSegments(desk: Desk): Promise<void> {
  const { db, log: store } = await storage();
  const provisional = new Set((await db.getAllKeys('live')).map(([epoch]) => epoch));
  for (const gate of await db.getAll('gates')) {
    if (gate.epoch === null) continue;
    if (gate.state === 'closed' && !provisional.has(gate.epoch)) continue;
    const row = await store.row(gate.log as LogId);
    if (!row) continue;
    const session = await desk.session(gate.log as LogId);
    await desk.mend(session, async (epoch): Promise<CaptureReport> => {
      // Somebody may have come in while nobody looked: the site's lag is cut off the end, as for every newcomer.
      const whole = await settle(db, epoch, gate.cutAfter);
      const lagMs = session.state.opened?.lagMs ?? 2000;
      const kept = whole.endAt === null ? whole : await settle(db, epoch, whole.endAt - lagMs);
      const { chunks, bytes, lastHash, endAt } = kept;
      const dropped = whole.dropped + whole.chunks - chunks;
      const from = session.state.segment?.startedAt ?? session.state.epoch?.openedAt ?? endAt ?? 0;
      const ms = endAt === null ? 0 : Math.max(0, endAt - from);
      return { capture: 'sealed', epoch, cause: 'recovered', chunks, bytes, ms, dropped, lastHash };
    });
  }
}
