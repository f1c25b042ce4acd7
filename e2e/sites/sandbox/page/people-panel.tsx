import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { PersonRow } from './person-row.tsx';
import { flicker, roster } from './roster.ts';
import { isOn } from './switches.ts';

const ROW_HEIGHT = 52;
const VISIBLE_ROWS = 2;

export function PeoplePanel({ close }: { close: () => void }) {
  const count = roster.value.length;
  return (
    <section class="panel people" data-panel="people" aria-label="People">
      <header>
        <h2>
          People
          {!isOn('counter') && <span class="count">{count}</span>}
        </h2>
        <button type="button" class="small" aria-label="Close people" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {isOn('virtual') ? <VirtualRows /> : <Rows />}
    </section>
  );
}

function Rows() {
  return (
    <ul class="rows" data-roster>
      {roster.value.map((participant) => (
        <PersonRow key={`${participant.id} ${flicker.value}`} participant={participant} />
      ))}
    </ul>
  );
}

/** Mounts the rows in view only. A row element belongs to a slot, not to a person: scrolling gives it to someone else. */
function VirtualRows() {
  const [scrolled, setScrolled] = useState(0);
  const all = roster.value;
  const first = Math.min(Math.floor(scrolled / ROW_HEIGHT), Math.max(0, all.length - VISIBLE_ROWS));
  const inView = all.slice(first, first + VISIBLE_ROWS);
  return (
    <ul
      class="rows virtual"
      data-roster
      style={{ height: `${VISIBLE_ROWS * ROW_HEIGHT}px` }}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
    >
      <li class="spacer" aria-hidden="true" style={{ height: `${all.length * ROW_HEIGHT}px` }} />
      {inView.map((participant, index) => (
        <PersonRow
          key={`slot ${(first + index) % VISIBLE_ROWS} ${flicker.value}`}
          participant={participant}
          top={(first + index) * ROW_HEIGHT}
        />
      ))}
    </ul>
  );
}
