import { render } from 'preact';
import { App } from './app.tsx';
import { ChatPanel } from './chat-panel.tsx';
import { type Around, isChatFrame, join, room, switches, you } from './state.ts';
import { direction, language } from './words.ts';

document.documentElement.lang = language;
document.documentElement.dir = direction;
const root = document.getElementById('app');
if (isChatFrame()) {
  const around = (window.parent.standIn as Around).now();
  room.value = around.room;
  you.value = around.you;
  switches.value = around.switches;
  if (root) render(<ChatPanel />, root);
} else {
  // Teams takes the meeting out of its address before anybody has read it.
  history.replaceState(null, '', '/v2/');
  if (root) render(<App />, root);
  const name = new URLSearchParams(asked()).get('joinAs');
  if (name) void join(name);
}

/** What the page was asked for, which its address does not say any more. */
function asked(): string {
  const [entry] = performance.getEntriesByType('navigation');
  return entry ? new URL(entry.name).search : '';
}
