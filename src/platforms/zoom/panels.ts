import { first, isShown } from '../page/first.ts';
import type { SidePanel, SitePanels } from '../platform.ts';
import { listed } from './rows.ts';
import { EDITOR } from './write.ts';

/** Zoom's own buttons in its footer. Grade 2, in every language. */
const BUTTONS: Readonly<Record<SidePanel, string>> = { people: '#participant button', chat: '#chat button' };

/** One can be over the other; which are open is told by what is in them. */
export function panelsOf(view: () => Document): SitePanels {
  const isOpen: Readonly<Record<SidePanel, () => boolean>> = {
    people: () => listed(view()) !== null,
    chat: () => isShownAt(first(view(), EDITOR)),
  };
  return {
    shown: () => (['people', 'chat'] as const).filter((panel) => isOpen[panel]()),
    press(panel) {
      const button = view().querySelector<HTMLElement>(BUTTONS[panel]);
      button?.click();
      return button !== null;
    },
    // Zoom counts in its footer all the time.
    listStays: () => false,
  };
}

function isShownAt(element: Element | null): boolean {
  return element !== null && isShown(element);
}
