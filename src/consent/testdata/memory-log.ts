import * as v from 'valibot';
import type { LogRow } from '../../database/schema.ts';
import { nextGate } from '../../log/gate-row.ts';
import { entrySchema, type Logged } from '../../model/entry.ts';
import type { GateRow } from '../../model/gate.ts';
import type { LogId } from '../../model/id.ts';
import type { SessionLog } from '../../session/session.ts';
import type { Disclosed } from '../directory.ts';

/**
 * A log in memory that keeps the rules of the real one (whole entries only, a closed epoch never opens again, time never runs back),
 * without hashing, sealing and IndexedDB, so that hundreds of schedules take seconds.
 */
export class MemoryLog implements SessionLog {
  readonly entries: Logged[] = [];
  gate: GateRow | null = null;
  /** The next append: goes through, throws, or finds that somebody else appended meanwhile. */
  next: 'works' | 'fails' | 'conflicts' = 'works';
  /** Called before anything is stored. */
  appending: (entries: readonly Logged[]) => void = () => undefined;
  private readonly disclosed = new Map<number, Disclosed>();
  private lastAt = 0;

  constructor(private readonly log: LogId) {}

  row(): Promise<LogRow> {
    const size = this.entries.length;
    const { log, lastAt } = this;
    const seenKey = 'A'.repeat(43);
    return Promise.resolve({
      log,
      platform: 'sandbox',
      meeting: '',
      openedAt: 0,
      lastAt,
      size,
      head: `${size}`,
      seenKey,
    });
  }

  read(): Promise<Logged[]> {
    return Promise.resolve([...this.entries]);
  }

  disclosures(): Promise<ReadonlyMap<number, Disclosed>> {
    return Promise.resolve(this.disclosed);
  }

  async append(...[log, expect, items, gate]: Parameters<SessionLog['append']>): ReturnType<SessionLog['append']> {
    const { next } = this;
    this.next = 'works';
    if (next === 'conflicts' || expect.size !== this.entries.length) return { ok: false, code: 'conflict' };
    const logged = items.map(({ draft, at, seen }, i): Logged => {
      if (draft.subject === null && Object.keys(draft.disclosures).length > 0) throw new Error('nobody’s disclosure');
      const entry = v.parse(entrySchema, structuredClone(draft.entry));
      return { index: expect.size + i, at: Math.max(at, this.lastAt), seen, entry };
    });
    this.appending(logged);
    if (next === 'fails') throw new Error('no disk');
    const opens = gate?.state === 'open';
    if (opens && !logged.some(({ entry }) => entry.kind === 'gate-opened' && entry.epoch === gate.epoch))
      throw new Error('gate opened without its entry');
    if (gate) {
      const stored = nextGate(this.gate, gate);
      if (!stored) throw new Error(`epoch ${gate.epoch} of ${log} opened again`);
      this.gate = stored;
    }
    for (const [i, { draft }] of items.entries()) this.disclosed.set(expect.size + i, draft.disclosures);
    this.entries.push(...logged);
    this.lastAt = logged.at(-1)?.at ?? this.lastAt;
    return { ok: true, row: await this.row(), logged };
  }

  closeGate(...[log, how]: Parameters<SessionLog['closeGate']>): Promise<unknown> {
    const { cutAfter, reasons, draining } = how;
    this.gate = nextGate(this.gate, { log, state: draining ? 'draining' : 'closed', epoch: null, cutAfter, reasons });
    return Promise.resolve();
  }
}
