import { gate } from '../../src/consent/gate.ts';
import type { Entry } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import { LEASE_MS } from '../../src/model/gate.ts';
import { ID_BYTES, idOf, type LogId } from '../../src/model/id.ts';
import type { CaptureReport, Observation } from '../../src/model/observation.ts';
import { platformById } from '../../src/platforms/registry.ts';
import { FLOOR_POLICY_NAME } from '../../src/policy/floor.ts';
import { openingDrafts } from '../../src/session/asking.ts';
import { duePosts } from '../../src/session/due.ts';
import { hear } from '../../src/session/hear.ts';
import { type Observed, Session } from '../../src/session/session.ts';
import { postText } from '../../src/session/words.ts';
import { isArmed } from './arming.ts';
import { BEAT_LIMIT_MS, type MeetingTab, microphoneIsOn, say } from './meeting.ts';
import { microphoneAllowed } from './microphone.ts';
import { openSegment, recorderStatus, revokeSegment } from './recorder.ts';
import { randomBytes, storage } from './storage.ts';
import { NOTE_MS, noteWatched, recentLog } from './watched.ts';

/** A worker that has just woken waits this long for the pages to come back before it calls them lost, ms. */
const WAKE_GRACE_MS = 4000;
/** A post without any word from the page after this long is one that we are unsure of, ms. */
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
    const loading = storage().then(({ log: store }) =>
      Session.load(log, { log: store, hear, revoke: revokeSegment, now: () => Date.now(), random: randomBytes }),
    );
    this.sessions.set(log, loading);
    loading.catch(() => this.sessions.delete(log));
    return loading;
  }

  tabOf(log: LogId): MeetingTab | null {
    return [...this.tabs.values()].find((meeting) => meeting.session?.log === log) ?? null;
  }

  /** A meeting page has said where it is. We host there if we already did minutes ago, or if the toolbar button was pressed. */
  async enter(meeting: MeetingTab): Promise<void> {
    this.changed(meeting.tab);
    if (meeting.session || meeting.place !== 'call') return;
    const { db } = await storage();
    const recent = (await recentLog(db, meeting.meeting, Date.now())) as LogId | null;
    const armed = await isArmed(meeting.tab);
    if (recent) {
      if (this.tabOf(recent)) return;
      meeting.session = await this.session(recent);
      // A worker that died right after making the log left it empty.
      if (meeting.session.state.opened === null) await this.begin(meeting, meeting.session);
    } else if (armed) {
      meeting.session = await this.openLog(meeting);
    } else return;
    await this.watched(meeting);
    meeting.beatAt = performance.now();
    const now = Date.now();
    const key = crypto.randomUUID();
    await this.feed(meeting.session, { what: 'place', place: 'call', at: now, key: `back:${key}` });
    await this.feed(meeting.session, { what: 'watch', watching: true, at: now, key: `watch:${key}` });
    await this.report(meeting.session, armed ? { capture: 'armed' } : { capture: 'disarmed', why: 'tab-closed' });
    say(meeting, { say: 'mode', mode: 'host' });
    this.resendPosts(meeting);
    this.changed(meeting.tab);
  }

  private async openLog(meeting: MeetingTab): Promise<Session> {
    const { log: store } = await storage();
    const log = idOf('log', randomBytes(ID_BYTES));
    await store.create({ log, platform: meeting.platform, meeting: meeting.meeting, at: Date.now() });
    const session = await this.session(log);
    await this.begin(meeting, session);
    return session;
  }

  private async begin(meeting: MeetingTab, session: Session): Promise<void> {
    const host = idOf('participant', randomBytes(ID_BYTES));
    const lagMs = platformById(meeting.platform)?.lagMs ?? 2000;
    const software = `ask-to-record ${chrome.runtime.getManifest().version}`;
    const how = { platform: meeting.platform, software, policy: FLOOR_POLICY_NAME, lagMs };
    const begun = await session.commit((state) => (state.opened ? [] : openingDrafts(how, meeting.siteMeeting, host)));
    if (begun.ok !== true)
      throw new Failure(begun.ok === 'later' ? 'unexpected' : begun.code, 'the log could not be opened');
  }

  /** Notes that this meeting is being watched, not more than once a minute. */
  private async watched(meeting: MeetingTab): Promise<void> {
    if (!meeting.session || performance.now() - meeting.notedAt < NOTE_MS) return;
    meeting.notedAt = performance.now();
    const { db } = await storage();
    await noteWatched(db, meeting.meeting, meeting.session.log, Date.now());
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
    this.post(session).catch((error: unknown) => console.error('posting failed', error));
    if (meeting) this.changed(meeting.tab);
    return observed;
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
    const open =
      watched && !session.trouble && session.state.epoch?.epoch === epoch && gate(session.state).may === 'record';
    return open
      ? { ok: true, leaseMs: LEASE_MS, microphone: meeting !== null && microphoneIsOn(meeting) }
      : { ok: false };
  }

  /** Nobody looks at the page any more: closed, from the last moment at which somebody did. */
  async lost(session: Session, beatAt?: number): Promise<void> {
    const ago = beatAt === undefined ? BEAT_LIMIT_MS : performance.now() - beatAt;
    await this.feed(session, {
      what: 'watch',
      watching: false,
      at: Math.round(Date.now() - ago),
      key: `lost:${crypto.randomUUID()}`,
    });
  }

  async gone(meeting: MeetingTab): Promise<void> {
    if (this.tabs.get(meeting.tab) === meeting) this.tabs.delete(meeting.tab);
    if (meeting.session) await this.lost(meeting.session, meeting.beatAt);
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
          : this.unsure(session);
      work.catch((error: unknown) => console.error('tick', error));
      if (!silent) this.watched(meeting).catch((error: unknown) => console.error('note', error));
    }
  }

  private async unsure(session: Session): Promise<void> {
    for (const post of session.state.posts.values()) {
      if (post.outcome !== null || Date.now() - post.at < POST_LIMIT_MS) continue;
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
    for (const due of duePosts(session.state, now)) {
      if (due.notBefore > now) {
        next = Math.min(next, due.notBefore);
        continue;
      }
      const post = idOf('post', randomBytes(ID_BYTES));
      let text = '';
      const done = await session.commit((state) => {
        const still = duePosts(state, now).find(
          (other) => other.says === due.says && other.ask === due.ask && other.notBefore <= now,
        );
        if (!still) return [];
        text = postText(state, session.directory, still);
        const host = [...state.people.values()].find((person) => person.self)?.participant ?? null;
        const entry: Entry = {
          kind: 'post-ordered',
          post,
          says: still.says,
          ask: still.ask,
          people: [...still.people],
        };
        return [{ entry, subject: host, disclosures: host ? { text } : {} }];
      });
      if (done.ok === true && done.appended.length > 0) say(meeting, { say: 'post', post, text });
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
      if (post.outcome === null && text) say(meeting, { say: 'post', post: post.post, text });
    }
  }

  /** After a restart: a segment that the log holds for running, but no recorder runs, is sealed from what is stored. */
  async mend(session: Session, settle: (epoch: string) => Promise<CaptureReport>): Promise<void> {
    const { segment } = session.state;
    if (!segment) return;
    const status = await recorderStatus();
    if (status?.epoch === segment.epoch) return;
    if (!this.tabOf(session.log)) await this.lost(session);
    await this.report(session, await settle(segment.epoch));
  }
}

export function nothingRecorded(epoch: string): CaptureReport {
  return { capture: 'sealed', epoch, cause: 'recorder-failed', chunks: 0, bytes: 0, ms: 0, dropped: 0, lastHash: '' };
}
