import { useRef } from 'preact/hooks';
import { useMoving } from '../../moving.ts';
import type { Member } from '../../room.ts';
import { ChatPanel } from './chat-panel.tsx';
import { leave, muted, open, room, switches, test, toggle, told, version } from './state.ts';
import { UsersPanel } from './users-panel.tsx';
import { word } from './words.ts';

/** So many cameras have room beside the slide. */
const CAMERAS = 4;

export function Call() {
  const { replaced } = switches.value;
  return (
    <div class="call">
      {version === '3.1' && <Rail />}
      {open.value.users && <UsersPanel key={`users ${replaced}`} />}
      {open.value.chat && <ChatPanel key={`chat ${replaced}`} />}
      <div class="middle">
        <nav class="top">
          {version === '3.0' && (
            <button type="button" {...test('toggleSidebarNavigation')} onClick={() => toggle('users')}>
              ☰
            </button>
          )}
          <h1 {...test('presentationTitle')}>Weekly</h1>
          <RecordingMark />
          <button type="button" class="leave" {...test('leaveMeetingDropdown')} onClick={leave}>
            {word('leave')}
          </button>
        </nav>
        <main class="stage">
          {room.value.members.slice(0, CAMERAS).map((member) => (
            <Camera key={member.id} member={member} />
          ))}
        </main>
        <div class="bottom">
          <button
            type="button"
            {...test(muted.value ? 'unmuteMicButton' : 'muteMicButton')}
            aria-label={word('microphone')}
            onClick={() => {
              muted.value = !muted.value;
            }}
          >
            {muted.value ? '○' : '●'}
          </button>
        </div>
      </div>
    </div>
  );
}

/** Version 3.1: the count is on the button whether the list is open or not. */
function Rail() {
  return (
    <div class="rail">
      <div role="button" tabIndex={0} {...test('messagesSidebarButton')} onClick={() => toggle('chat')}>
        ✉
      </div>
      <div
        role="button"
        tabIndex={0}
        {...test('usersListSidebarButton')}
        aria-label={word('users')}
        onClick={() => toggle('users')}
      >
        ☰
        {switches.value.counter && (
          <span class="count">
            <span>{told.value.length}</span>
          </span>
        )}
      </div>
    </div>
  );
}

/** There in every meeting that may be recorded; with a clock while it is. */
function RecordingMark() {
  const { recording } = switches.value;
  if (recording === 'none') return null;
  return (
    <div class="mark" {...test('recordingIndicator')}>
      {recording === 'on' ? <span aria-hidden="true">00:12</span> : <span>{word('record')}</span>}
    </div>
  );
}

function Camera({ member }: { readonly member: Member }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useMoving(canvas, [...member.id].reduce((sum, letter) => sum + letter.charCodeAt(0) * 7, 0) % 360);
  return (
    <div class="camera">
      <canvas ref={canvas} width={320} height={180} />
      <span>{member.name}</span>
    </div>
  );
}
