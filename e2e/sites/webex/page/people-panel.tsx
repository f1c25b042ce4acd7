import { MdcText } from './momentum.ts';
import { css, room, switches, test, toggle } from './state.ts';
import { digits, word } from './words.ts';

/** Not in the page while it is closed, and with it the count. */
export function PeoplePanel() {
  const { counter, rows } = switches.value;
  const { members } = room.value;
  return (
    <section class="panel">
      <header>
        <MdcText {...{ tagname: 'h2' }}>{`${word('people')}${counter ? ` (${digits(members.length)})` : ''}`}</MdcText>
        <button type="button" aria-label={word('close')} onClick={() => toggle('people')}>
          ✕
        </button>
      </header>
      <ul class="rows">
        {members.slice(0, rows).map(({ name }, index) => (
          <li
            class={css('strangeRows', 'participants-list-item', 'row')}
            tabIndex={-1}
            id={`row-${index}`}
            key={`row ${index}`}
          >
            <MdcText {...test('participant-name')}>{name}</MdcText>
          </li>
        ))}
      </ul>
    </section>
  );
}
