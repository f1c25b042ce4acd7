import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ChatPanel } from './chat-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { framed, leave, muted, people, rail, room, switches, toggle, you } from './state.ts';
import { OwnVideo, Tile } from './tile.tsx';
import { digits, say } from './words.ts';

/** The stage has room for so many of the others. */
const TILES = 4;
/** How long the number is away when the toolbar is drawn anew, ms. */
const BLINK_MS = 300;

export function Call() {
  const own = people.value.find(({ id }) => id === you.value);
  const others = room.value.members.filter(({ id }) => id !== you.value);
  const { replaced, small } = switches.value;
  if (small) return <SmallCall />;
  return (
    <div class="call">
      <header class="bar">
        <span data-tid="me-control-avatar" role="img" class="avatar" aria-label={say.picture(own?.name ?? '')}>
          {(own?.name ?? '').slice(0, 1)}
        </span>
        <Toolbar />
      </header>
      <main class={rail.value === 'none' ? 'stage' : 'stage narrow'}>
        {others.slice(0, TILES).map((member) => (
          <Tile key={member.id} member={member} />
        ))}
        <div class="phantom" data-cid="calling-participant-stream" data-stream-type="Video" data-tid="Nobody">
          <span data-tid="participant-info-nametag">Nobody</span>
        </div>
        {own && <OwnVideo name={own.name} />}
      </main>
      {rail.value === 'people' && <PeoplePanel key={`people ${replaced}`} />}
      {rail.value === 'chat' && !framed && <ChatPanel key={`chat ${replaced}`} />}
      {rail.value === 'chat' && framed && (
        <iframe key={`chat ${replaced}`} class="rail" title={say.chat} src={`/embed/chat${chatQuery()}`} />
      )}
    </div>
  );
}

function Toolbar() {
  const count = people.value.length;
  const away = useSignal(false);
  const { badge, blink } = switches.value;
  useEffect(() => {
    if (blink === 0) return undefined;
    away.value = true;
    const timer = setTimeout(() => {
      away.value = false;
    }, BLINK_MS);
    return () => clearTimeout(timer);
  }, [blink, away]);
  return (
    <div role="toolbar" class="tools">
      <button type="button" id="chat-button" aria-pressed={rail.value === 'chat'} onClick={() => toggle('chat')}>
        {say.chat}
      </button>
      <button
        type="button"
        id="roster-button"
        data-tid="calling-toolbar-people-button"
        aria-pressed={rail.value === 'people'}
        onClick={() => toggle('people')}
      >
        {say.people}
        {badge && count > 1 && (
          <span data-tid="toolbar-item-badge" class="badge">
            {away.value ? '' : digits(count)}
          </span>
        )}
      </button>
      <button
        type="button"
        id="microphone-button"
        data-state={muted.value ? 'mic-off' : 'mic'}
        onClick={() => {
          muted.value = !muted.value;
        }}
      >
        {say.mic}
      </button>
      <button type="button" id="video-button">
        {say.camera}
      </button>
      <button type="button" id="hangup-button" data-tid="hangup-main-btn" class="leave" onClick={leave}>
        {say.leave}
      </button>
    </div>
  );
}

/** Something else of Teams is on the page, with a chat that looks the same and has nothing to do with the call. */
function SmallCall() {
  return (
    <div class="call">
      <nav class="chats">{say.chats}</nav>
      <ChatPanel />
      <div class="monitor" data-tid="call-monitor">
        <span data-tid="call-duration">{digits(10)}:00</span>
        <button type="button" id="hangup-button" class="leave" onClick={leave}>
          {say.leave}
        </button>
      </div>
    </div>
  );
}

function chatQuery(): string {
  const [entry] = performance.getEntriesByType('navigation');
  return entry ? new URL(entry.name).search : '';
}
