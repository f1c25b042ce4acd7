import type { ChatLine } from '../../model/chat.ts';
import { first, isShown } from '../page/first.ts';
import type { Labelled, OwnLines } from '../page/own-lines.ts';
import { letters, words } from '../page/words.ts';

/** Where messages are. Grade 1. */
const LIST = ['[data-test="chatMessages"]', '#contentRef'];
/** One message. Grade 1. */
const MESSAGE = '[data-test="chatMessageItem"], [data-chat-message-id]';
const ID = 'data-chat-message-id';
/** What somebody wrote; what the client itself says (somebody presents, the chat was cleared) has none of it. Grade 1. */
const WORDS = '[data-test="messageContent"]';
const EDITED = '[data-test="chatMessageEditedLabel"]';
/** What greets people before anybody has written, and buttons. Grade 1. */
const GREETING = '[data-test*="elcomeMessage"], button';
/** Everything around one message, with its place in the chat. Grade 1. */
const AROUND = '[data-sequence]';
/** A conversation with one person, or the list of them. Grade 1; names of versions 2.7 to 3.1. */
const PRIVATE = [
  '[data-test="privateChatBackButton"]',
  '[data-test="hidePrivateChat"]',
  '[data-test="private-user-list-content"]',
  '[data-test="privateChat"]',
];

interface Said extends Labelled {
  readonly id: string | null;
  readonly edited: boolean;
}

export function showsPrivate(page: Document): boolean {
  return first(page, PRIVATE) !== null;
}

/** The lines of the public chat; null while it is not on the screen. */
export function chatLines(page: Document, own: OwnLines, others: ReadonlySet<string>): ChatLine[] | null {
  const said = shownLines(page);
  if (!said) return null;
  own.learn(said);
  return said.map((line) => {
    const { id, label, text, edited } = line;
    const whose = own.judge(line, said, others);
    return { id, sender: { id: null, name: whose === 'other' ? label : null, self: whose === 'own' }, text, edited };
  });
}

export function shownLines(page: Document): Said[] | null {
  const list = first(page, LIST);
  if (!list || !isShown(list) || showsPrivate(page)) return null;
  const messages = [...list.querySelectorAll(MESSAGE)].filter((one) => !one.parentElement?.closest(MESSAGE));
  // Something is written there, and none of it looks like a message: the page has changed.
  if (messages.length === 0 && hasOtherWords(list)) return null;
  let before: { readonly label: string | null; readonly place: number | null } = { label: null, place: null };
  return messages.map((message) => {
    const content = message.querySelector(WORDS);
    const heading = headingOf(message);
    const place = placeOf(message);
    // The sender stands over the first message of a run. What the client says itself has none, and ends the run: the next one's may be anybody.
    const goesOn = content !== null && (place === null || before.place === null || place === before.place + 1);
    const label: string | null = heading ? nameIn(heading) : goesOn ? before.label : null;
    before = { label, place };
    return {
      id: message.getAttribute(ID) || null,
      label,
      text: words(content ?? message).trim(),
      edited: message.querySelector(EDITED) !== null || heading?.querySelector(EDITED) != null,
    };
  });
}

/** Its number in the chat: pages of messages are loaded one by one, and where one is missing a run may have ended in it. */
function placeOf(message: Element): number | null {
  const number = message.closest(AROUND)?.getAttribute('data-sequence') ?? '';
  return /^\d{1,9}$/.test(number) ? Number(number) : null;
}

function hasOtherWords(list: Element): boolean {
  const known = [...list.querySelectorAll(GREETING)].filter((one) => !one.parentElement?.closest(GREETING));
  return letters(list) > known.reduce((sum, one) => sum + letters(one), 0);
}

/** What stands before the message in what is around it: the face and the name. */
function headingOf(message: Element): Element | null {
  const around = message.closest(AROUND)?.firstElementChild ?? message.parentElement;
  const [head] = around?.children ?? [];
  return head && !head.contains(message) && head !== message ? head : null;
}

/** The first thing in the row that has the time; a message that was taken back has none. */
function nameIn(heading: Element): string | null {
  const row = heading.querySelector('time')?.parentElement ?? heading.lastElementChild?.firstElementChild;
  return row?.firstElementChild?.textContent.trim() || null;
}
