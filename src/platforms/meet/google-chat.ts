import type { ShownLine } from '../../model/frame-chat.ts';
import { type Composer, NAME_MAX, TEXT_MAX } from '../../model/roster.ts';
import { first, isShown } from '../page/first.ts';
import { writeRich } from '../page/type-rich.ts';
import { words } from '../page/words.ts';

/**
 * Google Chat, which meetings of an organisation may have in place of Meet's own chat. What is known of its page was seen where it stands alone
 * (several projects of 2025-26, grade 2 there); that it is the same within Meet is a guess, grade 3.
 */
const WORDS = '[jsname="bgckF"]';
/** A message by itself, then what holds a message and its replies. */
const MESSAGE = ['[data-message-id]', '[data-id]', '[data-topic-id]'] as const;
/** Whose it is; not repeated over each message of a run. The second is of one project. */
const SENDER = ['[data-name]', '[jsname="oU6v8b"]'];
/** Grade 2, seen within Meet; then any field of the kind. */
const EDITOR = ['div[jsname="yrriRe"][contenteditable]', '[role="textbox"][contenteditable]'];

/**
 * null: no message is found. An empty chat looks the same as one that was built anew, and in that one a no would be missed: so until something
 * stands there that can be read, it cannot be read.
 */
export function chatShown(page: Document): ShownLine[] | null {
  const texts = [...page.querySelectorAll(WORDS)].filter((one) => !one.parentElement?.closest(WORDS) && isShown(one));
  if (texts.length === 0) return null;
  const holders = texts.map(holderOf);
  return texts.map((text, n) => {
    const holder = holders[n] ?? null;
    // Words of two in one element: a reply, or something quoted. Then nobody can tell whose they are.
    const alone = holder !== null && holders.filter((other) => other?.element === holder.element).length === 1;
    return {
      id: alone ? holder.id.slice(0, 300) || null : null,
      label: alone ? senderOf(holder.element) : null,
      text: words(text).trim().slice(0, TEXT_MAX),
    };
  });
}

function holderOf(text: Element): { readonly element: Element; readonly id: string } | null {
  for (const selector of MESSAGE) {
    const element = text.closest(selector);
    if (element) return { element, id: element.getAttribute(selector.slice(1, -1)) ?? '' };
  }
  return null;
}

/** A name that is not repeated is nobody's guess: who said it is settled by the host. */
function senderOf(message: Element): string | null {
  const named = message.hasAttribute('data-name') ? message : first(message, SENDER);
  const name = (named?.getAttribute('data-name') ?? named?.textContent ?? '').trim();
  return name.slice(0, NAME_MAX) || null;
}

export function composerShown(page: Document): Composer {
  const editor = first<HTMLElement>(page, EDITOR);
  if (!editor || !isShown(editor)) return 'closed';
  return editor.isContentEditable ? 'ready' : 'locked';
}

/** Enter sends; no button of it is known. */
export function writeThere(page: Document, text: string, signal: AbortSignal): Promise<boolean> {
  return writeRich({ editor: () => first<HTMLElement>(page, EDITOR), send: () => null }, text, signal);
}
