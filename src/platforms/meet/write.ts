import type { Composer } from '../../model/roster.ts';
import { first, isShown } from '../page/first.ts';
import { sendByField } from '../page/send-field.ts';

/** Grade 2, then grade 3 in English only; any other field with a limit may belong to something else and is not taken. */
const INPUT = ['textarea[jsname="YPqjbf"]', '[data-panel-container-id="sidePanel2"] textarea'];
const SEND = ['button[jsname="c6xSqd"]'];

/** Meetings of an organisation may have Google Chat in place of Meet's own, in a frame of another site. Grade 2. */
const FOREIGN = 'iframe[src*="chat.google.com"]';

/** Meet's own chat goes to everybody; the host may forbid the others to write. */
export function composer(page: Document): Composer {
  const input = first<HTMLTextAreaElement>(page, INPUT);
  if (input && isShown(input)) return input.disabled || input.readOnly ? 'locked' : 'ready';
  return [...page.querySelectorAll(FOREIGN)].some(isShown) ? 'foreign' : 'closed';
}

export function write(page: Document, text: string, signal: AbortSignal): Promise<boolean> {
  return sendByField(first<HTMLTextAreaElement>(page, INPUT), () => first<HTMLButtonElement>(page, SEND), text, signal);
}
