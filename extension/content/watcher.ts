import type { PageObservation } from '../../src/messages/content-to-worker.ts';
import type { ContentMode } from '../../src/messages/worker-to-content.ts';
import { type Mute, NAME_MAX, type Place } from '../../src/model/roster.ts';
import { mightCarryTag } from '../../src/model/tag-mark.ts';
import type { Site, SiteRoster } from '../../src/platforms/platform.ts';
import { ChatReader } from './chat-reader.ts';

type Reading = Extract<PageObservation, { what: 'roster' }>['roster'];

const POLL_MS = 1000;
/** Bursts of changes are read together: the first at once, the next ones at most this often. */
const PACE_MS = 50;
/** A reading that takes long is not repeated sooner than after so many times as long: about 1.5 % of the page's time, of 2 % for all of ours. */
const PACE_TIMES = 70;
/** But not later than this: somebody may be coming in. */
const PACE_MOST_MS = 150;
/** Outside of a call nothing can be missed but its beginning. */
const PACE_OUTSIDE_MS = 400;
/** Sites replay the chat history to somebody who comes (back) in: what shows up this soon after entering is history. */
const HISTORY_MS = 3000;

export interface WatcherEvents {
  /** What one reading found, in order: together, because each message to the worker costs the page as much as reading a hundred rows. */
  readonly observed: (found: readonly PageObservation[]) => void;
  /** The page was read without trouble just now. */
  readonly alive: () => void;
  /** The chat is not on the screen: a no would not be seen. */
  readonly blind: () => void;
  readonly placed: (place: Place, meeting: string | null) => void;
}

/**
 * Looks at the page, at every change and once a second, and says what is new. In `idle` only lines with a tag leave the page: nobody
 * has asked anything yet, so nothing is anybody's business. From the first of those on one's own lines do as well, because they may be
 * an answer by hand: it may be given before a slow worker has said that this is a guest, and it is read once.
 */
export class Watcher {
  private readonly chat = new ChatReader();
  private readonly document = crypto.randomUUID();
  private mode: ContentMode = 'idle';
  private counter = 0;
  private lastRoster: SiteRoster | null = null;
  private lastMute: Mute | null = null;
  private lastScreen = '';
  private lastPlace: Place | null = null;
  /** A line with a tag was read in this call: somebody may have asked. */
  private asked = false;
  private inCallSince = 0;
  private lastRead = Number.NEGATIVE_INFINITY;
  private pace = PACE_MS;
  private pending: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly site: Site,
    private readonly events: WatcherEvents,
    /** Not every page has a chat that can be read; where it has none, nobody can miss a no in it. */
    private readonly hasChat: boolean,
    signal: AbortSignal,
  ) {
    site.watch(() => this.soon(), signal);
    const poll = setInterval(() => this.look(), POLL_MS);
    signal.addEventListener('abort', () => {
      clearInterval(poll);
      if (this.pending) clearTimeout(this.pending);
    });
    this.look();
  }

  /** Somebody new listens: say everything again. */
  setMode(mode: ContentMode): void {
    this.mode = mode;
    this.again();
  }

  again(): void {
    this.lastRoster = null;
    this.lastMute = null;
    this.lastScreen = '';
    this.look();
  }

  private soon(): void {
    const wait = this.lastRead + this.pace - performance.now();
    if (wait <= 0) this.look();
    else this.pending ??= setTimeout(() => this.look(), wait);
  }

  private look(): void {
    if (this.pending) clearTimeout(this.pending);
    this.pending = null;
    this.lastRead = performance.now();
    this.read();
    const took = performance.now() - this.lastRead;
    const inCall = Math.min(PACE_MOST_MS, Math.max(PACE_MS, took * PACE_TIMES));
    this.pace = this.lastPlace === 'call' ? inCall : PACE_OUTSIDE_MS;
  }

  private read(): void {
    const found: PageObservation[] = [];
    const whole = this.find(found);
    if (found.length > 0) this.events.observed(found);
    if (whole) this.events.alive();
    else this.events.blind();
  }

  /** false: the chat is not on the screen. */
  private find(found: PageObservation[]): boolean {
    const at = Date.now();
    const place = this.site.place();
    if (place !== this.lastPlace) {
      this.lastPlace = place;
      this.inCallSince = performance.now();
      this.events.placed(place, this.site.meeting());
      if (this.mode === 'host') found.push({ what: 'place', place, at, key: this.key('p') });
    }
    if (place !== 'call') {
      this.lastRoster = null;
      this.asked = false;
      return true;
    }
    if (this.mode !== 'idle') this.readRoster(at, found);
    // null: the panel is closed and nothing can be said; an empty list is a reading.
    const lines = this.hasChat ? this.site.chat() : [];
    for (const fresh of lines ? this.chat.read(lines, performance.now() - this.inCallSince < HISTORY_MS) : []) {
      this.asked ||= mightCarryTag(fresh.line.text);
      const ours = (this.mode === 'guest' || this.asked) && fresh.line.sender.self;
      if (this.mode === 'host' || ours || mightCarryTag(fresh.line.text)) found.push({ what: 'chat', at, ...fresh });
    }
    const mute = this.mode === 'host' ? this.site.mute() : null;
    if (mute !== null && mute !== this.lastMute) {
      this.lastMute = mute;
      found.push({ what: 'mute', mute, at, key: this.key('m') });
    }
    if (this.mode === 'host') this.readScreen(at, found);
    return lines !== null;
  }

  private readScreen(at: number, found: PageObservation[]): void {
    const screen = {
      exposed: [...this.site.exposed()],
      recording: this.site.recording(),
      composer: this.site.composer?.() ?? null,
    };
    const now = JSON.stringify(screen);
    if (now === this.lastScreen) return;
    this.lastScreen = now;
    found.push({ what: 'screen', ...screen, at, key: this.key('s') });
  }

  private readRoster(at: number, found: PageObservation[]): void {
    const read = this.site.roster();
    if (this.lastRoster && saysTheSame(this.lastRoster, read)) return;
    this.lastRoster = read;
    const roster: Reading = {
      completeness: read.completeness,
      counter: read.counter,
      // A list that the host writes never comes from a page.
      source: read.source === 'api' ? 'api' : 'dom',
      people: read.people.slice(0, 5000).map(({ id, name, self }) => ({
        id: id ? id.slice(0, 300) : null,
        name: name.slice(0, NAME_MAX),
        self,
      })),
    };
    found.push({ what: 'roster', roster, at, key: this.key('r') });
  }

  private key(kind: string): string {
    this.counter += 1;
    return `${kind}:${this.document}:${this.counter}`;
  }
}

/** Of hundreds of people every 50 ms: compared in place, because writing them down to compare would be most of our work. */
function saysTheSame(before: SiteRoster, now: SiteRoster): boolean {
  if (before.completeness !== now.completeness || before.counter !== now.counter || before.source !== now.source)
    return false;
  if (before.people.length !== now.people.length) return false;
  return now.people.every((person, i) => {
    const was = before.people[i];
    return was === person || (was?.id === person.id && was.name === person.name && was.self === person.self);
  });
}
