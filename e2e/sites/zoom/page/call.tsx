import { ChatPanel } from './chat-panel.tsx';
import { Footer } from './footer.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { panels, room, switches, you } from './state.ts';
import { Tile } from './tile.tsx';

/** The layout has room for so many pictures. */
const TILES = 4;

export function Call() {
  const { members } = room.value;
  const own = members.filter(({ id }) => id === you.value);
  const rest = members.filter(({ id }) => id !== you.value);
  const { people, chat } = panels.value;
  const { replaced } = switches.value;
  return (
    <div class="meeting-app">
      <main class={people || chat ? 'stage narrow' : 'stage'}>
        {[...own, ...rest].slice(0, TILES).map((member) => (
          <Tile key={member.id} member={member} />
        ))}
      </main>
      {(people || chat) && (
        <div id="wc-container-right" key={`right ${replaced}`}>
          {people && <PeoplePanel />}
          {chat && <ChatPanel />}
        </div>
      )}
      <Footer />
    </div>
  );
}
