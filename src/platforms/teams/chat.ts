import { isShown } from '../page/first.ts';
import { words } from '../page/words.ts';
import type { SiteLine } from '../platform.ts';
import { find, shown } from './views.ts';

/** Grade 2. */
const VIEWPORT = '[data-view="message-pane-list-viewport"]';
const LIST = ['#chat-pane-list', '[data-tid="chat-pane-list"]', VIEWPORT];
/** "The meeting began", "somebody was invited": nobody's words. Grade 2. */
const CONTROL = '.fui-ChatControlMessage';
const ASIDE = `${CONTROL}, [role="separator"], .fui-Divider, time`;
const MESSAGE = '[data-mid]';
/** Grade 2, both: what one has written oneself, and who wrote it. */
const MINE = '.fui-ChatMyMessage, .fui-ChatMyMessage__body';
const THEIRS = '.fui-ChatMessage';
const AUTHOR = '[data-tid="message-author-name"], .fui-ChatMessage__author';

/**
 * The lines on the screen; null while the chat cannot be read. A message has its id, and its author once a run. What was edited is
 * seen by its words having changed: no mark of it is known.
 */
export function chatLines(all: readonly Document[]): SiteLine[] | null {
  const list = find(all, ...LIST);
  if (!list || !isShown(list) || isScrolledAway(list)) return null;
  const items = [...list.querySelectorAll(`${MESSAGE}, ${CONTROL}`)].filter(
    (item) => !item.parentElement?.closest(`${MESSAGE}, ${CONTROL}`),
  );
  const lines: SiteLine[] = [];
  let run: string | null = null;
  for (const item of items) {
    const control = item.matches(CONTROL) || item.closest(CONTROL) || item.querySelector(CONTROL);
    const self = item.closest(MINE) !== null || item.querySelector(MINE) !== null;
    run = control || self ? null : (authorOf(item) ?? run);
    if (control) continue;
    const id = item.getAttribute('data-mid');
    const sender = { id: null, name: run, self };
    lines.push({ id: id || null, sender, text: wordsOf(item), edited: false, writtenAt: writtenAt(id) });
  }
  // Something is written there, and none of it looks like a message: the page has changed.
  return lines.length === 0 && isWritten(list) ? null : lines;
}

/** Its id is when it was sent, ms UTC. Grade 2. */
function writtenAt(id: string | null): number | null {
  return id !== null && /^\d{13}$/.test(id) ? Number(id) : null;
}

/** In place of the editor, where one may not write. Grade 2. */
export const LOCKED = '[data-tid="compose-disabled-placeholder-text"]';

/** The chat's editor. Grade 2. */
export function editorOf(all: readonly Document[]): HTMLElement | null {
  return shown(all, LOCKED) ? null : find<HTMLElement>(all, '[data-tid="ckeditor"][contenteditable="true"]');
}

/** `newMessageCommands-send` or `sendMessageCommands-send`, by the layout. Grade 2. */
export function sendButton(all: readonly Document[]): HTMLElement | null {
  return find<HTMLElement>(all, '[data-tid$="MessageCommands-send"]');
}

function authorOf(item: Element): string | null {
  const author = part('author', item) ?? item.querySelector(AUTHOR) ?? item.closest(THEIRS)?.querySelector(AUTHOR);
  return author?.textContent.trim() || null;
}

/** Without the element of the words all of the message is read: buttons in it make it no yes, and a no is still heard. */
function wordsOf(item: Element): string {
  return words(part('content', item) ?? item.querySelector('[data-message-content]') ?? item).trim();
}

function part(name: string, item: Element): Element | null {
  return item.ownerDocument.getElementById(`${name}-${item.getAttribute('data-mid')}`);
}

/** The list keeps only what is on the screen, so whoever reads far above its end does not see what is new: a no would be missed. */
function isScrolledAway(list: Element): boolean {
  const viewport = list.closest(VIEWPORT) ?? list.querySelector(VIEWPORT) ?? list;
  const { scrollTop, scrollHeight, clientHeight } = viewport;
  const style = viewport.ownerDocument.defaultView?.getComputedStyle(viewport);
  const upwards = style?.flexDirection === 'column-reverse' || scrollTop < 0;
  const below = upwards ? -scrollTop : scrollHeight - scrollTop - clientHeight;
  return clientHeight > 0 && below > clientHeight;
}

function isWritten(list: Element): boolean {
  const texts = list.ownerDocument.createNodeIterator(list, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (text.nodeValue?.trim() && !text.parentElement?.closest(ASIDE)) return true;
  return false;
}
