import type { Opening } from '../../src/model/panel.ts';
import type { Site, SitePanels } from '../../src/platforms/platform.ts';

/** How long a panel may take to open and to show everybody, ms. */
const READ_MS = 4000;
const LOOK_MS = 100;

/**
 * Opens panels of the site because the host has asked for it in ours: presses the site's own buttons, each once, and puts back what was
 * open before, unless it is the chat that was asked for. Never called by anything else.
 */
export class Opener {
  private busy = false;

  constructor(
    private readonly site: Site,
    private readonly signal: AbortSignal,
  ) {}

  /** A second click while the first is being done is the same one. */
  async open(what: Opening): Promise<void> {
    const { panels } = this.site;
    if (!panels || this.busy) return;
    this.busy = true;
    try {
      const before = panels.shown();
      if (what !== 'chat') {
        await this.list(panels);
        if (what === 'list') this.putBack(panels, before);
      }
      if (what !== 'list' && panels.shown() !== 'chat') panels.press('chat');
    } finally {
      this.busy = false;
    }
  }

  private async list(panels: SitePanels): Promise<void> {
    if (panels.shown() !== 'people' && !panels.press('people')) return;
    for (let waited = 0; waited < READ_MS && !this.signal.aborted; waited += LOOK_MS) {
      const { completeness, counter, people } = this.site.roster();
      if (completeness === 'complete' || (counter !== null && people.length === counter)) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** One press opens another panel in its place, or closes the one that is open. */
  private putBack(panels: SitePanels, before: ReturnType<SitePanels['shown']>): void {
    const now = panels.shown();
    if (now !== before) panels.press(before ?? now ?? 'people');
  }
}
