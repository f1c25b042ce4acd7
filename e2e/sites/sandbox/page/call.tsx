import { useSignal } from '@preact/signals';
import { ChatPanel } from './chat-panel.tsx';
import { Controls, type PanelName } from './controls.tsx';
import { media, participants, selfId, streams } from './meeting.ts';
import { PeoplePanel } from './people-panel.tsx';
import { playWaiting, waiting } from './picture.tsx';
import { isOn } from './switches.ts';
import { Tile } from './tile.tsx';

const COLUMNS = [1, 1, 2, 2, 2, 3, 3];

export function Call() {
  const open = useSignal<readonly PanelName[]>(['people', 'chat']);
  const exclusive = isOn('panels');
  // The panel opened last stays where only one fits.
  const shown = exclusive ? open.value.slice(-1) : open.value;
  const toggle = (panel: PanelName) => {
    const others = open.value.filter((one) => one !== panel);
    open.value = shown.includes(panel) ? (exclusive ? [] : others) : [...others, panel];
  };
  const all = participants.value;
  const columns = COLUMNS[all.length] ?? 3;
  return (
    <div class="call">
      <main class="stage" aria-label="Pictures">
        {waiting.value.size > 0 && (
          <button type="button" class="sound primary" onClick={playWaiting}>
            Turn the sound on
          </button>
        )}
        <div class={`grid columns-${columns} rows-${Math.ceil(all.length / columns)}`}>
          {all.map((participant) => (
            <Tile
              key={participant.id}
              participant={participant}
              stream={participant.id === selfId.value ? media.value?.stream : streams.value.get(participant.id)}
              cover={!media.value?.sample}
            />
          ))}
        </div>
      </main>
      {shown.length > 0 && (
        <aside class="side">
          {shown.includes('people') && <PeoplePanel close={() => toggle('people')} />}
          {shown.includes('chat') && <ChatPanel close={() => toggle('chat')} />}
        </aside>
      )}
      <Controls shown={shown} toggle={toggle} />
    </div>
  );
}
