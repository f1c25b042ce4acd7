import { useRef } from 'preact/hooks';
import { useMoving } from '../../moving.ts';
import type { Member } from '../../room.ts';
import { ChatPanel } from './chat-panel.tsx';
import { MdcButton } from './momentum.ts';
import { PeoplePanel } from './people-panel.tsx';
import { leave, muted, panels, room, switches, test, toggle } from './state.ts';
import { word } from './words.ts';

/** The grid has room for so many. */
const TILES = 4;

export function Call() {
  const { people, chat } = panels.value;
  const { replaced } = switches.value;
  return (
    <div class="call">
      <main class="stage" {...test('grid-layout')}>
        {room.value.members.slice(0, TILES).map((member) => (
          <Tile key={member.id} member={member} />
        ))}
      </main>
      {(people || chat) && (
        <div id="meeting-panel-container" class="side" key={replaced}>
          {people && <PeoplePanel />}
          {chat && <ChatPanel />}
        </div>
      )}
      <div class="bar">
        <MdcButton
          {...test('microphone-button')}
          aria-label={word(muted.value ? 'silent' : 'microphone')}
          onClick={() => {
            muted.value = !muted.value;
          }}
        >
          {muted.value ? '○' : '●'}
        </MdcButton>
        <MdcButton {...test('raise-hand-button')} aria-label={word('hand')}>
          ↑
        </MdcButton>
        <MdcButton {...test('leave-button')} class="leave" aria-label={word('leave')} onClick={leave}>
          ✕
        </MdcButton>
        <MdcButton {...test('participants-toggle-button')} aria-label={word('people')} onClick={() => toggle('people')}>
          ☰
        </MdcButton>
        <MdcButton {...test('in-meeting-chat-toggle-button')} aria-label={word('chat')} onClick={() => toggle('chat')}>
          ✉
        </MdcButton>
      </div>
    </div>
  );
}

function Tile({ member }: { readonly member: Member }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useMoving(canvas, [...member.id].reduce((sum, letter) => sum + letter.charCodeAt(0) * 11, 0) % 360);
  return (
    <div class="tile" {...test(`${member.name}-participant-label`)}>
      <canvas ref={canvas} width={320} height={180} />
      <span>{member.name}</span>
    </div>
  );
}
