import * as v from 'valibot';
import type { LogRow, SnapshotRow } from '../../database/schema.ts';
import type { Link } from '../../log/chain.ts';
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
  /**
   * The next append: goes through, throws, finds that somebody else appended meanwhile, or is the last thing that its worker does:
   * killed before the transaction, or after it and before anybody heard of it.
   */
  next: 'works' | 'fails' | 'conflicts' | 'killed before' | 'killed after' = 'works';
  /** So many appends fail one after the other: the disk is full. */
  full = 0;
  /** Kind of the first entry that no log would take: a fault of whoever made it, and not of the disk. */
  misfit: string | null = null;
  /** The worker was killed: whoever brings the next one clears it. */
  killed = false;
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

  async *pages(_row: LogRow, after?: Link): AsyncGenerator<readonly { readonly logged: Logged }[], void> {
    yield this.entries.slice(after?.size ?? 0).map((logged) => ({ logged }));
  }

  checkTail(): Promise<void> {
    return Promise.resolve();
  }

  snapshot(): Promise<SnapshotRow | null> {
    return Promise.resolve(null);
  }

  keepSnapshot(): Promise<void> {
    return Promise.resolve();
  }

  disclosuresOf(_log: string, indexes: readonly number[]): Promise<ReadonlyMap<number, Disclosed>> {
    const wanted = new Set(indexes);
    return Promise.resolve(new Map([...this.disclosed].filter(([index]) => wanted.has(index))));
  }

  async append(...[log, expect, items, gate]: Parameters<SessionLog['append']>): ReturnType<SessionLog['append']> {
    const { next } = this;
    this.next = 'works';
    if (next === 'conflicts' || expect.size !== this.entries.length) return { ok: false, code: 'conflict' };
    const logged = items.map(({ draft, at, seen }, i): Logged => {
      if (draft.subject === null && Object.keys(draft.disclosures).length > 0) throw new Error('nobody’s disclosure');
      const parsed = v.safeParse(entrySchema, structuredClone(draft.entry));
      if (!parsed.success) {
        this.misfit ??= draft.entry.kind;
        throw new Error(`${draft.entry.kind} is no entry of the log`);
      }
      return { index: expect.size + i, at: Math.max(at, this.lastAt), seen, entry: parsed.output };
    });
    this.appending(logged);
    this.killed = next === 'killed before' || next === 'killed after';
    if (next === 'killed before') throw new Error('no worker');
    this.full = Math.max(0, this.full - 1);
    if (next === 'fails' || this.full > 0) throw new Error('no disk');
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
    if (next === 'killed after') throw new Error('no worker');
    return { ok: true, row: await this.row(), logged };
  }

  closeGate(...[log, how]: Parameters<SessionLog['closeGate']>): Promise<unknown> {
    if (this.killed) return Promise.resolve();
    const { cutAfter, reasons, draining } = how;
    this.gate = nextGate(this.gate, { log, state: draining ? 'draining' : 'closed', epoch: null, cutAfter, reasons });
    return Promise.resolve();
  }
}
