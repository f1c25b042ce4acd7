import type { Mute } from '../../model/roster.ts';

/** Grade 3. Camera and microphone have the same attribute; the name of the icon, which is text, tells which is which. */
const STATE = 'data-is-muted';
const BUTTON = `button[${STATE}], [role="button"][${STATE}]`;
const ICON = /^mic(?:_off)?$/;

/** The host's own microphone. Its button is remembered while it stands there and says that it is one. */
export class Microphone {
  private button: Element | null = null;

  constructor(private readonly page: Document) {}

  mute(): Mute {
    if (!this.button?.isConnected || !says(this.button))
      this.button = [...this.page.querySelectorAll(BUTTON)].find(says) ?? null;
    const muted = this.button?.getAttribute(STATE);
    return muted === 'true' ? 'muted' : muted === 'false' ? 'live' : 'unknown';
  }
}

function says(button: Element): boolean {
  return ICON.test(button.textContent.trim()) && /^(?:true|false)$/.test(button.getAttribute(STATE) ?? '');
}
