import { useSignal } from '@preact/signals';
import type { Member } from '../../room.ts';
import { css, idOf, room, switches, toggle, you } from './state.ts';
import { digits, word } from './words.ts';

const ROW = 44;

/** Not in the page while it is closed. The id of a row is its place, and its element belongs to a slot: scrolling gives both to somebody else. */
export function PeoplePanel() {
  const scrolled = useSignal(0);
  const { members } = room.value;
  // Only who may let them in sees them.
  const waiting = members.some(({ id, host }) => host && id === you.value) ? room.value.waiting : [];
  const { rows, counter } = switches.value;
  const sorted = [...members].sort((a, b) => rank(a) - rank(b));
  const from = Math.min(Math.floor(scrolled.value / ROW), Math.max(0, sorted.length - rows));
  return (
    <section class="panel-shell">
      <header class={css('participants-header__title')}>
        <h2>{counter ? `${word('people')} (${digits(members.length)})` : word('people')}</h2>
        <button type="button" aria-label={word('close')} onClick={() => toggle('people')}>
          ✕
        </button>
      </header>
      {waiting.length > 0 && (
        <div class="waiting">
          <h3>{word('waiting')}</h3>
          <ul class={css('waiting-room-list-conatiner__ul')}>
            {waiting.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </div>
      )}
      <div
        {...idOf('participants-ul')}
        class="rows"
        role="list"
        aria-label={word('people')}
        onScroll={(event) => {
          scrolled.value = event.currentTarget.scrollTop;
        }}
      >
        <div style={{ height: `${from * ROW}px` }} />
        {sorted.slice(from, from + rows).map((member, slot) => (
          <Row key={`slot ${slot}`} member={member} place={from + slot} />
        ))}
        <div style={{ height: `${Math.max(0, sorted.length - from - rows) * ROW}px` }} />
      </div>
    </section>
  );
}

/** Oneself, then the host, then the others. */
function rank({ id, host }: Member): number {
  return id === you.value ? 0 : host ? 1 : 2;
}

function Row({ member, place }: { readonly member: Member; readonly place: number }) {
  const own = member.id === you.value;
  const said = [member.host && word('host'), own && word('me')].filter(Boolean).join(', ');
  const label = said && `(${said})`;
  const { strangeRows } = switches.value;
  if (strangeRows) return <div class="row">{`${member.name} ${label}`}</div>;
  return (
    <div
      class={css('participants-li', 'row item-pos')}
      id={`participants-list-${place}`}
      role="listitem"
      aria-label={`${member.name} ${label},computer audio muted,video off`}
    >
      <span class={css('participants-item__display-name')}>{member.name}</span>
      <span class={css('participants-item__name-label', 'soft')}>{label}</span>
    </div>
  );
}
