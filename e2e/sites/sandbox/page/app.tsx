import { useState } from 'preact/hooks';
import { Call } from './call.tsx';
import { ClockBar } from './clock-bar.tsx';
import { Drawer } from './drawer.tsx';
import { Icon } from './icon.tsx';
import { Left } from './left.tsx';
import { Lobby } from './lobby.tsx';
import { screen } from './meeting.ts';
import { address } from './switches.ts';

export function App() {
  const [drawer, setDrawer] = useState(false);
  const shown = screen.value;
  return (
    <div class="app" data-screen={shown}>
      <header class="top">
        <div class="brand">
          <strong>Sandbox meeting</strong>
          <span class="room" data-room>
            {address.room}
          </span>
        </div>
        <ClockBar />
        <button
          type="button"
          class="quiet"
          aria-expanded={drawer}
          aria-controls="switches"
          onClick={() => setDrawer(!drawer)}
        >
          <Icon name="switches" />
          <span>Site switches</span>
        </button>
      </header>
      {shown === 'call' ? <Call /> : shown === 'left' ? <Left /> : <Lobby />}
      {drawer && <Drawer close={() => setDrawer(false)} />}
    </div>
  );
}
