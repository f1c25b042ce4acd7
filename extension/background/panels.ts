import browser, { type Runtime } from 'webextension-polyfill';
import { languagesFor } from '../../src/consent/notices/language-of.ts';
import { PANEL_PORT } from '../../src/messages/envelope.ts';
import type { OffscreenToWorker } from '../../src/messages/offscreen-to-worker.ts';
import { boundLanguages, boundTerms, fixedTerms } from '../../src/model/fixed-terms.ts';
import type { PostId } from '../../src/model/id.ts';
import type { PanelView, Trouble } from '../../src/model/panel.ts';
import { splitPost } from '../../src/model/tag-post.ts';
import { platformById } from '../../src/platforms/registry.ts';
import { lastTerms } from '../../src/session/asking.ts';
import { openRequests } from '../../src/session/open-requests.ts';
import { endedUnwritten, meetingPart } from '../../src/session/panel-view.ts';
import { attestationScript } from '../../src/session/words.ts';
import { isArmed } from './arming.ts';
import type { MeetingTab } from './meeting.ts';
import { microphoneAllowed } from './microphone.ts';
import { Pace } from './pace.ts';
import { pageView } from './page-view.ts';
import { settings } from './settings.ts';
import { pauseKeys } from './shortcut.ts';
import { Worked } from './worked.ts';

type Chunk = Extract<OffscreenToWorker, { report: 'chunk' }>;
/** Changes within this time are drawn together, ms. */
const PACE_MS = 40;
/** Below this the recording is ended cleanly soon, and the host is told now, bytes. */
const LITTLE_SPACE = 500_000_000;
const NO_SPACE = 50_000_000;

/** The side panels that are open, and what each shows. A view is made anew from the log at every change. */
export class Panels {
  private readonly ports = new Map<number, Set<Runtime.Port>>();
  private readonly due = new Map<number, ReturnType<typeof setTimeout>>();
  private readonly silent = new Set<number>();
  private readonly worked = new Worked(browser.storage.session);
  private readonly copiedPosts = new Set<PostId>();
  private freeBytes: number | null = null;
  private readonly pace = new Pace();

  constructor(
    private readonly meetingOf: (tab: number) => MeetingTab | null,
    private readonly lookedAt: (tab: number) => void,
  ) {}

  connected(port: Runtime.Port): void {
    const tab = Number(port.name.slice(PANEL_PORT.length + 1));
    if (!Number.isSafeInteger(tab)) return port.disconnect();
    const ports = this.ports.get(tab) ?? new Set();
    ports.add(port);
    this.ports.set(tab, ports);
    port.onDisconnect.addListener(() => ports.delete(port));
    this.lookedAt(tab);
    this.measure();
    this.changed(tab);
  }

  isOpen(tab: number): boolean {
    return (this.ports.get(tab)?.size ?? 0) > 0;
  }

  changed(tab: number): void {
    if (!this.isOpen(tab) || this.due.has(tab)) return;
    this.due.set(
      tab,
      setTimeout(() => {
        this.due.delete(tab);
        this.send(tab).catch((error: unknown) => console.error('panel view', error));
      }, PACE_MS),
    );
  }

  allChanged(): void {
    for (const tab of this.ports.keys()) this.changed(tab);
  }

  copied(tab: number, post: PostId): void {
    this.copiedPosts.add(post);
    this.changed(tab);
  }

  /** A chunk came in: does what is captured fit what the tab plays, and is there still room? */
  async captured(tab: number, chunk: Chunk, limitMs: number): Promise<void> {
    const { audible, mutedInfo } = await browser.tabs.get(tab);
    const wrong = chunk.meetingSilentMs > limitMs && audible === true && !mutedInfo?.muted;
    if (wrong !== this.silent.has(tab)) {
      if (wrong) this.silent.add(tab);
      else this.silent.delete(tab);
      this.changed(tab);
    }
    if (chunk.seq !== null) this.pace.took(tab, chunk);
    if ((chunk.seq ?? 0) % 10 === 0) this.measure();
  }

  /** Recording ends cleanly while there is still room for the log: a withdrawal must always find some. */
  isDiskFull(): boolean {
    return this.freeBytes !== null && this.freeBytes < NO_SPACE;
  }

  private measure(): void {
    navigator.storage
      .estimate()
      .then(({ quota, usage }) => {
        const before = this.freeBytes;
        this.freeBytes = quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
        // While a recording runs nothing else may change, and the host must hear in time that room is running out.
        if (before !== this.freeBytes) this.allChanged();
      })
      .catch((error: unknown) => console.warn('free space unknown:', (error as Error).message));
  }

  private async send(tab: number): Promise<void> {
    const view = await this.view(tab);
    for (const port of this.ports.get(tab) ?? []) port.postMessage(view);
  }

  private async view(tab: number): Promise<PanelView> {
    const meeting = this.meetingOf(tab);
    const session = meeting?.session ?? null;
    const allowed = await microphoneAllowed();
    const now = await settings();
    const said = session ? meetingPart(session.state, session.directory, session.texts, now.signOff) : null;
    const part = said && (session?.isShut ? { ...said, capture: endedUnwritten(said.capture) } : said);
    return {
      platform: meeting?.platform ?? null,
      place: session ? (session.state.inCall ? 'call' : 'left') : (meeting?.place ?? 'elsewhere'),
      people: [],
      roster: null,
      ask: null,
      doubts: [],
      because: [],
      requirement: null,
      announce: null,
      capture: { state: 'idle', since: null, keptMs: 0, keptBytes: 0, segments: 0, lastSeal: null },
      pause: null,
      ...part,
      armed: part?.armed ?? (await isArmed(tab)),
      unsent: this.unsent(meeting, part?.unsent ?? []),
      shortcut: await pauseKeys(),
      mute: meeting?.mute ?? 'unknown',
      microphone: { allowed, on: meeting?.microphoneOn ?? false },
      terms: boundTerms((session && lastTerms(session.state)) ?? now.settings.terms, now),
      fixed: fixedTerms(now),
      languages: boundLanguages(part?.ask?.languages ?? languagesFor(now.settings, browser.i18n.getUILanguage()), now),
      freeBytes: this.freeBytes,
      bytesPerSecond: part?.capture.state === 'recording' ? this.pace.of(tab) : null,
      script: session?.state.ask ? attestationScript(session.state.ask, session.state.ask.notice.language) : '',
      trouble: this.trouble(tab, meeting, allowed),
      page: meeting && (await this.page(meeting)),
      warnings: meeting?.warnings ?? [],
      requests: session ? openRequests(session.log, session.state, session.directory) : [],
    };
  }

  /** What the host still has to paste; where nobody reads a tag, words alone. */
  private unsent(meeting: MeetingTab | null, all: PanelView['unsent']): PanelView['unsent'] {
    const left = all.filter(({ post }) => !this.copiedPosts.has(post));
    const aloud = platformById(meeting?.platform ?? '')?.chatLimit === null;
    return left.map((one) => {
      const there = meeting?.there.get(one.post);
      const parts = one.parts.map(({ text }, i) => ({
        text: aloud ? splitPost(text).words : text,
        there: there?.has(i) ?? false,
      }));
      return { ...one, parts };
    });
  }

  /** The self-test adds to what was seen to work in this meeting. */
  private async page(meeting: MeetingTab): Promise<PanelView['page']> {
    const worked = await this.worked.in(meeting.meeting);
    const before = worked.size;
    const view = await pageView(meeting, worked);
    if (worked.size > before)
      this.worked.keep().catch((error: unknown) => console.warn('the self-test forgets:', (error as Error).message));
    return view;
  }

  private trouble(tab: number, meeting: MeetingTab | null, allowed: boolean): Trouble | null {
    const state = meeting?.session?.state;
    if (meeting?.inOtherTab) return 'other-tab';
    const failure = meeting?.session?.trouble ?? meeting?.failure;
    if (failure === 'damaged') return 'log-damaged';
    if (failure || meeting?.session?.isShut) return 'log-failing';
    if (meeting?.session?.isChecking) return 'log-checking';
    if (state?.opened?.continues && !state.ask) return 'log-renewed';
    if (state?.failed === 'no-bytes') return 'no-bytes';
    if (state?.failed === 'microphone-lost') return 'microphone-lost';
    if (state?.failed === 'disk-full') return 'disk-full';
    if (state?.failed === 'no-recipient') return 'no-recipient';
    if (state?.failed) return 'recorder-failed';
    if (this.silent.has(tab)) return 'silent-capture';
    if (this.freeBytes !== null && this.freeBytes < LITTLE_SPACE) return 'disk-nearly-full';
    return state && !allowed ? 'microphone-not-allowed' : null;
  }
}
