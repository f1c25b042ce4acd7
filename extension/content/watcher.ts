import type { PageObservation } from '../../src/messages/content-to-worker.ts';
import type { ContentMode } from '../../src/messages/worker-to-content.ts';
import { type Mute, NAME_MAX, type Place, type Roster } from '../../src/model/roster.ts';
import { mightCarryTag } from '../../src/model/tag-mark.ts';
import type { Site } from '../../src/platforms/platform.ts';
import { ChatReader } from './chat-reader.ts';

const POLL_MS = 1000;
/** Bursts of changes are read together: the first at once, the next ones at most this often. */
const PACE_MS = 50;
/** Sites replay the chat history to somebody who comes (back) in: what shows up this soon after entering is history. */
const HISTORY_MS = 3000;

export interface WatcherEvents {
  readonly observed: (observation: PageObservation) => void;
  /** The page was read without trouble just now. */
  readonly alive: () => void;
  /** The chat is not on the screen: a no would not be seen. */
  readonly blind: () => void;
  readonly placed: (place: Place, meeting: string | null) => void;
}

/**
 * Looks at the page, at every change and once a second, and says what is new. In `idle` only lines with a tag leave the page: nobody
 * has asked anything yet, so nothing is anybody's business.
 */
export class Watcher {
  private readonly chat = new ChatReader();
  private readonly document = crypto.randomUUID();
  private mode: ContentMode = 'idle';
  private counter = 0;
  private lastRoster = '';
  private lastMute: Mute | null = null;
  private lastPlace: Place | null = null;
  private inCallSince = 0;
  private lastRead = Number.NEGATIVE_INFINITY;
  private pending: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly site: Site,
    private readonly events: WatcherEvents,
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
    this.lastRoster = '';
    this.lastMute = null;
    this.look();
  }

  private soon(): void {
    const wait = this.lastRead + PACE_MS - performance.now();
    if (wait <= 0) this.look();
    else this.pending ??= setTimeout(() => this.look(), wait);
  }

  private look(): void {
    if (this.pending) clearTimeout(this.pending);
    this.pending = null;
    this.lastRead = performance.now();
    const at = Date.now();
    const place = this.site.place();
    if (place !== this.lastPlace) {
      this.lastPlace = place;
      this.inCallSince = performance.now();
      this.events.placed(place, this.site.meeting());
      if (this.mode === 'host') this.events.observed({ what: 'place', place, at, key: this.key('p') });
    }
    if (place !== 'call') {
      this.lastRoster = '';
      return this.events.alive();
    }
    if (this.mode !== 'idle') this.readRoster(at);
    // null: the panel is closed and nothing can be said; an empty list is a reading.
    const lines = this.site.chat();
    for (const fresh of lines ? this.chat.read(lines, performance.now() - this.inCallSince < HISTORY_MS) : []) {
      if (this.mode === 'host' || mightCarryTag(fresh.line.text)) this.events.observed({ what: 'chat', at, ...fresh });
    }
    const mute = this.mode === 'host' ? this.site.mute() : null;
    if (mute !== null && mute !== this.lastMute) {
      this.lastMute = mute;
      this.events.observed({ what: 'mute', mute, at, key: this.key('m') });
    }
    if (lines === null) this.events.blind();
    else this.events.alive();
  }

  private readRoster(at: number): void {
    const read = this.site.roster();
    const roster: Roster = {
      completeness: read.completeness,
      counter: read.counter,
      source: read.source,
      people: read.people.slice(0, 5000).map(({ id, name, self }) => ({
        id: id ? id.slice(0, 300) : null,
        name: name.slice(0, NAME_MAX),
        self,
      })),
    };
    const now = JSON.stringify(roster);
    if (now === this.lastRoster) return;
    this.lastRoster = now;
    this.events.observed({ what: 'roster', roster: { ...roster, people: [...roster.people] }, at, key: this.key('r') });
  }

  private key(kind: string): string {
    this.counter += 1;
    return `${kind}:${this.document}:${this.counter}`;
  }
}
