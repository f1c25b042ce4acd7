import type { ChatLine } from '../model/chat.ts';
import { withoutPaymentNumbers } from './payment-numbers.ts';

/** A chat line as evidence beside an entry: its words, and the site's id of it where there is one. Nobody needs a card's number as evidence. */
export function quoted(line: ChatLine): { readonly words: string; readonly site?: string } {
  const words = withoutPaymentNumbers(line.text).slice(0, 1000).toWellFormed();
  return line.id === null ? { words } : { words, site: line.id };
}
