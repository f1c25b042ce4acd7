import { useSignal } from '@preact/signals';
import type { Member } from '../../room.ts';
import { css, idOf, room, switches, toggle, you } from './state.ts';
import { word } from './words.ts';

const ROW = 48;

/** Not in the page while it is closed. A row element belongs to a slot, not to a person: scrolling gives it to somebody else. */
export function PeoplePanel() {
  const scrolled = useSignal(0);
  const { members, waiting } = room.value;
  const { rows } = switches.value;
  const from = Math.min(Math.floor(scrolled.value / ROW), Math.max(0, members.length - rows));
  return (
    <aside class="panel" data-panel-container-id="sidePanel1">
      <header>
        <h2>{word('people')}</h2>
        <button type="button" aria-label={word('close')} onClick={() => toggle('people')}>
          ✕
        </button>
      </header>
      {waiting.length > 0 && (
        <div class="waiting">
          <h3>{word('waiting')}</h3>
          <div role="list" aria-label={word('waiting')}>
            {waiting.map((member) => (
              <Row key={member.id} member={member} />
            ))}
          </div>
        </div>
      )}
      <div
        class="rows"
        onScroll={(event) => {
          scrolled.value = event.currentTarget.scrollTop;
        }}
      >
        <div role="list" aria-label={word('participants')}>
          <div style={{ height: `${from * ROW}px` }} />
          {members.slice(from, from + rows).map((member, slot) => (
            <Row key={`slot ${slot}`} member={member} />
          ))}
          <div style={{ height: `${Math.max(0, members.length - from - rows) * ROW}px` }} />
        </div>
      </div>
    </aside>
  );
}

function Row({ member }: { readonly member: Member }) {
  const name = `${member.name}${member.presents ? ` (${word('presentation')})` : ''}`;
  return (
    <div role="listitem" class="row" {...idOf(member.id)} aria-label={name}>
      <span class={css('zWGUib')}>{name}</span>
      {member.id === you.value && <span class={css('NnTWjc', 'soft')}>({word('you')})</span>}
      {member.host && <span class="soft">{word('host')}</span>}
    </div>
  );
}
