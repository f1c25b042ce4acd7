import type { Driven } from '../../room.ts';

/** The page around the meeting: the meeting is in its frame, one's own name in its data, and what the test tells the page goes on to there. */
export function openShell(root: Element): void {
  const frame = document.createElement('iframe');
  frame.id = 'unified-webclient-iframe';
  frame.src = `/webclient/meeting${location.search}`;
  const launch = document.createElement('script');
  launch.type = 'application/json';
  launch.id = 'crossLaunchData';
  launch.textContent = JSON.stringify({
    currentUser: { displayName: new URLSearchParams(location.search).get('joinAs') },
  });
  root.replaceChildren(launch, frame);
  const inside = (): Driven | undefined => (frame.contentWindow as Window | null)?.standIn;
  window.standIn = {
    show: (state) => inside()?.show(state),
    change: (some) => inside()?.change(some),
    removed: () => inside()?.removed(),
  };
}
