import { isShown } from '../page/first.ts';
import type { SidePanel, SitePanels } from '../platform.ts';

/** Meet's own buttons of its side panel. Grade 2, in every language. */
const BUTTONS: Readonly<Record<SidePanel, string>> = {
  people: 'button[data-panel-id="1"]',
  chat: 'button[data-panel-id="2"]',
};
/** Which of them is open is told by its button, in one of two attributes. Grade 2. */
const OPEN = ['aria-pressed', 'aria-expanded'];
/** Or by what is in it: a button that toggles must not be pressed when its panel is open already. Grade 2. */
const WITHIN: Readonly<Record<SidePanel, string>> = {
  people: '[role="listitem"][data-participant-id]',
  chat: '[jsname="xySENc"], textarea[jsname="YPqjbf"]',
};

export function panelsOf(page: Document): SitePanels {
  const button = (panel: SidePanel) => page.querySelector<HTMLButtonElement>(BUTTONS[panel]);
  const isOpen = (panel: SidePanel) =>
    OPEN.some((attribute) => button(panel)?.getAttribute(attribute) === 'true') ||
    [...page.querySelectorAll(WITHIN[panel])].some(isShown);
  return {
    shown: () => (['people', 'chat'] as const).filter(isOpen),
    listStays: () => false,
    press(panel) {
      const found = button(panel);
      found?.click();
      return found !== null;
    },
  };
}
