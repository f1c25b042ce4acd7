import type { Driven } from '../../room.ts';

/** The page around the meeting on app.zoom.us: the meeting is in its frame, and what the test tells the page goes on to there. */
export function openShell(root: Element): void {
  const frame = document.createElement('iframe');
  frame.id = 'webclient';
  frame.className = 'pwa-webclient__iframe';
  frame.src = `${location.pathname.replace(/start$/, 'join')}${location.search}`;
  root.replaceChildren(frame);
  const inside = (): Driven | undefined => (frame.contentWindow as Window | null)?.standIn;
  window.standIn = {
    show: (state) => inside()?.show(state),
    change: (some) => inside()?.change(some),
    removed: () => inside()?.removed(),
  };
}
