import { decide, type Fresh } from '../consent/decide.ts';
import { PENDING_MS } from '../consent/decide-chat.ts';
import { isListOrder } from '../consent/decide-list.ts';
import { isOutranked } from '../consent/decide-roster.ts';
import { type Directory, type Disclosed, learn, toldBy } from '../consent/directory.ts';
import { advance } from '../consent/fold.ts';
import { HEARD_NOTHING, type Heard } from '../consent/heard.ts';
import { cuttingReasons, judge } from '../consent/judge.ts';
import { requirementDue } from '../consent/requirement.ts';
import { blankState, type State } from '../consent/state.ts';
import type { LogRow } from '../database/schema.ts';
import { knownFrontier } from '../log/checkpoints.ts';
import { rootOfFrontier } from '../log/merkle.ts';
import { seenHasher } from '../log/seen.ts';
import type { Media } from '../model/ask.ts';
import type { ChatLine } from '../model/chat.ts';
import type { Draft, Logged } from '../model/entry.ts';
import { Failure, type FailureCode } from '../model/failure.ts';
import type { GateRow, Reason } from '../model/gate.ts';
import { type AskId, base64url, type EpochId, ID_BYTES, idOf, type LogId } from '../model/id.ts';
import type { Observation, Order, StoreCause } from '../model/observation.ts';
import type { OnTag } from '../model/tag.ts';
import { PACK } from '../policy/pack.ts';
import { keepSnapshot, type Loaded, load, newestOf, type ReadableLog, readAfter } from './load.ts';
import { SNAPSHOT_EVERY } from './snapshot.ts';

/** What the orchestrator needs; the worker brings the real ones, tests bring memory. */
export interface SessionPorts {
  readonly log: SessionLog;
  /** Reads words and tag of a chat line. Asynchronous because signatures are checked here. */
  hear(line: ChatLine, state: State): Promise<Heard>;
  /** Called before a closing is logged. Must reach the recorder without waiting for anything else. */
  revoke(order: Revoke): void;
  /** ms UTC */
  now(): number;
  random(bytes: number): Uint8Array<ArrayBuffer>;
}

export interface SessionLog extends ReadableLog {
  append(
    log: LogId,
    expect: { readonly size: number; readonly head: string },
    items: readonly { readonly draft: Draft; readonly at: number; readonly seen: string }[],
    gate: GateRow | null,
  ): Promise<
    | { readonly ok: true; readonly row: LogRow; readonly logged: readonly Logged[] }
    | { readonly ok: false; readonly code: 'conflict' }
  >;
  closeGate(
    log: LogId,
    how: { readonly cutAfter: number | null; readonly reasons: readonly Reason[]; readonly draining: boolean },
  ): Promise<unknown>;
}

export interface Revoke {
  readonly log: LogId;
  readonly epoch: EpochId;
  /** true: the last chunk is kept. */
  readonly drain: boolean;
  /** ms UTC: chunks that end later are thrown away; null keeps all. */
  readonly cutAfter: number | null;
  readonly reasons: readonly Reason[];
  /** The log could not be written. */
  readonly cause?: StoreCause;
}

export interface OpenOrder {
  readonly log: LogId;
  readonly epoch: EpochId;
  readonly media: Media;
  readonly ask: AskId;
}

export type Observed =
  /** durable: it is in the log, or it says nothing that belongs there. open: order the recorder now. */
  | { readonly ok: true; readonly appended: readonly Logged[]; readonly open: OpenOrder | null }
  /** Bring it again when the roster has changed. */
  | { readonly ok: 'later' }
  | { readonly ok: false; readonly code: FailureCode };

interface Made {
  readonly drafts: readonly Draft[];
  readonly at: number;
  readonly seen: string;
  /** Under which name it is owed when it cannot be written, unless it is but a yes; '' for what the worker itself decides. */
  readonly owes: string;
}

const RETRIES = 5;

/**
 * One meeting's orchestrator: observe = decide → gate → append → effects as data. One queue, so that nothing is judged on a state
 * that is about to change. Opening: log first, then order. Closing: revoke first, then log; if the append fails, stay closed.
 */
export class Session {
  private queue: Promise<unknown> = Promise.resolve();
  /**
   * What was seen and could not be written: a chat line by its own hash, everything else by its kind, because a newer reading
   * or order takes its place. Until it is written, nothing opens: a withdrawal is not forgotten because the disk was full for a moment.
   */
  private readonly owed = new Set<string>();
  /** Epoch that was revoked because something could not be written. */
  private shutEpoch: EpochId | null = null;
  /** Code of the newest failed write; an opening is itself a write first, so nothing can open while writing fails. */
  private failing: FailureCode | null = null;

  private row: LogRow;
  private folded: State;
  private readonly known: Directory;
  private told: Logged[];
  /** Size of the newest snapshot, or of the log where it is not worth one yet. */
  private keptAt: number;
  /** What was appended while the part before the snapshot is being read; null when nothing is unread. */
  private since: Logged[] | null;
  /** The whole log was read, and it is damaged: nothing is written to it any more. */
  private damage: Failure | null = null;
  /** Quoted words, senders, notices and posts, by entry index: what screens show. */
  readonly texts: Map<number, Disclosed>;
  /**
   * What follows when all of the log has been read: with a snapshot that is some time after it could be judged, and until then nothing
   * opens. A damaged log closes what is open.
   */
  readonly whole: Promise<Observed>;

  private constructor(
    readonly log: LogId,
    private readonly ports: SessionPorts,
    loaded: Loaded,
    /** Keyed hash of an observation's key. */
    private readonly hash: (key: string) => Promise<string>,
  ) {
    this.row = loaded.row;
    this.folded = loaded.state;
    this.known = loaded.directory;
    this.texts = loaded.texts;
    this.told = [...loaded.told];
    this.since = loaded.whole ? null : [];
    this.keptAt = loaded.whole ? 0 : this.row.size;
    this.whole = loaded.whole ? Promise.resolve({ ok: true, appended: [], open: null }) : this.readWhole(loaded.row);
    this.keep();
  }

  /** Restart of a worker = fold of the log: nothing else is state. */
  static async load(log: LogId, ports: SessionPorts): Promise<Session> {
    const loaded = await load(log, ports.log);
    return new Session(log, ports, loaded, await seenHasher(loaded.row.seenKey));
  }

  /** A part of the log is still being read: nothing opens until it was found to be whole. */
  get isChecking(): boolean {
    return this.since !== null && this.damage === null;
  }

  get state(): State {
    return this.folded;
  }

  get directory(): Directory {
    return this.known;
  }

  /** The code of the last failed write, or null when the log can be written. */
  get trouble(): FailureCode | null {
    return this.damage?.code ?? this.failing;
  }

  /** Something could not be written while this epoch ran: it ends, also when writing works again before the recorder has heard of it. */
  isRevoked(epoch: string): boolean {
    return epoch === this.shutEpoch;
  }

  /** Nothing is recorded, because something cannot or could not be written; the log itself may not say so yet. */
  get isShut(): boolean {
    const { epoch } = this.folded;
    return this.trouble !== null || (epoch !== null && this.isRevoked(epoch.epoch));
  }

  /** Size and root of the log's tree as it stands; null where an older version wrote the log, and its frontier is not known. */
  async root(): Promise<OnTag['root']> {
    const frontier = knownFrontier(this.row);
    return frontier && { size: frontier.size, hash: base64url(await rootOfFrontier(frontier)) };
  }

  /** Judges one observation and makes it durable. Never throws for what the page sent. */
  observe(observation: Observation): Promise<Observed> {
    return this.next(async () => {
      const seen = await this.hash(observation.key);
      if (this.folded.seen.has(seen)) {
        this.owed.delete(seen);
        return { ok: true, appended: [], open: null };
      }
      const heard = observation.what === 'chat' ? await this.ports.hear(observation.line, this.folded) : HEARD_NOTHING;
      return this.append((state) => {
        const decision = decide(state, this.known, observation, heard, this.fresh);
        const early = this.ports.now() - observation.at < PENDING_MS;
        if (decision.later && early) return 'later';
        // Also of what says nothing new: it may take the place of what is owed.
        const owes = isIdle(state, observation, decision.drafts) ? '' : owedAs(observation, seen);
        return { drafts: decision.drafts, at: observation.at, seen, owes };
      });
    });
  }

  /** Appends what the worker itself decides: an ask, a post that it orders. Judged like everything else. */
  commit(make: (state: State) => readonly Draft[]): Promise<Observed> {
    return this.next(() => this.append((state) => ({ drafts: make(state), at: this.ports.now(), seen: '', owes: '' })));
  }

  /** Behind the queue, so that nothing waits for it: only what it ends with is a turn of its own. */
  private async readWhole(row: LogRow): Promise<Observed> {
    const state = blankState();
    try {
      for await (const page of this.ports.log.pages(row)) for (const { logged } of page) advance(state, logged);
    } catch (error) {
      return this.next(() => this.giveUp(error));
    }
    return this.next(async () => {
      for (const logged of this.since ?? []) advance(state, logged);
      this.folded = state;
      this.since = null;
      return this.append(() => ({ drafts: [], at: this.ports.now(), seen: '', owes: '' }));
    });
  }

  /** What rests on a log that cannot be read whole is closed, and stays so. */
  private async giveUp(error: unknown): Promise<never> {
    this.damage =
      error instanceof Failure ? error : new Failure('unexpected', 'the log was not read', { cause: error });
    await this.shut(this.damage.code);
    throw this.damage;
  }

  /** Nothing is recorded beside a log that cannot be read or written, whatever it was that could not be written. */
  private async shut(code: FailureCode): Promise<void> {
    const open = this.folded.epoch ?? this.folded.segment;
    if (!open || open.epoch === this.shutEpoch) return;
    this.shutEpoch = open.epoch;
    const revoke: Revoke = {
      log: this.log,
      epoch: open.epoch,
      drain: false,
      cutAfter: null,
      reasons: ['capture-failed'],
      cause: code === 'disk-full' ? code : 'storage-failed',
    };
    this.ports.revoke(revoke);
    await this.stayClosed(revoke);
  }

  private next(work: () => Promise<Observed>): Promise<Observed> {
    const run = this.queue.then(work).catch(async (error: unknown): Promise<Observed> => {
      const code = error instanceof Failure ? error.code : 'unexpected';
      this.failing = code;
      // The recorder was told; a disk that takes no row now keeps it from nothing.
      await this.shut(code).catch((again: unknown) => console.warn('the gate row is not closed yet:', again));
      return { ok: false, code };
    });
    this.queue = run;
    return run;
  }

  private async append(make: (state: State) => 'later' | Made): Promise<Observed> {
    if (this.damage) throw this.damage;
    for (let attempt = 0; attempt < RETRIES; attempt++) {
      const made = make(this.folded);
      if (made === 'later') return { ok: 'later' };
      const plan = this.plan(made.drafts, made.at, made.owes);
      if (plan.drafts.length === 0) {
        this.owed.delete(made.owes);
        return { ok: true, appended: [], open: null };
      }
      if (plan.revoke) this.ports.revoke(plan.revoke);
      const items = plan.drafts.map((draft, i) => ({ draft, at: made.at, seen: i === 0 ? made.seen : '' }));
      try {
        // A crash before the transaction leaves at most an unused person key; after it, everything that was decided.
        const done = await this.ports.log.append(this.log, this.row, items, plan.gate);
        if (done.ok) {
          this.owed.delete(made.owes);
          return this.take(done, plan);
        }
      } catch (error) {
        if (made.owes && !made.drafts.every(isYes)) this.owed.add(made.owes);
        if (plan.revoke) {
          this.shutEpoch = plan.revoke.epoch;
          await this.stayClosed(plan.revoke);
        }
        throw error;
      }
      await this.reload();
    }
    throw new Failure('storage-failed', 'the log changed under every attempt to append');
  }

  /** Follows the drafts on a copy of the state, so that the verdict lands in the same transaction as what caused it. */
  private plan(
    drafts: readonly Draft[],
    at: number,
    owes: string,
  ): { drafts: readonly Draft[]; gate: GateRow | null; revoke: Revoke | null; open: OpenOrder | null } {
    const ahead = copy(this.folded);
    const all = [...drafts];
    // As the log will say it: its time stands still while the clock has run back.
    const logged = Math.max(at, this.row.lastAt);
    for (const draft of drafts) advance(ahead, { index: ahead.size, at: logged, seen: '', entry: draft.entry });
    // Who must agree, and how, follows from what was just said: it is in force before the verdict that goes by it.
    const asksAnew = drafts.length > 0 || ahead.requirement?.pack !== PACK.version;
    const requirement = asksAnew ? requirementDue(ahead) : null;
    if (requirement) {
      all.push({ entry: requirement, subject: null, disclosures: {} });
      advance(ahead, { index: ahead.size, at: logged, seen: '', entry: requirement });
    }
    let gateRow: GateRow | null = null;
    let revoke: Revoke | null = null;
    let open: OpenOrder | null = null;
    for (;;) {
      const judged = judge(ahead, () => idOf('epoch', this.ports.random(ID_BYTES)));
      const shut = judged.turn === 'opens' && (this.isChecking || [...this.owed].some((key) => key !== owes));
      if (judged.turn === 'stays' || shut) {
        const late = revoke || open ? null : this.lateCut(ahead, at);
        return {
          drafts: all,
          gate: late ? rowOf(late) : (gateRow ?? this.sealedRow(ahead)),
          revoke: late ?? revoke,
          open,
        };
      }
      all.push({ entry: judged.entry, subject: null, disclosures: {} });
      advance(ahead, { index: ahead.size, at: logged, seen: '', entry: judged.entry });
      if (judged.turn === 'closes') {
        const cutAfter = judged.cuts ? at - (ahead.opened?.lagMs ?? 0) : null;
        const { epoch, reasons } = judged.entry;
        revoke = { log: this.log, epoch, drain: !judged.cuts, cutAfter, reasons };
        gateRow = rowOf(revoke);
      } else {
        const { epoch, media, ask } = judged.entry;
        open = { log: this.log, epoch, media, ask };
        gateRow = { log: this.log, state: 'open', epoch, cutAfter: null, reasons: [] };
      }
    }
  }

  /** A drained epoch is closed for good with its seal, so that nobody looks at it again after a crash. */
  private sealedRow(ahead: State): GateRow | null {
    const { segment } = this.folded;
    if (segment === null || ahead.segment !== null) return null;
    return { log: this.log, state: 'closed', epoch: segment.epoch, cutAfter: null, reasons: [] };
  }

  /**
   * The host paused, and before the recorder has sealed somebody comes in or says no: what is still draining is cut after all. The
   * earlier of two cuts counts, in the recorder and in the gate row.
   */
  private lateCut(ahead: State, at: number): Revoke | null {
    const { segment } = ahead;
    if (ahead.epoch || this.folded.epoch || segment === null) return null;
    const before = new Set(cuttingReasons(this.folded));
    const reasons = cuttingReasons(ahead).filter((reason) => !before.has(reason));
    if (reasons.length === 0) return null;
    return { log: this.log, epoch: segment.epoch, drain: false, cutAfter: at - (ahead.opened?.lagMs ?? 0), reasons };
  }

  private take(
    done: { row: LogRow; logged: readonly Logged[] },
    plan: { drafts: readonly Draft[]; open: OpenOrder | null },
  ): Observed {
    this.failing = null;
    this.row = done.row;
    done.logged.forEach((logged, i) => {
      this.follow(logged, plan.drafts[i]?.disclosures ?? {});
    });
    this.keep();
    return { ok: true, appended: done.logged, open: plan.open };
  }

  /** The append failed: the recorder was already told; the gate row is closed in a transaction of its own, if the disk lets us. */
  private async stayClosed(revoke: Revoke): Promise<void> {
    await this.ports.log.closeGate(this.log, {
      cutAfter: revoke.cutAfter,
      reasons: revoke.reasons,
      draining: revoke.drain,
    });
  }

  /** Somebody else wrote to the log: what they wrote is followed. */
  private async reload(): Promise<void> {
    const row = await this.ports.log.row(this.log);
    if (!row) throw new Failure('damaged', 'this meeting has no log any more');
    const { size, head, lastAt } = this.row;
    const entries = await readAfter(row, { size, head, at: size > 0 ? lastAt : null }, this.ports.log);
    const disclosed = await this.ports.log.disclosuresOf(this.log, toldBy(entries));
    this.row = row;
    for (const logged of entries) this.follow(logged, disclosed.get(logged.index) ?? {});
    this.keep();
  }

  private follow(logged: Logged, disclosed: Disclosed): void {
    advance(this.folded, logged);
    this.since?.push(logged);
    this.told.push(logged);
    learn(this.known, logged, disclosed);
    this.texts.set(logged.index, disclosed);
  }

  private keep(): void {
    if (this.since !== null || this.row.size - this.keptAt < SNAPSHOT_EVERY) return;
    this.keptAt = this.row.size;
    this.told = newestOf(this.told);
    keepSnapshot(this.row, { state: this.folded, told: this.told }, this.ports.log);
  }

  private readonly fresh: Fresh = {
    participant: () => idOf('participant', this.ports.random(ID_BYTES)),
    doubt: () => idOf('doubt', this.ports.random(ID_BYTES)),
  };
}

/** Orders that say whether to record stand for each other, and so do those that write the list; other orders the host gives again. */
const STANDING_ORDERS = new Set<Order['do']>(['pause', 'resume', 'stop', 'go-on-without']);

/** A yes that could not be written is simply not there yet, and neither is what is only noted beside it. */
function isYes({ entry }: Draft): boolean {
  return entry.kind === 'seen' || (entry.kind === 'answered' && entry.answer === 'consented');
}

/** A page without a list takes the place of nothing, and neither does an order about the list that changes and vouches for nothing. */
function isIdle(state: State, observation: Observation, drafts: readonly Draft[]): boolean {
  if (observation.what === 'roster') return isOutranked(state, observation.roster);
  return observation.what === 'order' && isListOrder(observation.order) && drafts.length === 0;
}

function owedAs(observation: Observation, seen: string): string {
  if (observation.what === 'chat') return seen;
  if (observation.what === 'order') {
    // The host's own reading of who is here: it stands for what the page said before, and the other way round.
    if (isListOrder(observation.order)) return 'roster';
    return STANDING_ORDERS.has(observation.order.do) ? 'order' : '';
  }
  const { what } = observation;
  return what === 'capture' || what === 'post' || what === 'mute' || what === 'screen' ? '' : what;
}

/** The row that every chunk's transaction reads, as a revocation leaves it. */
function rowOf({ log, epoch, drain, cutAfter, reasons }: Revoke): GateRow {
  return { log, state: drain ? 'draining' : 'closed', epoch, cutAfter, reasons };
}

/** Deep enough to advance without touching the original; `seen` is shared because a plan never adds to it. */
function copy(state: State): State {
  return {
    ...state,
    people: new Map(
      [...state.people].map(([key, person]) => [
        key,
        { ...person, shown: new Map(person.shown), told: new Map(person.told) },
      ]),
    ),
    asks: new Map(state.asks),
    others: new Map(state.others),
    answers: new Map(state.answers),
    doubts: new Map(state.doubts),
    posts: new Map([...state.posts].map(([key, post]) => [key, { ...post }])),
    keys: new Map(state.keys),
    requests: new Map(state.requests),
    segment: state.segment && { ...state.segment },
  };
}
