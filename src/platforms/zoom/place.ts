import type { Place } from '../../model/roster.ts';
import { isShown } from '../page/first.ts';

/** `/wc/81234567890/join`, `/wc/join/81234567890`; `/wc/home` is no meeting. Grade 2, seen 2026-07. */
const MEETING = /^\/wc\/(?:join\/)?(\d{9,12})(?:\/|$)/;
/** Whoever has left may be sent here. Grade 2. */
const AFTERWARDS = /\/postattendee(?:\/|$)/;

/** The bar of a call; it stays in the page while it is out of sight. Grade 2. */
const FOOTER = '#wc-footer';
/** Chat and people exist in a call only. Leaving and devices are in the preview or in the waiting room too. Grade 2; labels grade 3, English. */
const CALL_BUTTONS =
  '#chat button, #participant button, .footer-button__number-counter, [aria-label*="chat panel" i], [aria-label*="list pane" i]';
/** Preview and waiting room, whatever else is on the page. Grade 2. */
const BEFORE = '#input-for-name, .preview-join-button, .wr-tip';
/** What Zoom says over the call when it is over. Grade 3, English only; in other languages the call goes when that is closed. */
const OVER = '.zm-modal-body-title';
const OVER_WORDS = /\b(?:ended by (?:the )?host|has been ended|been removed|has ended)\b/iu;

/** Preview, waiting room and call have one address, in the page or in its frame; which it is, is told by what is there. */
export class Whereabouts {
  private id: string | null = null;
  private wasIn = false;

  constructor(
    private readonly page: Document,
    /** The document that the meeting is in: the page's frame, where it has one. */
    private readonly view: () => Document,
  ) {}

  /** The id stays known when Zoom takes it out of the address. */
  meeting(): string | null {
    const found = [this.page, this.view()].map(({ location }) => MEETING.exec(location.pathname)?.[1]).find(Boolean);
    if (found !== undefined && found !== this.id) {
      this.id = found;
      this.wasIn = false;
    }
    return this.id;
  }

  place(): Place {
    if (this.meeting() === null) return 'elsewhere';
    const view = this.view();
    if (this.wasIn && isOver(this.page, view)) return 'left';
    if (isCall(view)) {
      this.wasIn = true;
      return 'call';
    }
    // Who was in the call and sees nothing of it any more has left, whatever language the page says it in.
    return this.wasIn || isOver(this.page, view) ? 'left' : 'lobby';
  }
}

function isCall(view: Document): boolean {
  if (!view.querySelector(FOOTER)?.querySelector(CALL_BUTTONS)) return false;
  return ![...view.querySelectorAll(BEFORE)].some(isShown);
}

function isOver(page: Document, view: Document): boolean {
  if ([page, view].some(({ location }) => AFTERWARDS.test(location.pathname))) return true;
  return [...view.querySelectorAll(OVER)].some((title) => isShown(title) && OVER_WORDS.test(title.textContent));
}
