import { id } from './names.ts';
import { changed, people, screen, waiting } from './store.ts';
import { word } from './words.ts';

/** In the page only while it is open. It lists people, and above them those who knock. */
export function Pane() {
  return (
    <aside class="pane" {...id('participants-pane')}>
      <button
        type="button"
        aria-label={word('close')}
        onClick={() => {
          screen.pane = false;
          changed();
        }}
      >
        ✕
      </button>
      {waiting().length > 0 && (
        <>
          <h2>{word('waiting')}</h2>
          <div {...id('lobby-list')}>
            {waiting().map((one) => (
              <p key={one.id}>{one.name}</p>
            ))}
          </div>
        </>
      )}
      <h2>{word('participants')}</h2>
      {people()
        .filter(({ fakeParticipant }) => !fakeParticipant)
        .map((person, n) => (
          <div class="row" key={person.id ?? n} {...id(`participant-item-${person.id}`)}>
            {person.name}
            {person.local && ` (${word('me')})`}
            {person.role === 'moderator' && <small>{word('moderator')}</small>}
          </div>
        ))}
    </aside>
  );
}
