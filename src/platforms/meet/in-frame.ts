import { FRAME_LINES_MAX, type FramePass } from '../../model/frame-chat.ts';
import { mightCarryTag } from '../../model/tag-mark.ts';
import type { FrameLine } from '../platform.ts';
import { chatShown, composerShown, writeThere } from './google-chat.ts';

/** So long after it was asked last, whatever changes is told unasked, ms. */
const ASKED_MS = 3000;
/** Changes are read together, at most this often, ms. */
const PACE_MS = 100;

/** In a frame of Meet's page and nowhere else: a chat that is open by itself, or in anything else, is nobody's business. */
export function isWithin({ location }: Document, origin: string): boolean {
  const { ancestorOrigins } = location;
  return ancestorOrigins.length > 0 && ancestorOrigins[ancestorOrigins.length - 1] === origin;
}

/**
 * Google Chat in a frame of Meet's page: tells our script in that page what stands there, and writes for it. Before anybody relies on it, it
 * speaks only when a line carries a tag, as every meeting page does.
 */
export function serveFrame(page: Document, line: FrameLine, signal: AbortSignal): void {
  let askedAt = Number.NEGATIVE_INFINITY;
  let told = '';
  let pending: ReturnType<typeof setTimeout> | null = null;

  function tell(anew: boolean): void {
    const lines = chatShown(page)?.slice(-FRAME_LINES_MAX) ?? null;
    const composer = composerShown(page);
    // A frame of it without any chat: another one may have it.
    if (lines === null && composer === 'closed' && told === '') return;
    const pass: FramePass = { what: 'shown', lines, composer };
    const now = JSON.stringify(pass);
    const asked = performance.now() - askedAt < ASKED_MS;
    if (!anew && (now === told || !(asked || lines?.some(({ text }) => mightCarryTag(text))))) return;
    told = now;
    line.tell(pass);
  }
  function soon(): void {
    pending ??= setTimeout(() => {
      pending = null;
      tell(false);
    }, PACE_MS);
  }

  line.hear((pass) => {
    if (pass.what === 'read') {
      askedAt = performance.now();
      tell(true);
    }
    if (pass.what === 'write' && composerShown(page) === 'ready')
      writeThere(page, pass.text, signal)
        .then((sent) => line.tell({ what: 'wrote', n: pass.n, sent }))
        .catch((error: unknown) => console.error('not written', error));
  });
  const observer = new MutationObserver(soon);
  observer.observe(page, { childList: true, subtree: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (pending) clearTimeout(pending);
  });
  soon();
}
