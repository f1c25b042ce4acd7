import type { ChatLine } from '../../model/chat.ts';
import type { ShownLine } from '../../model/frame-chat.ts';
import { first, isShown } from '../page/first.ts';
import type { OwnLines } from '../page/own-lines.ts';
import { Readings } from '../page/readings.ts';
import { Seldom } from '../page/seldom.ts';
import { words } from '../page/words.ts';

/** The message list, then the panel around it. Grade 2. */
const LIST = ['[jsname="xySENc"]', '[data-panel-container-id="sidePanel2"] [aria-live]'];
/** One message; older pages had no ids. Grade 2. */
const MESSAGE = ['[data-message-id]', '[jsname="dTKtvb"]'] as const;
const WORDS = '[jsname="dTKtvb"]';
/** Messages of one sender in a row have one head, with the sender once and the time. Grade 2; the sender's own class is grade 4. */
const GROUP = '[jsname="Ypafjf"]';
const TIME = '[jsname="biJjHb"]';

/** As the page shows it. */
export type Said = ShownLine;

/** The lines as they were told last, by what they were read as: whoever keeps what was made of a line knows it again. */
type Told = WeakMap<Said, ChatLine>;

/** The lines, each with whose it is; null while there are none to be read. */
export function linesOf(
  said: readonly Said[] | null,
  own: OwnLines,
  others: ReadonlySet<string>,
  told: Told,
): ChatLine[] | null {
  if (!said) return null;
  own.learn(said);
  return said.map((line) => {
    const { id, label, text } = line;
    const whose = own.judge(line, said, others);
    const sender = { id: null, name: whose === 'other' ? label : null, self: whose === 'own' };
    const before = told.get(line);
    if (before && before.sender.name === sender.name && before.sender.self === sender.self) return before;
    const now = { id, sender, text, edited: false };
    told.set(line, now);
    return now;
  });
}

/**
 * Meet's own chat. A list that is mounted in a closed panel is not read: whether it goes on getting messages is not known, and a no must not be
 * missed.
 */
export class Chat {
  readonly readings = new Readings(readLine);
  readonly listShown = new Seldom(isShown);

  constructor(private readonly page: Document) {}

  /** The lines on the screen; null while they cannot be read. */
  lines(): Said[] | null {
    const list = first(this.page, LIST);
    if (!list || !this.listShown.of(list)) return null;
    let messages = list.querySelectorAll(MESSAGE[0]);
    if (messages.length === 0) messages = list.querySelectorAll(MESSAGE[1]);
    // Something is written there, and none of it looks like a message: the page has changed.
    if (messages.length === 0 && list.textContent.trim() !== '') return null;
    return this.readings.of(messages);
  }

  /** Something has changed in the page. false: it is not among the messages. */
  touched(element: Element): boolean {
    if (!element.closest(LIST.join(', '))) return false;
    for (const message of touchedMessages(element)) this.readings.forget(message);
    return true;
  }
}

function readLine(message: Element): Said {
  return {
    id: message.getAttribute('data-message-id') || null,
    label: labelOf(message),
    // Without the element of the words all of the message is read: buttons in it make it no yes, and a no is still heard.
    text: words(message.matches(WORDS) ? message : (message.querySelector(WORDS) ?? message)).trim(),
  };
}

/** The messages that a change there may have changed: one's own words are in a message, its sender in the head of its group. */
function touchedMessages(element: Element): Element[] {
  const selector = MESSAGE.join(', ');
  const within = [element.closest(MESSAGE[0]), element.closest(WORDS)].filter((one) => one !== null);
  if (within.length > 0) return within;
  return [...(element.closest(GROUP)?.querySelectorAll(selector) ?? [])];
}

/** What stands beside the time in the head of the group; null when there is no such place. */
function labelOf(message: Element): string | null {
  const time = message.closest(GROUP)?.querySelector(TIME);
  const head = time?.parentElement;
  if (!head) return null;
  const beside = [...head.children].filter((child) => child !== time && !child.matches('[role="tooltip"], button'));
  return beside
    .map((child) => child.textContent)
    .join('')
    .trim();
}
