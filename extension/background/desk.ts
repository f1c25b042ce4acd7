import { gate } from '../../src/consent/gate.ts';
import { SpreadNumbers } from '../../src/consent/spread-number.ts';
import type { State } from '../../src/consent/state.ts';
import { markDamaged } from '../../src/log/rows.ts';
import type { Entry } from '../../src/model/entry.ts';
import { Failure, type Outcome } from '../../src/model/failure.ts';
import { LEASE_MS } from '../../src/model/gate.ts';
import { ID_BYTES, idOf, type LogId, type ParticipantKey } from '../../src/model/id.ts';
import type { CaptureReport, Observation } from '../../src/model/observation.ts';
import { joinParts, partsOf } from '../../src/model/tag-post.ts';
import { platformById } from '../../src/platforms/registry.ts';
import { FLOOR_POLICY_NAME } from '../../src/policy/floor.ts';
import { openingDrafts } from '../../src/session/asking.ts';
import { describingDrafts } from '../../src/session/describing.ts';
import { duePosts } from '../../src/session/due.ts';
import { hear } from '../../src/session/hear.ts';
import { idsOf, requestRowsOf } from '../../src/session/requests.ts';
import { type Observed, Session } from '../../src/session/session.ts';
import { impliedDrafts, missedDrafts } from '../../src/session/waiting.ts';
import { postTexts } from '../../src/session/words.ts';
import { keepRequests } from '../../src/vault/requests.ts';
import { isArmed } from './arming.ts';
import { BEAT_LIMIT_MS, type MeetingTab, microphoneIsOn, say } from './meeting.ts';
import { Met } from './met.ts';
import { microphoneAllowed } from './microphone.ts';
import { openSegment, recorderStatus, revokeSegment } from './recorder.ts';
import { settings } from './settings.ts';
import { randomBytes, storage } from './storage.ts';
import { NOTE_MS, noteWatched, recentLog, SAME_MEETING_MS } from './watched.ts';

/** A worker that has just woken waits this long for the pages to come back before it calls them lost, ms. */
const WAKE_GRACE_MS = 4000;
/** A post without any word from the page after this long, for each of its messages, is one that we are unsure of, ms. */
const POST_LIMIT_MS = 20_000;

/**
 * Everything that one life of the worker holds in memory about meetings that we host. All of it can be rebuilt: sessions from
 * their logs, tabs from the lines that content scripts open again.
 */
export class Desk {
  readonly tabs = new Map<number, MeetingTab>();
  private readonly sessions = new Map<LogId, Promise<Session>>();
  private readonly bornAt = performance.now();
  private readonly timers = new Map<LogId, ReturnType<typeof setTimeout>>();

  private readonly met = new Met();
  private readonly entering = new WeakMap<MeetingTab, Promise<void>>();

  /** When a recorder was last heard of, ms on this worker's clock: one that is silent for two leases is gone. */
  private readonly heardAt = new Map<LogId, number>();

  constructor(
    private readonly changed: (tab: number) => void,
    private readonly recover: () => Promise<void>,
  ) {
    setInterval(() => this.tick(), 1000);
  }

  /** The session of a log, folded on first use. */
  session(log: LogId): Promise<Session> {
    const known = this.sessions.get(log);
    if (known) return known;
    // Of a worker that was ended only pieces are lost, and it stays while recording runs: the recorder reports to it each second.
    const spread = new SpreadNumbers();
    const loading = storage().then(({ log: store }) =>
      Session.load(log, {
        log: store,
        hear: async (line, state) =>
          hear(line, state, (await settings()).settings.pauseAtNumbers ? spread : null, performance.now()),
        revoke: revokeSegment,
        now: () => Date.now(),
        random: randomBytes,
      }),
    );
    this.sessions.set(log, loading);
    // What is loaded from a snapshot opens nothing before all of the log was read.
    loading.then(async (session) => this.follow(session, await session.whole)).catch(() => this.sessions.delete(log));
    return loading;
  }

  /** Is a gate open in any meeting that this worker knows? */
  isOpen(): boolean {
    return [...this.tabs.values()].some(({ session }) => session?.state.epoch || session?.state.segment);
  }

  tabOf(log: LogId): MeetingTab | null {
    return [...this.tabs.values()].find((meeting) => meeting.session?.log === log) ?? null;
  }

  /** A meeting page has said where it is. One after the other, so that one meeting gets one log. */
  enter(meeting: MeetingTab): Promise<void> {
    const before = this.entering.get(meeting);
    const entered = Promise.allSettled([before]).then(() => this.arrived(meeting));
    this.entering.set(meeting, entered);
    return entered;
  }

  /** We host there if we already did minutes ago, or if the toolbar button was pressed. */
  private async arrived(meeting: MeetingTab): Promise<void> {
    this.changed(meeting.tab);
    const hosted = meeting.session;
    if (meeting.place !== 'call') return this.seen(meeting);
    if (hosted && !isOver(meeting)) return;
    await this.finish(meeting);
    const { db } = await storage();
    const recent = (await recentLog(db, meeting.meeting, Date.now())) as LogId | null;
    const armed = await isArmed(meeting.tab);
    if (recent) {
      meeting.inOtherTab = this.tabOf(recent) !== null;
      if (meeting.inOtherTab) return this.changed(meeting.tab);
      const found = await this.unlessDamaged(recent);
      meeting.session = found ?? (await this.openLog(meeting, recent));
      // A worker that died right after making the log left it empty.
      if (meeting.session.state.opened === null) await this.begin(meeting, meeting.session);
    } else if (armed) {
      meeting.session = await this.openLog(meeting);
    } else {
      if (hosted) say(meeting, { say: 'mode', mode: 'idle' });
      return;
    }
    const described = await this.describe(meeting.session);
    if (described.ok !== true) console.error('the settings are not in the log yet; nothing is asked before they are');
    await this.note(meeting, meeting.session.log);
    meeting.beatAt = performance.now();
    const now = Date.now();
    const key = crypto.randomUUID();
    await this.feed(meeting.session, { what: 'place', place: 'call', at: now, key: `back:${key}` });
    await this.feed(meeting.session, { what: 'watch', watching: true, at: now, key: `watch:${key}` });
    await this.report(meeting.session, armed ? { capture: 'armed' } : { capture: 'disarmed', why: 'tab-closed' });
    say(meeting, { say: 'mode', mode: 'host' });
    this.resendPosts(meeting);
    if (recent) this.knows(meeting.session, this.met.again(meeting.session));
    this.changed(meeting.tab);
  }

  /** The session of a log, or null when that is damaged: it stays as it is, and nothing is appended to it. */
  private async unlessDamaged(log: LogId): Promise<Session | null> {
    try {
      const session = await this.session(log);
      return session.trouble === 'damaged' ? null : session;
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'damaged')) throw error;
      console.error('a log is damaged', log, error.detail);
      // So that no other life of this worker goes on with it either.
      await markDamaged((await storage()).db, log);
      return null;
    }
  }

  /** A log was found damaged while its meeting goes on: its gate is closed by now. A new log is begun, and everybody is asked anew. */
  private async renew(session: Session): Promise<void> {
    const { db } = await storage();
    await markDamaged(db, session.log);
    this.sessions.delete(session.log);
    const meeting = this.tabOf(session.log);
    if (!meeting) return;
    meeting.session = null;
    await this.enter(meeting);
  }

  private async openLog(meeting: MeetingTab, damaged: LogId | null = null): Promise<Session> {
    const { log: store, reserve } = await storage();
    // Made now, so that opening has not to wait for it. Without it nothing opens, and that is said then.
    reserve.ensure().catch((error: unknown) => console.warn('no room for a withdrawal yet:', (error as Error).message));
    const log = idOf('log', randomBytes(ID_BYTES));
    await store.create({ log, platform: meeting.platform, meeting: meeting.meeting, at: Date.now() });
    const session = await this.session(log);
    await this.begin(meeting, session, damaged);
    return session;
  }

  private async begin(meeting: MeetingTab, session: Session, damaged: LogId | null = null): Promise<void> {
    const before = damaged && (await (await storage()).log.row(damaged));
    const continues = before && { log: before.log as LogId, size: before.size, head: before.head };
    const host = idOf('participant', randomBytes(ID_BYTES));
    const lagMs = platformById(meeting.platform)?.lagMs ?? 2000;
    const software = `ask-to-record ${chrome.runtime.getManifest().version}`;
    const how = {
      platform: meeting.platform,
      software,
      policy: FLOOR_POLICY_NAME,
      lagMs,
      ...(continues && { continues }),
    };
    const begun = await session.commit((state) => (state.opened ? [] : openingDrafts(how, meeting.siteMeeting, host)));
    if (begun.ok !== true)
      throw new Failure(begun.ok === 'later' ? 'unexpected' : begun.code, 'the log could not be opened');
  }

  /** What the settings say stands in the log before anybody is asked, and again when they change. */
  async describe(session: Session): Promise<Observed> {
    const { settings: now } = await settings();
    return this.follow(session, await session.commit((state) => describingDrafts(state, now)));
  }

  /** Settings were changed: what is stricter counts at once, in every meeting that is hosted now. */
  settingsChanged(): void {
    for (const { session } of this.tabs.values())
      if (session) this.describe(session).catch((error: unknown) => console.error('settings', error));
  }

  /** This page is in another meeting from now on: whoever hosted here has left it. */
  async finish(meeting: MeetingTab): Promise<void> {
    const { session } = meeting;
    if (!session) return;
    const wasHere = session.state.inCall && !isOver(meeting);
    await this.feed(session, {
      what: 'place',
      place: 'elsewhere',
      at: Date.now(),
      key: `away:${crypto.randomUUID()}`,
    });
    meeting.session = null;
    if (wasHere) await this.note(meeting, session.log);
  }

  /** Notes once a minute that this meeting is being watched. Where nobody could for long (a laptop slept), it is another one. */
  private async watched(meeting: MeetingTab): Promise<void> {
    if (!meeting.session?.state.inCall) return;
    if (isOver(meeting)) return this.enter(meeting);
    if (Date.now() - meeting.notedAt >= NOTE_MS) await this.note(meeting, meeting.session.log);
  }

  /** The last moment of a meeting that is being left: its ten minutes begin now. */
  private async seen(meeting: MeetingTab): Promise<void> {
    const { session } = meeting;
    if (session?.state.inCall && !isOver(meeting)) await this.note(meeting, session.log);
  }

  /** A note that cannot be written costs a log of its own to whoever comes back, and nothing else. */
  private async note(meeting: MeetingTab, log: LogId, at = Date.now()): Promise<void> {
    meeting.notedAt = at;
    const { db } = await storage();
    await noteWatched(db, meeting.meeting, log, at).catch((error: unknown) => console.warn('not noted', error));
  }

  /** Judges one observation and does what follows from it. */
  async feed(session: Session, observation: Observation): Promise<Observed> {
    return this.follow(session, await session.observe(observation));
  }

  /** Effects of what was just logged: the recorder's order, posts that are due, new views. */
  follow(session: Session, observed: Observed): Observed {
    const meeting = this.tabOf(session.log);
    if (observed.ok === true && observed.open) {
      this.heardAt.set(session.log, performance.now());
      const { open } = observed;
      const lagMs = session.state.opened?.lagMs ?? 2000;
      const opening = meeting
        ? microphoneAllowed().then((allowed) =>
            openSegment(open, {
              tab: meeting.tab,
              microphone: microphoneIsOn(meeting),
              wanted: () => session.state.epoch?.epoch === open.epoch,
              microphoneAllowed: allowed,
              lagMs,
            }),
          )
        : Promise.resolve([nothingRecorded(open.epoch)]);
      opening
        .then(async (reports) => {
          for (const report of reports) await this.report(session, report);
        })
        .catch((error: unknown) => {
          console.error('the recorder did not open', error);
          return this.report(session, nothingRecorded(open.epoch));
        });
    }
    if (observed.ok === false && observed.code === 'damaged' && this.sessions.has(session.log)) {
      this.renew(session).catch((error: unknown) => console.error('no new log', error));
      return observed;
    }
    if (observed.ok === true) this.knows(session, this.met.follow(session, observed.appended));
    if (observed.ok === true && observed.appended.some(({ entry }) => entry.kind.startsWith('request-')))
      this.keepRequests(session).catch((error: unknown) => console.error('requests', error));
    this.post(session).catch((error: unknown) => console.error('posting failed', error));
    if (meeting) this.changed(meeting.tab);
    return observed;
  }

  /** Of whom nothing could be looked up, nothing is known: that is the strictest. */
  private knows(session: Session, met: Promise<Observed[]>): void {
    met
      .then((logged) => {
        for (const observed of logged) this.follow(session, observed);
      })
      .catch((error: unknown) => console.error('people met before', error));
  }

  /** The host's own press; what somebody said stays in this meeting's log. */
  async forgetPlace(session: Session, participant: ParticipantKey): Promise<Outcome<null>> {
    try {
      await this.met.forget(session, participant);
      return { ok: true, value: null };
    } catch (error) {
      console.error('not forgotten', error);
      return { ok: false, code: error instanceof Failure ? error.code : 'unexpected' };
    }
  }

  /** Of somebody who asks to be forgotten, nothing is remembered for later meetings. */
  async forgetMet(session: Session, participant: ParticipantKey): Promise<void> {
    for (const id of idsOf(session.state, participant)) await this.met.forget(session, id);
  }

  /** What this life of the worker knows of a log is read anew when it is needed: some of it was destroyed. Not of one that a page is in. */
  forget(log: LogId): void {
    if (!this.tabOf(log)) this.sessions.delete(log);
  }

  /** The list of requests follows the log. */
  async keepRequests(session: Session): Promise<void> {
    const { db } = await storage();
    await keepRequests(db, requestRowsOf(session.log, session.state));
  }

  report(session: Session, report: CaptureReport): Promise<Observed> {
    const id = 'epoch' in report ? `${report.capture}:${report.epoch}` : `${report.capture}:${crypto.randomUUID()}`;
    return this.feed(session, { what: 'capture', report, at: Date.now(), key: id });
  }

  /** May this epoch go on for another lease? The reply to a chunk report is the permit. */
  async permit(log: LogId, epoch: string): Promise<{ ok: true; leaseMs: number; microphone: boolean } | { ok: false }> {
    const session = await this.session(log);
    this.heardAt.set(log, performance.now());
    const meeting = this.tabOf(log);
    const watched = meeting
      ? performance.now() - meeting.beatAt < BEAT_LIMIT_MS
      : performance.now() - this.bornAt < WAKE_GRACE_MS;
    if (!watched) await this.lost(session);
    const covered = session.state.epoch?.epoch === epoch && gate(session.state).may === 'record';
    const open = watched && !session.trouble && !session.isRevoked(epoch) && covered;
    return open
      ? { ok: true, leaseMs: LEASE_MS, microphone: meeting !== null && microphoneIsOn(meeting) }
      : { ok: false };
  }

  /** Nobody looks at the page any more: closed, from the last moment at which somebody did. */
  async lost(session: Session, beatAt?: number): Promise<void> {
    const ago = beatAt === undefined ? BEAT_LIMIT_MS : performance.now() - beatAt;
    await this.lostAt(session, Math.round(Date.now() - ago));
  }

  /** lookedUntil: ms UTC; unknown, it is the longest that a page may be silent. */
  private async lostAt(session: Session, lookedUntil = Date.now() - BEAT_LIMIT_MS): Promise<void> {
    await this.feed(session, {
      what: 'watch',
      watching: false,
      at: Math.min(Date.now(), lookedUntil),
      key: `lost:${crypto.randomUUID()}`,
    });
  }

  /** Closes at once if there is no page, or one that has been silent for too long: the tick would notice within a second. */
  async lookedAway(session: Session): Promise<void> {
    const meeting = this.tabOf(session.log);
    if (!meeting) return this.lost(session);
    const silent = performance.now() - meeting.beatAt >= BEAT_LIMIT_MS;
    if (silent && session.state.watching) await this.lost(session, meeting.beatAt);
  }

  /** Is more kept of an epoch (until then, ms UTC) than its gate allows for? Then it must be settled again before the log is told. */
  async cutsInto(log: LogId, epoch: string, keptUntil: number | null): Promise<boolean> {
    const { log: store } = await storage();
    const gate = await store.gate(log);
    return gate?.epoch === epoch && gate.cutAfter !== null && keptUntil !== null && keptUntil > gate.cutAfter;
  }

  /** Whether the whole page can be read now: the panel's self-test tells of it. */
  readable(meeting: MeetingTab, readable: boolean): void {
    meeting.readable = readable;
    this.changed(meeting.tab);
  }

  async gone(meeting: MeetingTab): Promise<void> {
    if (this.tabs.get(meeting.tab) === meeting) this.tabs.delete(meeting.tab);
    if (meeting.session) await this.lost(meeting.session, meeting.beatAt);
    const { session } = meeting;
    const lookedAt = Math.round(Date.now() - (performance.now() - meeting.beatAt));
    if (session?.state.inCall) await this.note(meeting, session.log, lookedAt);
    this.changed(meeting.tab);
  }

  /** Once a second while the worker lives: signs of life and posts that have become due. */
  private tick(): void {
    for (const meeting of this.tabs.values()) {
      const { session } = meeting;
      if (!session) continue;
      const heardAt = this.heardAt.get(session.log) ?? this.bornAt;
      if (session.state.segment && performance.now() - heardAt > 2 * LEASE_MS) {
        this.heardAt.set(session.log, performance.now());
        this.recover().catch((error: unknown) => console.error('recovery', error));
      }
      const silent = performance.now() - meeting.beatAt >= BEAT_LIMIT_MS;
      const work =
        silent && session.state.watching && session.state.inCall
          ? this.lost(session, meeting.beatAt)
          : this.unsure(session).then(() => this.waited(session, silent ? null : meeting));
      work.catch((error: unknown) => console.error('tick', error));
      if (!silent) this.watched(meeting).catch((error: unknown) => console.error('note', error));
    }
  }

  /** What has become true by waiting alone. meeting: null while nobody looks at its page, and then nothing is implied. */
  private async waited(session: Session, meeting: MeetingTab | null): Promise<void> {
    const due = (state: State) => {
      const now = Date.now();
      const implied = meeting && meeting.readable !== false ? impliedDrafts(state, now, meeting.watchedSince) : [];
      return [...missedDrafts(state, now), ...implied];
    };
    if (due(session.state).length > 0) this.follow(session, await session.commit(due));
  }

  private async unsure(session: Session): Promise<void> {
    for (const post of session.state.posts.values()) {
      const parts = partsOf(session.texts.get(post.index)?.text ?? '').length;
      if (post.outcome !== null || Date.now() - post.at < POST_LIMIT_MS * parts) continue;
      await this.feed(session, {
        what: 'post',
        post: post.post,
        outcome: 'unsure',
        at: Date.now(),
        key: `unsure:${post.post}`,
      });
    }
  }

  /** Writes what the state calls for: the log first, then the page. */
  private async post(session: Session): Promise<void> {
    const meeting = this.tabOf(session.log);
    if (!meeting) return;
    const now = Date.now();
    let next = Number.POSITIVE_INFINITY;
    const limit = platformById(meeting.platform)?.chatLimit ?? null;
    const aloud = limit === null;
    const { settings: stated } = await settings();
    for (const due of duePosts(session.state, now, aloud)) {
      if (due.notBefore > now) {
        next = Math.min(next, due.notBefore);
        continue;
      }
      const post = idOf('post', randomBytes(ID_BYTES));
      let parts: readonly string[] = [];
      const root = due.says === 'recording' ? await session.root() : null;
      const done = await session.commit((state) => {
        const still = duePosts(state, now, aloud).find(
          (other) => other.says === due.says && other.ask === due.ask && other.notBefore <= now,
        );
        if (!still) return [];
        parts = postTexts(state, session.directory, still, limit ?? Number.POSITIVE_INFINITY, stated, root);
        const host = [...state.people.values()].find((person) => person.self)?.participant ?? null;
        const entry: Entry = {
          kind: 'post-ordered',
          post,
          says: still.says,
          ask: still.ask,
          people: [...still.people],
        };
        return [{ entry, subject: host, disclosures: host ? { text: joinParts(parts) } : {} }];
      });
      if (done.ok === true && done.appended.length > 0) say(meeting, { say: 'post', post, parts });
    }
    clearTimeout(this.timers.get(session.log));
    if (Number.isFinite(next)) {
      const again = () => this.post(session).catch((error: unknown) => console.error('posting failed', error));
      this.timers.set(session.log, setTimeout(again, Math.max(20, next - now)));
    }
  }

  /** A page that was loaded anew, or a worker that died: what was ordered and never confirmed is asked for again, and written once. */
  private resendPosts(meeting: MeetingTab): void {
    const { session } = meeting;
    for (const post of session?.state.posts.values() ?? []) {
      const text = session?.texts.get(post.index)?.text;
      if (post.outcome === null && text) say(meeting, { say: 'post', post: post.post, parts: partsOf(text) });
    }
  }

  /** After a restart: a segment that the log holds for running, but no recorder runs, is sealed from what is stored. */
  async mend(session: Session, settle: (epoch: string) => Promise<Mended>): Promise<void> {
    const { segment } = session.state;
    if (!segment) return;
    const status = await recorderStatus();
    if (status?.epoch === segment.epoch) return;
    const { report, keptUntil } = await settle(segment.epoch);
    // The last chunk's permit is the proof that somebody looked until then: the closing takes nothing of it away.
    const lookedUntil = keptUntil === null ? undefined : keptUntil + (session.state.opened?.lagMs ?? 2000);
    if (!this.tabOf(session.log)) await this.lostAt(session, lookedUntil);
    await this.report(session, report);
  }
}

/** The host was last seen in the call so long ago that whoever uses the link now is in another meeting. */
function isOver(meeting: MeetingTab): boolean {
  return Date.now() - meeting.notedAt >= SAME_MEETING_MS;
}

/** What recovery made of a segment. keptUntil: ms UTC at which its last kept chunk ended, null when nothing was kept. */
export interface Mended {
  readonly report: CaptureReport;
  readonly keptUntil: number | null;
}

export function nothingRecorded(epoch: string): CaptureReport {
  return { capture: 'sealed', epoch, cause: 'recorder-failed', chunks: 0, bytes: 0, ms: 0, dropped: 0, lastHash: '' };
}
