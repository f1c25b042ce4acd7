import type { Composer } from '../../model/roster.ts';
import { first, isShown } from '../page/first.ts';
import { sendByField } from '../page/send-field.ts';

/** Grade 2, then grade 3 in English only; any other field with a limit may belong to something else and is not taken. */
const INPUT = ['textarea[jsname="YPqjbf"]', '[data-panel-container-id="sidePanel2"] textarea'];
const SEND = ['button[jsname="c6xSqd"]'];

/** Meet's own chat goes to everybody; the host may forbid the others to write. null: it is not on the screen. */
export function composer(page: Document, shown: (input: Element) => boolean = isShown): Composer | null {
  const input = first<HTMLTextAreaElement>(page, INPUT);
  if (!input || !shown(input)) return null;
  return input.disabled || input.readOnly ? 'locked' : 'ready';
}

export function write(page: Document, text: string, signal: AbortSignal): Promise<boolean> {
  return sendByField(first<HTMLTextAreaElement>(page, INPUT), () => first<HTMLButtonElement>(page, SEND), text, signal);
}
