import type { JitsiApp, JitsiStore } from './app.ts';
import { ANSWER, ASK_SEND, ASK_STATE, askPage, CHANGED, SENT } from './bridge.ts';
import { isTurnedAside, readState } from './read-state.ts';

/**
 * Runs in the page's own world, where Jitsi's store is: answers what the store says now, tells of its changes, and sends a message when
 * asked. Makes no element, keeps no timer, changes nothing. Whatever Jitsi's code throws is no answer.
 *
 * @param app finds Jitsi's own object, which may come after this script
 */
export function serve(page: EventTarget, app: () => JitsiApp | undefined): void {
  // The worker may put it into one document twice.
  if (askPage(page, ASK_STATE) !== null) return;
  let heard: JitsiStore | undefined;
  let telling = false;

  function changed(): void {
    if (telling) return;
    telling = true;
    queueMicrotask(() => {
      telling = false;
      page.dispatchEvent(new CustomEvent(CHANGED));
    });
  }
  function answer(what: () => string | null): void {
    try {
      const detail = what();
      if (detail !== null) page.dispatchEvent(new CustomEvent(ANSWER, { detail }));
    } catch (error) {
      console.debug('Ask to Record cannot read this page’s store:', error);
    }
  }
  page.addEventListener(ASK_STATE, () =>
    answer(() => {
      const here = app();
      const reading = here && readState(here);
      if (here?.store && here.store !== heard) {
        heard = here.store;
        heard.subscribe(changed);
      }
      return reading ? JSON.stringify(reading) : null;
    }),
  );
  page.addEventListener(ASK_SEND, (event) => answer(() => send(app()?.store, (event as CustomEvent<unknown>).detail)));
}

/** Only to everybody: while the chat is turned to one person, or to somebody in the lobby, nothing is sent. */
function send(store: JitsiStore | undefined, message: unknown): string | null {
  const state = store?.getState();
  if (!store || !state?.['features/chat'] || isTurnedAside(state) || typeof message !== 'string') return null;
  // Otherwise Jitsi asks, after a private message, whether this one was meant to be private too.
  store.dispatch({ type: 'SEND_MESSAGE', message, ignorePrivacy: true });
  return SENT;
}
