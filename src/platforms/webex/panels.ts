import { first, isShown } from '../page/first.ts';
import type { SidePanel, SitePanels } from '../platform.ts';
import { EDITOR } from './chat.ts';
import { ROW } from './people.ts';

/** Webex' own buttons. Grade 3, in every language. */
const BUTTONS: Readonly<Record<SidePanel, string>> = {
  people: '[data-test="participants-toggle-button"]',
  chat: '[data-test="in-meeting-chat-toggle-button"]',
};

export function panelsOf(view: () => Document): SitePanels {
  return {
    shown() {
      const people = [...view().querySelectorAll(ROW)].some(isShown);
      const editor = first(view(), EDITOR);
      const chat = editor !== null && isShown(editor);
      return [...(people ? (['people'] as const) : []), ...(chat ? (['chat'] as const) : [])];
    },
    press(panel) {
      const button = view().querySelector<HTMLElement>(BUTTONS[panel]);
      button?.click();
      return button !== null;
    },
    // It counts over the open list only.
    listStays: () => true,
  };
}
