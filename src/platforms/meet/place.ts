import type { Place } from '../../model/roster.ts';
import { first } from '../page/first.ts';
import { withPictureInPicture } from '../page/pip.ts';

/** `/lookup/<name>` leads to a meeting too; `/`, `/new` and `/landing` are none. Grade 2. */
const MEETING = /^\/([a-z]{3}-[a-z]{4}-[a-z]{3}|lookup\/[^/]+)(?:\/|$)/;

/** The buttons of chat and people. Grade 2. The leave button and the device buttons are in the green room too. */
const CALL_BUTTONS = ['button[data-panel-id="2"]', 'button[data-panel-id="1"]', 'button[jsname="A5il2e"]'];
/** Names of icons are text in every language, drawn as pictures by a font. Grade 2. */
const CALL_ICONS = new Set(['chat', 'closed_caption_off']);
/** "You left the meeting" and "You've been removed". Grade 3. */
const LEFT = '[jsname="r4nke"]';

/** Green room, call and "you left" have one address: which it is, is told by what is on the page. */
export class Whereabouts {
  private id: string | null = null;
  private wasIn = false;

  constructor(private readonly page: Document) {}

  /** The id stays known when Meet shows another address while the call goes on. */
  meeting(): string | null {
    const found = MEETING.exec(this.page.location.pathname)?.[1] ?? null;
    if (found !== null && found !== this.id) {
      this.id = found;
      this.wasIn = false;
    }
    return this.id;
  }

  place(): Place {
    if (this.meeting() === null) return 'elsewhere';
    if (this.inCall()) {
      this.wasIn = true;
      return 'call';
    }
    // Who was in the call and sees nothing of it any more has left, whatever language the page says it in.
    return this.wasIn || this.page.querySelector(LEFT) ? 'left' : 'lobby';
  }

  private inCall(): boolean {
    return withPictureInPicture(this.page).some((view) => {
      if (view.querySelector('[data-participant-id]') && view.querySelector('[data-self-name]')) return true;
      if (first(view, CALL_BUTTONS)) return true;
      const icons = view.querySelectorAll('.google-symbols, .google-material-icons');
      return [...icons].some((icon) => CALL_ICONS.has(icon.textContent.trim()));
    });
  }
}
