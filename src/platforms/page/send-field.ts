import { isShown } from './first.ts';
import { typeIn, until } from './type-in.ts';

/** How long the page may take to draw what was typed, or to empty the field after sending, ms. */
const DRAW_MS = 1000;

/**
 * Sends a message by a plain field: by the button, where there is one, else by Enter. What the host had begun to write is put back.
 *
 * @param send the button, found anew each time
 * @returns false: the field is closed, shorter than the message, changes it, or did not send it
 */
export async function sendByField(
  input: HTMLTextAreaElement | null,
  send: () => HTMLButtonElement | null,
  text: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (!input || !isShown(input) || input.disabled || input.readOnly) return false;
  if (input.maxLength >= 0 && text.length > input.maxLength) return false;
  const draft = input.value;
  typeIn(input, text);
  const ready = await until(() => send()?.disabled !== true, DRAW_MS, signal);
  // Some pages cut what is too long for them, or put pictures in place of signs: that is another message.
  if (!ready || input.value !== text) {
    typeIn(input, draft);
    return false;
  }
  const button = send();
  if (button) button.click();
  else input.dispatchEvent(new KeyboardEvent('keydown', ENTER));
  const taken = await until(() => input.value !== text, DRAW_MS, signal);
  if (!taken || draft !== '') typeIn(input, draft);
  return taken;
}

/** Old pages look at the code. */
const ENTER = { key: 'Enter', code: 'Enter', keyCode: 13, which: 13, bubbles: true, cancelable: true };
