import type { Opening } from '../../src/model/panel.ts';
import type { SidePanel, Site, SitePanels } from '../../src/platforms/platform.ts';

/** How long a panel may take to open and to show everybody, ms. */
const READ_MS = 4000;
/** How long a panel may take to be there after its button was pressed, ms. */
const OPEN_MS = 1000;
const LOOK_MS = 100;

/**
 * Opens panels of the site because the host has asked for it in ours: presses the site's own buttons, each once to open and once to close,
 * and leaves the screen as it was found, but for the chat that was asked for, and for a list that must stay. Never called by anything else.
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
      if (what !== 'chat') await this.list(panels);
      const chat = what !== 'list' || before.includes('chat');
      const people = before.includes('people') || (what !== 'chat' && panels.listStays());
      await this.settle(panels, { people, chat });
    } finally {
      this.busy = false;
    }
  }

  private async list(panels: SitePanels): Promise<void> {
    if (!panels.shown().includes('people') && !panels.press('people')) return;
    await this.until(READ_MS, () => {
      const { completeness, counter, people } = this.site.roster();
      return completeness === 'complete' || (counter !== null && people.length === counter);
    });
  }

  /** First what is missing: where one panel makes way for the other, opening one is all there is to closing the other. */
  private async settle(panels: SitePanels, wanted: Readonly<Record<SidePanel, boolean>>): Promise<void> {
    const missing = (panel: SidePanel) => wanted[panel] && !panels.shown().includes(panel);
    // A chat that was asked for takes the place of a list, never the other way round.
    const first = (['chat', 'people'] as const).find(missing);
    if (first && panels.press(first)) await this.until(OPEN_MS, () => panels.shown().includes(first));
    if (!wanted.people && panels.shown().includes('people')) panels.press('people');
  }

  private async until(limitMs: number, isSo: () => boolean): Promise<void> {
    for (let waited = 0; waited < limitMs && !this.signal.aborted; waited += LOOK_MS) {
      if (isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}
