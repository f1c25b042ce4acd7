import type { ChatLine } from '../model/chat.ts';

/** A chat line as evidence beside an entry: its words, and the site's id of it where there is one. */
export function quoted(line: ChatLine): { readonly words: string; readonly site?: string } {
  const words = line.text.slice(0, 1000).toWellFormed();
  return line.id === null ? { words } : { words, site: line.id };
}
