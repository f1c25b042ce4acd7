import type { ChatLine } from '../../model/chat.ts';
import { first, isShown } from '../page/first.ts';
import type { Labelled, OwnLines } from '../page/own-lines.ts';
import { letters, words } from '../page/words.ts';

/** Around chat and people. Grade 3. */
const PANELS = '#meeting-panel-container';
/** A message; one that is still on its way has an id of another kind. Grade 3. */
const MESSAGE = `${PANELS} li[tabindex][id]:not([id^="act-web-client"])`;
const SENDER = '.sender-name';
const WORDS = '.activity-item-message';
/** Where messages are written: only while the chat is open. Grade 3, the older one grade 4. */
export const EDITOR = [
  '#quill-composer .ql-editor',
  '.composer .ql-editor',
  'textarea[placeholder="Type your message here"]',
];
/** "from Ben to Everyone", as some pages have it. Grade 3, English; in other languages it is a name that nobody has. */
const FROM_TO = /^from (.+) to (.+?)$/s;
const EVERYONE = 'Everyone';
/** What else stands in the panels: people, headings, buttons, the composer. Grade 3. */
const OTHER = '.participants-list-item, mdc-text, h1, h2, button, mdc-button, .composer, #quill-composer';

interface Said extends Labelled {
  readonly id: string;
  readonly closed: boolean;
}

/** Senders by the ids of their messages: the first of a run has it, and may have been scrolled away. */
export class Chat {
  private readonly senders = new Map<string, Omit<Said, 'id' | 'text'>>();

  constructor(
    private readonly view: () => Document,
    private readonly own: OwnLines,
  ) {}

  /** null while the chat is closed or cannot be read. */
  read(others: ReadonlySet<string>): ChatLine[] | null {
    const said = this.shown();
    if (!said) return null;
    this.own.learn(said);
    return said.flatMap((line) => {
      const { id, label, text, closed } = line;
      const whose = this.own.judge(line, said, others);
      // What one says to one person oneself is no post; what somebody says to one person has no sender, and so is at most a question.
      if (closed && whose === 'own') return [];
      const name = whose === 'other' && !closed ? label : null;
      return [{ id, sender: { id: null, name, self: whose === 'own' }, text, edited: false }];
    });
  }

  showsPrivate(): boolean {
    return this.shown()?.some(({ closed }) => closed) ?? false;
  }

  shown(): Said[] | null {
    const view = this.view();
    const editor = first(view, EDITOR);
    if (!editor || !isShown(editor)) return null;
    const messages = [...view.querySelectorAll(MESSAGE)].filter((one) => !one.closest('.participants-list-item'));
    if (messages.length === 0 && hasOtherWords(view)) return null;
    let before: Omit<Said, 'id' | 'text'> | null = null;
    return messages.map((message) => {
      const content = message.querySelector(WORDS);
      const head = senderOf(message);
      const sender: Omit<Said, 'id' | 'text'> =
        head ?? this.senders.get(message.id) ?? (content && before ? before : { label: null, closed: false });
      // An item without words is no message, and what comes after it may be anybody's.
      before = content ? sender : null;
      if (sender.label !== null) this.senders.set(message.id, sender);
      return { ...sender, id: message.id, text: words(content ?? message).trim() };
    });
  }
}

function senderOf(message: Element): Omit<Said, 'id' | 'text'> | null {
  const text = message.querySelector(SENDER)?.textContent.trim();
  if (!text) return null;
  const [, from, to] = FROM_TO.exec(text) ?? [];
  return from === undefined ? { label: text, closed: false } : { label: from.trim(), closed: to?.trim() !== EVERYONE };
}

/** Something is written there, and none of it looks like a message: the page has changed, or nobody has written yet and it says so. */
function hasOtherWords(view: Document): boolean {
  const panels = view.querySelector(PANELS);
  if (!panels) return true;
  const known = [...panels.querySelectorAll(OTHER)].filter((one) => !one.parentElement?.closest(OTHER));
  return letters(panels) > known.reduce((sum, one) => sum + letters(one), 0);
}
