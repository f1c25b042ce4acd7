/**
 * How the script in the page's own world and ours talk: events on the document that carry text, because only text gets from one world to
 * the other unchanged. An event is handled before `dispatchEvent` returns, so an answer is never older than its question, and silence
 * means that nobody is there. The page can hear and say all of it too: what comes this way is the page's word, as its elements are.
 */
export const ASK_STATE = 'ask-to-record:jitsi-state';
/** Carries the words to be sent. */
export const ASK_SEND = 'ask-to-record:jitsi-send';
/** The answer to either. */
export const ANSWER = 'ask-to-record:jitsi-answer';
/** Said unasked, at any change of the page's store. */
export const CHANGED = 'ask-to-record:jitsi-changed';

/** What is answered when words went out. */
export const SENT = 'sent';

/** The page's answer, or null when nobody in the page answers. Of several the last counts. */
export function askPage(page: EventTarget, question: string, detail = ''): string | null {
  let answer: string | null = null;
  const hear = (event: Event) => {
    const said = (event as CustomEvent<unknown>).detail;
    if (typeof said === 'string') answer = said;
  };
  page.addEventListener(ANSWER, hear);
  page.dispatchEvent(new CustomEvent(question, { detail }));
  page.removeEventListener(ANSWER, hear);
  return answer;
}
