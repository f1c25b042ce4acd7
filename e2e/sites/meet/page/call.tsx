import { createPortal } from 'preact/compat';
import { ChatPanel } from './chat-panel.tsx';
import { Controls, Icon } from './controls.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { chatMounted, js, panel, room, small, switches, toggle, you } from './state.ts';
import { Tile } from './tile.tsx';
import { digits, word } from './words.ts';

/** So many pictures move: more of them is work for a graphics card. */
const MOVING = 4;

export function Call() {
  const people = room.value.members.filter(({ presents }) => !presents).length;
  return (
    <div class="call">
      {small.value && createPortal(<Stage />, small.value.body)}
      {(!small.value || switches.value.smallToo) && <Stage />}
      {switches.value.counter && (
        <div class="count" role="button" tabIndex={0} aria-label={word('people')} onClick={() => toggle('people')}>
          <span data-avatar-count={people}>{digits(people)}</span>
        </div>
      )}
      <div class="side">
        {panel.value === 'people' && <PeoplePanel key={`people ${switches.value.replaced}`} />}
        {chatMounted.value && <ChatPanel key={`chat ${switches.value.replaced}`} hidden={panel.value !== 'chat'} />}
      </div>
      <div class="bar">
        <Controls />
        <div class="panels" role="toolbar">
          <button type="button" class="small" aria-label="picture-in-picture" onClick={() => void openSmall()}>
            <Icon name="picture_in_picture" />
          </button>
          <button
            type="button"
            data-panel-id="1"
            {...js('A5il2e')}
            aria-label={word('people')}
            aria-pressed={panel.value === 'people'}
            onClick={() => toggle('people')}
          >
            <Icon name="people" />
          </button>
          <button
            type="button"
            data-panel-id="2"
            {...js('A5il2e')}
            aria-label={word('chat')}
            aria-pressed={panel.value === 'chat'}
            onClick={() => toggle('chat')}
          >
            <Icon name="chat" />
          </button>
        </div>
      </div>
    </div>
  );
}

function Stage() {
  const { members } = room.value;
  const own = members.find(({ id }) => id === you.value);
  const rest = members.filter(({ id }) => id !== you.value);
  // The others are behind a tile of their own.
  const { tiles } = switches.value;
  const shown = [...(own ? [own] : []), ...rest.slice(0, tiles - 1)];
  return (
    <main class={panel.value === 'none' ? 'stage' : 'stage narrow'}>
      {shown.map((member, i) => (
        <Tile key={member.id} member={member} own={member.id === you.value} moves={i < MOVING} />
      ))}
      {rest.length >= tiles && <div class="tile others">+{digits(rest.length - tiles + 1)}</div>}
    </main>
  );
}

/** Only a press may open that window. */
async function openSmall(): Promise<void> {
  const { documentPictureInPicture: pip } = window as unknown as {
    documentPictureInPicture: { requestWindow(options: object): Promise<Window> };
  };
  const opened = await pip.requestWindow({ width: 320, height: 240 });
  opened.addEventListener('pagehide', () => {
    small.value = null;
  });
  small.value = opened.document;
}
