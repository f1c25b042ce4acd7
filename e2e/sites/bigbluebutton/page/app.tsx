import { useSignal } from '@preact/signals';
import { Call } from './call.tsx';
import { join, screen, test } from './state.ts';
import { word } from './words.ts';

/** Lobby, call and end at one address. */
export function App() {
  if (screen.value === 'call') return <Call />;
  if (screen.value === 'over')
    return (
      <main class="alone">
        <div {...test('meetingEndedModal')}>
          <h1>{word('over')}</h1>
        </div>
      </main>
    );
  return <Lobby />;
}

function Lobby() {
  const name = useSignal('');
  return (
    <main class="alone">
      <p {...test('guestMessage')}>{word('lobby')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void join(name.value);
        }}
      >
        <input
          aria-label={word('name')}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
        <button type="submit" disabled={!name.value}>
          {word('join')}
        </button>
      </form>
    </main>
  );
}
