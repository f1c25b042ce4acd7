import { first, isShown } from '../page/first.ts';
import { words } from '../page/words.ts';

/** The message list. It is virtual: only what is on the screen is in the page. Grade 2. */
const LISTS = ['#chat-list-content', '.chat-virtualized-list', '.chat-container__chat-list'];
/** What scrolls: the list, what is in it, or what is around it. Grade 3. */
const SCROLLERS = `[data-virtuoso-scroller], ${LISTS.join()}`;
/** One message. Grade 2. A line of information has the same shape and this id. Grade 3. */
const MESSAGE = '[id^="chat-item-container-"], .chat-item-container';
const INFORMATION = '.chat-item__pmc, [data-id="msgId-placeholder"]';
/** The words, without the buttons and reactions around them. Grade 2. */
const WORDS = ['.chat-rtf-box__display', '[class*="chat-message__text-content"]', '.new-chat-message__text-box'];
/** Grade 2, seen 2026-07. */
const OWN = '[class*="message__text-box--self"]';
/** Stands on the first message of a run only. Grade 2; names and ids in attributes: grade 3. */
const SENDER = '.chat-item__sender';
const RECEIVER = '.chat-item__receiver';
/** "(Privately)", in red. Grade 3. */
const PRIVATELY = '[class*="privately"]';

/** Who says it to whom, as it stands over a run of messages. */
export interface Head {
  readonly name: string;
  readonly receiver: string | null;
  readonly marked: boolean;
}

export interface Said {
  /** Zoom's own id of the message; the element's id is only its place in the list. */
  readonly id: string | null;
  readonly place: number | null;
  readonly head: Head | null;
  readonly own: boolean;
  readonly text: string;
}

/** The messages in the page, oldest first; null while the chat is closed or cannot be read. */
export function shownLines(view: Document): Said[] | null {
  const list = first(view, LISTS);
  if (!list || !isShown(list)) return null;
  const messages = [...list.querySelectorAll(MESSAGE)].filter(
    (message) => !message.parentElement?.closest(MESSAGE) && !message.matches(INFORMATION),
  );
  // Something is written there, and none of it looks like a message: the page has changed.
  if (messages.length === 0 && hasOtherWords(list)) return null;
  return messages.map((message) => ({
    id: idOf(message),
    place: placeOf(message),
    head: headOf(message),
    own: message.querySelector(OWN) !== null,
    // Without the element of the words all of the message is read: what is around them makes it no yes, and a no is still heard.
    text: words(first(message, WORDS) ?? message).trim(),
  }));
}

/** Messages that come while somebody has scrolled up are not in the page. */
export function isAtTheEnd(view: Document): boolean {
  return [...view.querySelectorAll(SCROLLERS)].every(
    ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < END_PX,
  );
}

/** Less than two lines of a message. */
const END_PX = 60;

function hasOtherWords(list: Element): boolean {
  const information = [...list.querySelectorAll(INFORMATION)].filter((one) => !one.parentElement?.closest(INFORMATION));
  const known = information.reduce((sum, { textContent }) => sum + textContent.trim().length, 0);
  return list.textContent.trim().length > known;
}

function idOf(message: Element): string | null {
  const named = message.getAttribute('data-id') || message.querySelector('[class*="message__text-box"][id]')?.id;
  return named || null;
}

function placeOf(message: Element): number | null {
  const number = /^chat-item-container-(\d{1,9})$/.exec(message.id)?.[1];
  return number === undefined ? null : Number(number);
}

function headOf(message: Element): Head | null {
  const sender = message.querySelector(SENDER);
  if (!sender) return null;
  const name = (sender.getAttribute('data-name') || sender.textContent).trim();
  const receiver = message.querySelector(RECEIVER)?.textContent.trim() || null;
  return { name, receiver, marked: message.querySelector(PRIVATELY) !== null };
}
