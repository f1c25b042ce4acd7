import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { PostState } from '../../src/consent/state.ts';
import { type ContentToWorker, contentToWorker, type PageObservation } from '../../src/messages/content-to-worker.ts';
import type { WakeContent } from '../../src/messages/worker-to-content.ts';
import { Failure } from '../../src/model/failure.ts';
import { isArmed, setArmed } from './arming.ts';
import type { Desk } from './desk.ts';
import { arrivedWith } from './echoes.ts';
import type { Guest } from './guest.ts';
import { inject } from './inject.ts';
import { type MeetingTab, microphoneIsOn, say } from './meeting.ts';
import { switchMicrophone } from './recorder.ts';
import { standing } from './standing.ts';
import { storage } from './storage.ts';

/** The lines from meeting pages: parse at the door, one message after the other, acknowledge what is durable. */
export class MeetingLine {
  /** By tab and frame: the newest document that has said where it is, for as long as its line stands. */
  private readonly pages = new Map<number, Map<number, MeetingTab>>();

  constructor(
    private readonly desk: Desk,
    private readonly guest: Guest,
    /** Segments that a crash left open are sealed before anything new is judged. */
    private readonly ready: Promise<void>,
  ) {}

  connected(port: Runtime.Port, { tab, frame }: { readonly tab: number; readonly frame: number }): void {
    const meeting: MeetingTab = {
      tab,
      frame,
      port,
      platform: '',
      origin: (port.sender as { readonly origin?: string } | undefined)?.origin ?? '',
      place: 'elsewhere',
      meeting: '',
      siteMeeting: '',
      stay: '',
      failure: null,
      inOtherTab: false,
      session: null,
      beatAt: performance.now(),
      watchedSince: Date.now(),
      notedAt: Number.NEGATIVE_INFINITY,
      readable: null,
      mute: 'unknown',
      warnings: [],
      composer: null,
      there: new Map(),
      microphoneOn: false,
    };
    let queue: Promise<unknown> = Promise.resolve();
    let gone = false;
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
        if (meeting.readable !== true) this.desk.readable(meeting, true);
        if (meeting.session && !meeting.session.state.watching && this.isAlone(meeting))
          queue = queue.then(() =>
            this.here(
              meeting,
              () => gone,
              () => this.back(meeting),
            ),
          );
        return;
      }
      queue = queue
        .then(() => this.ready)
        .then(() =>
          parsed.output.say === 'hello'
            ? this.here(
                meeting,
                () => gone,
                () => this.said(meeting, parsed.output),
              )
            : this.said(meeting, parsed.output),
        )
        .catch((error: unknown) => console.error('meeting page', error));
    });
    port.onDisconnect.addListener(() => {
      gone = true;
      this.gone(meeting).catch((error: unknown) => console.error('meeting page gone', error));
    });
  }

  /**
   * What says that a page is there, of a page that may have gone while it waited (for a worker that had just started, say): a page that
   * is gone neither stands for its tab, where it would keep the next page from being woken, nor is it being watched.
   */
  private async here(meeting: MeetingTab, gone: () => boolean, work: () => Promise<void>): Promise<void> {
    if (gone()) return;
    await work();
    if (gone()) await this.gone(meeting);
  }

  /** What is left in the tab stands for it from now on, if anything is. */
  private async gone(meeting: MeetingTab): Promise<void> {
    const pages = this.pages.get(meeting.tab);
    if (pages?.get(meeting.frame) === meeting) pages.delete(meeting.frame);
    await this.desk.gone(meeting);
    if (pages?.size === 0) this.pages.delete(meeting.tab);
    else if (!this.desk.tabs.has(meeting.tab)) await this.stand(meeting.tab);
  }

  /** Who stands for a tab is settled anew whenever one of its documents has said where it is, or has gone. */
  private async stand(tab: number, speaks?: MeetingTab): Promise<void> {
    const pages = [...(this.pages.get(tab)?.values() ?? [])];
    const before = this.desk.tabs.get(tab);
    const chosen = standing(pages, before);
    if (!chosen) return;
    if (before && before !== chosen && pages.includes(before)) {
      // The call is elsewhere in this tab: what was hosted there is over.
      await this.desk.finish(before);
      say(before, { say: 'mode', mode: 'idle' });
    }
    this.desk.tabs.set(tab, chosen);
    if (chosen === speaks || chosen !== before) {
      await this.enter(chosen);
      if (!chosen.session) await this.guest.enter(chosen);
    }
    if (chosen.session && !this.isAlone(chosen)) await this.desk.lost(chosen.session, performance.now());
  }

  /** Two calls in one tab are heard in one recording, and the people of only one of them are asked: then nothing is recorded. */
  private isAlone(meeting: MeetingTab): boolean {
    const pages = [...(this.pages.get(meeting.tab)?.values() ?? [])];
    return !pages.some((other) => other !== meeting && other.place === 'call');
  }

  /** The host pressed the toolbar button on this tab. */
  async engage(tab: number): Promise<void> {
    const meeting = this.desk.tabs.get(tab);
    if (meeting?.session) {
      await this.desk.report(meeting.session, { capture: 'armed' });
      return;
    }
    if (meeting) await this.enter(meeting);
    await this.wake(tab);
  }

  /** A panel looks at this tab: the page says where it is, so that the panel can say what to do. */
  async wake(tab: number): Promise<void> {
    if (this.desk.tabs.get(tab)?.place === 'call') return;
    if (await this.called(tab)) return;
    // No content script is there. Where the button was pressed we may bring it; elsewhere the panel says that there is no meeting.
    if ((await isArmed(tab)) && (await inject(tab))) await this.called(tab);
  }

  private async called(tab: number): Promise<boolean> {
    const wake: WakeContent = { to: 'content', say: 'wake' };
    try {
      await browser.tabs.sendMessage(tab, wake);
      return true;
    } catch (error) {
      console.info('nobody listens in this tab:', (error as Error).message);
      return false;
    }
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
    if (meeting.meeting !== hash) await this.desk.finish(meeting);
    meeting.meeting = hash;
  }

  /** One of our messages may be in the chat after all: it was late, or the host pasted it. */
  private async echoed(meeting: MeetingTab, observation: PageObservation): Promise<void> {
    const { session } = meeting;
    if (!session || observation.what !== 'chat' || !observation.line.sender.self) return;
    const textOf = ({ index }: PostState) => session.texts.get(index)?.text ?? '';
    const posts = session.state.posts.values();
    for (const post of arrivedWith(observation.line.text, posts, textOf, meeting.there))
      await this.desk.feed(session, {
        what: 'post',
        post,
        outcome: 'echoed',
        at: observation.at,
        key: `late:${post}`,
      });
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
    const { session } = meeting;
    // Out of sight for too long, it is another meeting by now.
    await this.enter(meeting);
    if (!session || meeting.session !== session) return;
    await this.desk.feed(session, {
      what: 'watch',
      watching: true,
      at: Date.now(),
      key: `back:${crypto.randomUUID()}`,
    });
    // What was read before the gap is forgotten: the page says it again.
    say(meeting, { say: 'mode', mode: 'host' });
  }

  private async said(meeting: MeetingTab, message: ContentToWorker): Promise<void> {
    switch (message.say) {
      case 'hello':
        meeting.platform = message.platform;
        meeting.place = message.place;
        meeting.siteMeeting = message.meeting;
        meeting.stay = message.stay;
        await this.arrive(meeting, await (await storage()).log.meetingHash(message.platform, message.meeting));
        this.pages.set(meeting.tab, (this.pages.get(meeting.tab) ?? new Map()).set(meeting.frame, meeting));
        return this.stand(meeting.tab, meeting);
      case 'observed':
        for (const observation of message.observations) await this.observed(meeting, observation);
        return;
      case 'pressed':
        return this.guest.press(meeting, message.press);
      case 'beat':
        return;
      case 'blind':
        this.desk.readable(meeting, false);
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
    if (observation.what === 'screen') {
      meeting.composer = observation.composer;
      meeting.warnings = [...observation.exposed, ...(observation.recording === 'on' ? ['site-records' as const] : [])];
    }
    await this.echoed(meeting, observation);
    // First of all the gate: what we are asked as a guest reads the database, and somebody may hold it.
    const result = meeting.session ? await this.desk.feed(meeting.session, observation) : null;
    await this.guest.observe(meeting, observation);
    if (result === null || result.ok === true) say(meeting, { say: 'done', keys: [observation.key] });
    // Not durable, or its sender is not in the roster yet: it stays in the page's outbox and is brought again.
    else say(meeting, { say: 'later', keys: [observation.key] });
  }
}
