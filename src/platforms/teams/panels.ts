import type { Composer } from '../../model/roster.ts';
import type { SidePanel, SitePanels } from '../platform.ts';
import { editorOf, LOCKED } from './chat.ts';
import { ROW } from './rows.ts';
import { find, shown, views } from './views.ts';

/** Teams' own buttons of its side rail, in every language. Grade 2. Which panel is open is told by what is in it. */
const BUTTONS: Readonly<Record<SidePanel, string>> = { people: '#roster-button', chat: '#chat-button' };

export function panelsOf(page: Document): SitePanels {
  return {
    shown() {
      const chat = composerOf(views(page)) !== 'closed';
      return [...(shown(views(page), ROW) ? (['people'] as const) : []), ...(chat ? (['chat'] as const) : [])];
    },
    listStays: () => false,
    press(panel) {
      const button = find<HTMLElement>(views(page), BUTTONS[panel]);
      button?.click();
      return button !== null;
    },
  };
}

/** Messages of a meeting go to everybody; guests may be kept from writing. */
export function composerOf(all: readonly Document[]): Composer {
  if (shown(all, LOCKED)) return 'locked';
  return editorOf(all) ? 'ready' : 'closed';
}
