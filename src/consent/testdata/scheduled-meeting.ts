import type { AskTerms } from '../../model/ask.ts';
import type { ChatLine } from '../../model/chat.ts';
import type { Draft, Entry, Logged } from '../../model/entry.ts';
import { type AskId, type EpochId, idOf, type LogId, type ParticipantKey } from '../../model/id.ts';
import type { Observation, Seen } from '../../model/observation.ts';
import type { Completeness, RosterPerson } from '../../model/roster.ts';
import { SETTINGS, type Settings } from '../../model/settings.ts';
import { askDrafts, hostOf, openingDrafts } from '../../session/asking.ts';
import { describingDrafts } from '../../session/describing.ts';
import { type DuePost, duePosts } from '../../session/due.ts';
import { type Observed, type Revoke, Session } from '../../session/session.ts';
import { impliedDrafts, missedDrafts } from '../../session/waiting.ts';
import { HEARD_NOTHING, type Heard } from '../heard.ts';
import type { State } from '../state.ts';
import { MemoryLog } from './memory-log.ts';

/** Somebody who may come in. A site id names one join; without ids only the name is there. */
export interface Guest {
  readonly label: string;
  readonly name: string;
  readonly ids: boolean;
}
export const GUESTS = [
  { label: 'Ana', name: 'Ana', ids: true },
  { label: 'Ben', name: 'Ben', ids: true },
  { label: 'Cem', name: 'Cem', ids: true },
  { label: 'another Ana', name: 'Ana', ids: true },
  { label: 'Bob (no id)', name: 'Bob', ids: false },
  { label: 'Bоb (no id, a Cyrillic о)', name: 'B\u043eb', ids: false },
  { label: 'another Bob (no id)', name: 'Bob', ids: false },
  { label: 'Dov (no id)', name: 'Dov', ids: false },
] as const satisfies readonly Guest[];

export interface Moment {
  readonly meeting: ScheduledMeeting;
  readonly observation: Observation | null;
  readonly heard: Heard;
  /** Before it: the open epoch, and how many entries there were. */
  readonly open: EpochId | null;
  readonly size: number;
  readonly appended: readonly Logged[];
  readonly revoked: readonly Revoke[];
  readonly result: Observed;
  /** Its worker was killed by it, and another one has read the log. */
  readonly killed: boolean;
}

export interface Promised {
  before?(meeting: ScheduledMeeting, observation: Observation, heard: Heard): void;
  after?(moment: Moment): void | Promise<void>;
}

interface Line {
  readonly guest: Guest;
  readonly line: ChatLine;
  readonly heard: Heard;
}

/** Real session, real pure core; log in memory, page and clock by hand, and nothing random. */
export class ScheduledMeeting {
  now = 1_800_000_000_000;
  readonly log = new MemoryLog('lAAAAAAAAAAAA' as LogId);
  session!: Session;
  readonly page = new Map<Guest, RosterPerson>();
  reading: { completeness: Completeness; counter: 'equal' | 'one more' | 'one less' | 'none'; window: number } = {
    completeness: 'complete',
    counter: 'equal',
    window: 2,
  };
  readonly asks: { id: AskId; terms: AskTerms; hash: string }[] = [];
  readonly brought: { observation: Observation; heard: Heard }[] = [];
  readonly lines: Line[] = [];
  readonly revoked: Revoke[] = [];
  failures = 0;
  /** The clock was set back: times no longer tell what came first, and the log's own times stand still meanwhile. */
  ranBack = false;
  /** An epoch that was about to be closed in the log although the recorder had not been told. */
  untold: EpochId | null = null;
  private deferred: { observation: Observation; heard: Heard }[] = [];
  private unwritten: { observation: Observation; heard: Heard }[] = [];
  private hears = new Map<ChatLine, Heard>();
  private count = 0;
  private joins = 0;
  private counters = new Map<string, number>();

  constructor(private readonly promised: Promised) {}

  static async open(promised: Promised): Promise<ScheduledMeeting> {
    const meeting = new ScheduledMeeting(promised);
    meeting.log.appending = (entries) => {
      for (const { entry } of entries) {
        if (entry.kind !== 'gate-closed') continue;
        if (!meeting.revoked.some(({ epoch }) => epoch === entry.epoch)) meeting.untold = entry.epoch;
      }
    };
    meeting.session = await meeting.load();
    const how = { platform: 'sandbox', software: 'test', policy: 'floor/1', lagMs: 2000 };
    await meeting.commit(() => openingDrafts(how, 'room', idOf('participant', meeting.bytes(9))));
    await meeting.see({ what: 'capture', report: { capture: 'armed' } });
    return meeting;
  }

  load(): Promise<Session> {
    return Session.load('lAAAAAAAAAAAA' as LogId, {
      log: this.log,
      hear: (line) => Promise.resolve(this.hears.get(line) ?? HEARD_NOTHING),
      revoke: (order) => this.revoked.push(order),
      now: () => this.now,
      random: (n) => this.bytes(n),
    });
  }

  get state(): State {
    return this.session.state;
  }

  next(): number {
    return ++this.count;
  }

  private bytes(n: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(n);
    new DataView(bytes.buffer).setUint32(n - 4, this.next());
    return bytes;
  }

  // -- what the browser brings

  see(seen: Seen, heard: Heard = HEARD_NOTHING, key = `k${this.next()}`): Promise<Observed> {
    this.now += 10;
    return this.bring({ ...seen, key, at: this.now } as Observation, heard);
  }

  async bring(observation: Observation, heard: Heard): Promise<Observed> {
    this.promised.before?.(this, observation, heard);
    const result = await this.watch(observation, heard, () => this.observe(observation, heard));
    this.brought.push({ observation, heard });
    // What is not durable is brought again: by the page's outbox, by the recorder. An order of the host's only by the host.
    if (result.ok === 'later') this.deferred.push({ observation, heard });
    if (result.ok === false && observation.what !== 'order') this.unwritten.push({ observation, heard });
    return result;
  }

  /** Past every promise: for a promise that wants to try something itself. */
  observe(observation: Observation, heard: Heard): Promise<Observed> {
    if (observation.what === 'chat') this.hears.set(observation.line, heard);
    return this.session.observe(observation);
  }

  commit(make: (state: State) => readonly Draft[]): Promise<Observed> {
    return this.watch(null, HEARD_NOTHING, () => this.session.commit(make));
  }

  private async watch(observation: Observation | null, heard: Heard, work: () => Promise<Observed>): Promise<Observed> {
    const size = this.log.entries.length;
    const orders = this.revoked.length;
    const open = this.session.state.epoch?.epoch ?? null;
    const result = await work();
    const { killed } = this.log;
    if (killed) {
      this.log.killed = false;
      this.session = await this.load();
    } else if (result.ok === false) this.failures += 1;
    const [appended, revoked] = [this.log.entries.slice(size), this.revoked.slice(orders)];
    await this.promised.after?.({ meeting: this, observation, heard, open, size, appended, revoked, result, killed });
    return result;
  }

  // -- the page

  async comesIn(guest: Guest, sameId: boolean): Promise<void> {
    if (this.page.has(guest)) return;
    if (!sameId) this.joins += 1;
    const id = guest.ids ? `${guest.label} ${sameId ? 'same' : this.joins}` : null;
    this.page.set(guest, { id, name: guest.name, self: false });
    await this.reads();
  }

  async leaves(guest: Guest): Promise<void> {
    if (this.page.delete(guest)) await this.reads();
  }

  async isCalled(guest: Guest, name: string): Promise<void> {
    const row = this.page.get(guest);
    if (!row) return;
    this.page.set(guest, { ...row, name });
    await this.reads();
  }

  /** The outbox is in the order in which things were seen: what could not be written goes first, also to a new worker. */
  private async bringsAgain(): Promise<void> {
    const waiting = this.unwritten;
    this.unwritten = [];
    for (const { observation, heard } of waiting) await this.bring(observation, heard);
  }

  async restarts(): Promise<void> {
    this.session = await this.load();
    await this.bringsAgain();
  }

  /** A partial list is a virtualised one: it shows the host and the newest `window` guests. */
  async reads(): Promise<void> {
    await this.bringsAgain();
    const host = { id: 'host', name: 'Host', self: true };
    const guests = [...this.page.values()];
    const { completeness, counter, window } = this.reading;
    const people = { complete: [host, ...guests], partial: [host, ...guests.slice(-window)], unknown: [] }[
      completeness
    ];
    const rows = [host, ...guests];
    const counted = { equal: rows.length, 'one more': rows.length + 1, 'one less': rows.length - 1, none: null }[
      counter
    ];
    await this.see({ what: 'roster', roster: { people, completeness, counter: counted, source: 'dom' } });
    const waiting = this.deferred;
    this.deferred = [];
    for (const { observation, heard } of waiting) await this.bring(observation, heard);
  }

  keyOf(guest: Guest): ParticipantKey | null {
    const row = this.page.get(guest);
    if (!row) return null;
    const fits = [...this.session.directory.people].filter(([key, known]) =>
      row.id === null ? known.site === null && known.name === row.name && !this.isHost(key) : known.site === row.id,
    );
    return fits.at(-1)?.[0] ?? null;
  }

  private isHost(key: ParticipantKey): boolean {
    return this.state.people.get(key)?.self === true;
  }

  // -- the chat

  async says(guest: Guest, heard: Heard, how: { replayed?: boolean; early?: boolean; nameOnly?: boolean } = {}) {
    const row = this.page.get(guest);
    const id = how.nameOnly ? null : (row?.id ?? (guest.ids ? `${guest.label} gone` : null));
    const sender = { id, name: row?.name ?? guest.name, self: false };
    const line: ChatLine = { id: `m${this.next()}`, sender, text: heard.says, edited: false };
    this.lines.push({ guest, line, heard });
    this.now += 10;
    const at = how.early ? this.now - 60_000 : this.now;
    await this.bring({ what: 'chat', line, replayed: how.replayed ?? false, key: `c:${line.id}`, at }, heard);
  }

  async edits(guest: Guest, heard: Heard): Promise<void> {
    const before = this.lines.findLast((said) => said.guest === guest);
    if (!before) return;
    const line: ChatLine = { ...before.line, text: `${heard.says}*`, edited: true };
    this.lines.push({ guest, line, heard });
    await this.see({ what: 'chat', line, replayed: false }, heard);
  }

  /** The page was loaded anew: the whole chat is there again, and the clock goes on. */
  async reloads(): Promise<void> {
    for (const { line, heard } of [...this.lines])
      await this.see(
        { what: 'chat', line: { ...line }, replayed: true },
        heard,
        `c:${line.id}${line.edited ? ':e' : ''}`,
      );
  }

  /** Nothing happens for a while but what becomes true by waiting. */
  async waits(ms: number): Promise<void> {
    this.now += ms;
    const due = (state: State) => [...missedDrafts(state, this.now), ...impliedDrafts(state, this.now, 0)];
    if (due(this.state).length > 0) await this.commit(due);
  }

  async settles(settings: Partial<Settings>): Promise<void> {
    this.now += 10;
    await this.commit((state) => describingDrafts(state, { ...SETTINGS, ...settings }));
  }

  counter(key: string, step: number): number {
    const next = Math.max(0, (this.counters.get(key) ?? 0) + step);
    this.counters.set(key, Math.max(next, this.counters.get(key) ?? 0));
    return next;
  }

  // -- the host

  async ask(terms: AskTerms): Promise<void> {
    const id = idOf('ask', this.bytes(9));
    const hash = `hash${this.next()}`;
    this.asks.push({ id, terms, hash });
    const ask = { ...terms, id, notice: { language: 'en', version: 1, hash } };
    const yes = { key: `host${id}`, sig: 'sig', counter: 1 };
    this.now += 10;
    await this.commit((state) => askDrafts(ask, 'words', hostOf(state), yes, state));
  }

  async posts(
    outcome: 'echoed' | 'refused' | 'unsure',
    says: readonly DuePost['says'][] = ['notice', 'going-on'],
  ): Promise<void> {
    this.now += 3000;
    for (const kind of says) {
      for (const due of duePosts(this.state, this.now).filter((post) => post.says === kind)) {
        const post = idOf('post', this.bytes(9));
        const entry: Entry = { kind: 'post-ordered', post, says: due.says, ask: due.ask, people: [...due.people] };
        await this.commit((state) => [{ entry, subject: hostOf(state), disclosures: { text: 'words' } }]);
        await this.see({ what: 'post', post, outcome });
      }
    }
  }

  async starts(): Promise<void> {
    const epoch = this.state.segment?.epoch;
    if (epoch) await this.see({ what: 'capture', report: { capture: 'started', epoch, mime: 'x', microphone: true } });
  }

  async seals(cause: Extract<Extract<Seen, { what: 'capture' }>['report'], { capture: 'sealed' }>['cause']) {
    const epoch = this.state.segment?.epoch;
    const kept = { chunks: 2, bytes: 9, ms: 2000, dropped: 0, lastHash: '' };
    if (epoch) await this.see({ what: 'capture', report: { capture: 'sealed', epoch, cause, ...kept } });
  }
}
