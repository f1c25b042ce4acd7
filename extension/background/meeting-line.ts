import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { type ContentToWorker, contentToWorker, type PageObservation } from '../../src/messages/content-to-worker.ts';
import type { WakeContent } from '../../src/messages/worker-to-content.ts';
import { Failure } from '../../src/model/failure.ts';
import { isArmed, setArmed } from './arming.ts';
import type { Desk } from './desk.ts';
import type { Guest } from './guest.ts';
import { type MeetingTab, microphoneIsOn, say } from './meeting.ts';
import { switchMicrophone } from './recorder.ts';
import { storage } from './storage.ts';

/** The lines from meeting pages: parse at the door, one message after the other, acknowledge what is durable. */
export class MeetingLine {
  constructor(
    private readonly desk: Desk,
    private readonly guest: Guest,
    /** Segments that a crash left open are sealed before anything new is judged. */
    private readonly ready: Promise<void>,
  ) {}

  connected(port: Runtime.Port, tab: number): void {
    const meeting: MeetingTab = {
      tab,
      port,
      platform: '',
      place: 'elsewhere',
      meeting: '',
      siteMeeting: '',
      stay: '',
      failure: null,
      session: null,
      beatAt: performance.now(),
      notedAt: Number.NEGATIVE_INFINITY,
      mute: 'unknown',
      microphoneOn: false,
    };
    let queue: Promise<unknown> = Promise.resolve();
    port.onMessage.addListener((message: unknown) => {
      const parsed = v.safeParse(contentToWorker, message);
      if (!parsed.success) {
        console.warn('dropped a message from a meeting page');
        // Something was seen that we cannot read: whoever is in the meeting, or said no, may be in it.
        const { session } = meeting;
        if (session) queue = queue.then(() => this.desk.lost(session, performance.now()));
        return;
      }
      // A sign of life must not wait behind work in the queue.
      if (parsed.output.say === 'beat') {
        meeting.beatAt = performance.now();
        if (meeting.session && !meeting.session.state.watching) queue = queue.then(() => this.back(meeting));
        return;
      }
      queue = queue
        .then(() => this.said(meeting, parsed.output))
        .catch((error: unknown) => console.error('meeting page', error));
    });
    port.onDisconnect.addListener(() => {
      this.desk.gone(meeting).catch((error: unknown) => console.error('meeting page gone', error));
    });
  }

  /** The host pressed the toolbar button on this tab. */
  async engage(tab: number): Promise<void> {
    const meeting = this.desk.tabs.get(tab);
    if (meeting?.session) {
      await this.desk.report(meeting.session, { capture: 'armed' });
      return;
    }
    return meeting ? this.enter(meeting) : this.wake(tab);
  }

  /** A panel looks at this tab: the page says where it is, so that the panel can say what to do. */
  async wake(tab: number): Promise<void> {
    if (this.desk.tabs.has(tab)) return;
    const wake: WakeContent = { to: 'content', say: 'wake' };
    // A tab without our content script has no meeting that we know; the panel says so.
    await browser.tabs
      .sendMessage(tab, wake)
      .catch((error: unknown) => console.info('no meeting in this tab:', (error as Error).message));
  }

  async closed(tab: number, how: 'tab-closed'): Promise<void> {
    await setArmed(tab, false);
    const session = this.desk.tabs.get(tab)?.session;
    if (session) await this.desk.report(session, { capture: 'disarmed', why: how });
  }

  /** Another document is coming: whatever was being watched is not watched any more. */
  async navigating(tab: number): Promise<void> {
    const meeting = this.desk.tabs.get(tab);
    if (meeting?.session?.state.epoch) await this.desk.lost(meeting.session, performance.now());
  }

  /** A page that was loaded anew knows nothing of us: where a host relies on us, or looks on, it is woken. */
  async loaded(tab: number, looked: boolean): Promise<void> {
    if (looked || (await isArmed(tab))) await this.wake(tab);
  }

  /** Another meeting in the same document: the one before is left. */
  private async arrive(meeting: MeetingTab, hash: string): Promise<void> {
    const { session } = meeting;
    if (session && meeting.meeting !== hash) {
      const key = `away:${crypto.randomUUID()}`;
      await this.desk.feed(session, { what: 'place', place: 'elsewhere', at: Date.now(), key });
      meeting.session = null;
    }
    meeting.meeting = hash;
  }

  /** One of our messages is in the chat after all: it was late, or the host pasted it. */
  private async echoed(meeting: MeetingTab, observation: PageObservation): Promise<void> {
    const { session } = meeting;
    if (!session || observation.what !== 'chat' || !observation.line.sender.self) return;
    const bare = (text: string) => text.replace(/\s+/gu, '');
    const wanted = bare(observation.line.text);
    for (const post of session.state.posts.values()) {
      if (post.outcome === 'echoed' || bare(session.texts.get(post.index)?.text ?? '') !== wanted) continue;
      await this.desk.feed(session, {
        what: 'post',
        post: post.post,
        outcome: 'echoed',
        at: observation.at,
        key: `late:${post.post}`,
      });
    }
  }

  private async enter(meeting: MeetingTab): Promise<void> {
    try {
      await this.desk.enter(meeting);
    } catch (error) {
      console.error('this meeting cannot be hosted', error);
      meeting.failure = error instanceof Failure ? error.code : 'unexpected';
    }
  }

  private async back(meeting: MeetingTab): Promise<void> {
    if (!meeting.session) return;
    await this.desk.feed(meeting.session, {
      what: 'watch',
      watching: true,
      at: Date.now(),
      key: `back:${crypto.randomUUID()}`,
    });
    // What was read before the gap is forgotten: the page says it again.
    say(meeting, { say: 'mode', mode: 'host' });
  }

  private async said(meeting: MeetingTab, message: ContentToWorker): Promise<void> {
    await this.ready;
    switch (message.say) {
      case 'hello':
        meeting.platform = message.platform;
        meeting.place = message.place;
        meeting.siteMeeting = message.meeting;
        meeting.stay = message.stay;
        await this.arrive(meeting, await (await storage()).log.meetingHash(message.platform, message.meeting));
        this.desk.tabs.set(meeting.tab, meeting);
        await this.enter(meeting);
        if (!meeting.session) await this.guest.enter(meeting);
        return;
      case 'observed':
        for (const observation of message.observations) await this.observed(meeting, observation);
        return;
      case 'pressed':
        return this.guest.press(meeting, message.press);
      case 'beat':
        return;
      case 'blind':
        if (meeting.session) await this.desk.lost(meeting.session, performance.now());
        return;
      default:
        message satisfies never;
    }
  }

  private async observed(meeting: MeetingTab, observation: PageObservation): Promise<void> {
    if (observation.what === 'mute') {
      meeting.mute = observation.mute;
      if (meeting.session?.state.segment) switchMicrophone(microphoneIsOn(meeting));
    }
    await this.guest.observe(meeting, observation);
    await this.echoed(meeting, observation);
    const result = meeting.session ? await this.desk.feed(meeting.session, observation) : null;
    if (result === null || result.ok === true) say(meeting, { say: 'done', keys: [observation.key] });
    // Not durable, or its sender is not in the roster yet: it stays in the page's outbox and is brought again.
    else say(meeting, { say: 'later', keys: [observation.key] });
  }
}
