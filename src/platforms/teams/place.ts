import type { Place } from '../../model/roster.ts';
import { cameFrom, meetingOf } from './address.ts';
import { find, shown, views } from './views.ts';

/** Grade 2. It may be on the page of who waits in the lobby as well, so it is not enough. */
const LEAVE = '#hangup-button, [data-tid^="hangup-"]';
/** With it: the buttons of people and chat, or somebody's picture. Grade 2. */
const INSIDE = '#roster-button, #chat-button, [data-cid="calling-participant-stream"]';
/** The small window of a call while something else of Teams is on the page. Grade 2. */
const SMALL = '[data-tid^="call-monitor"]';
/** Grade 2, both. What captions and alerts say stays on the page after a call, and tells nothing. */
const BEFORE = '[data-tid="prejoin-join-button"]';
const AFTER = '[data-tid="calling-retry-cancelbutton"], [data-tid="calling-e2ee-end-screen"]';

/** Shorter absences from a call are hiccups of the page, ms; the content script means the same by it. */
const FLICKER_MS = 5000;

/** Everything is at one address, which often names no meeting: where one is, is told by what is on the page. */
export class Whereabouts {
  private id: string | null;
  /** A call has had this id; when it is over for long, the id goes with it. */
  private used = false;
  private wasIn = false;
  private seenAt = Number.NEGATIVE_INFINITY;

  /** begun: a call begins, and nothing is known of it yet. */
  constructor(
    private readonly page: Document,
    private readonly begun: () => void,
  ) {
    this.id = cameFrom(page);
  }

  place(): Place {
    const named = meetingOf(this.page.location.href);
    if (named !== null && named !== this.id) {
      this.id = named;
      this.wasIn = false;
      this.used = false;
    }
    const place = this.look(named !== null);
    if (place === 'call') this.isIn(named);
    return place;
  }

  private isIn(named: string | null): void {
    const now = performance.now();
    if (now - this.seenAt > FLICKER_MS) {
      this.begun();
      // Joined from the calendar, or a second one: without a name of its own, no call is taken for another one.
      if (this.id === null || (this.used && named === null)) this.id = `call-${crypto.randomUUID()}`;
    }
    this.used = true;
    this.wasIn = true;
    this.seenAt = now;
  }

  meeting(): string | null {
    return this.id;
  }

  /** The call is a small window: what else is on the page, chats with others among it, is not the call's. */
  isSmall(): boolean {
    const all = views(this.page);
    return !isWhole(all) && shown(all, SMALL);
  }

  private look(named: boolean): Place {
    const all = views(this.page);
    if (isWhole(all) || shown(all, SMALL)) return 'call';
    if (shown(all, BEFORE)) return 'lobby';
    if (this.wasIn || find(all, AFTER)) return 'left';
    return named || find(all, LEAVE) ? 'lobby' : 'elsewhere';
  }
}

function isWhole(all: readonly Document[]): boolean {
  return find(all, LEAVE) !== null && find(all, INSIDE) !== null && !shown(all, BEFORE);
}
