import { first, isShown } from '../page/first.ts';
import type { SidePanel, SitePanels } from '../platform.ts';
import { ROW } from './people.ts';

/** The client's own buttons: of version 3.1, then of those before it. Grade 1. */
const BUTTONS: Readonly<Record<SidePanel, readonly string[]>> = {
  people: ['[data-test="usersListSidebarButton"]', '[data-test="toggleSidebarNavigation"]'],
  chat: ['[data-test="messagesSidebarButton"]', '[data-test="publicChatButton"]'],
};
/** Before version 3.1 it counts over the open list only. */
const COUNTS_ALWAYS = '[data-test="usersListSidebarButton"]';

/** In version 3.1 one makes way for the other; before, they stand beside each other. Which are open is told by what is in them. */
export function panelsOf(page: Document, writes: () => boolean): SitePanels {
  return {
    shown() {
      const people = [...page.querySelectorAll(ROW)].some(isShown);
      return [...(people ? (['people'] as const) : []), ...(writes() ? (['chat'] as const) : [])];
    },
    press(panel) {
      const button = first<HTMLElement>(page, BUTTONS[panel]);
      button?.click();
      return button !== null;
    },
    listStays: () => page.querySelector(COUNTS_ALWAYS) === null,
  };
}
