import { useSignal } from '@preact/signals';
import { Call } from './call.tsx';
import { Microphone } from './footer.tsx';
import { join, screen } from './state.ts';
import { word } from './words.ts';

/** Preview, waiting room, call and "you have left" at one address. */
export function App() {
  if (screen.value === 'call') return <Call />;
  if (screen.value === 'left')
    return (
      <main class="alone">
        <h1>{word('left')}</h1>
      </main>
    );
  return screen.value === 'waiting' ? <WaitingRoom /> : <Preview />;
}

function Preview() {
  const name = useSignal('');
  return (
    <main class="alone">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void join(name.value);
        }}
      >
        <input
          id="input-for-name"
          type="text"
          aria-label={word('name')}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="preview-join-button" disabled={!name.value}>
          {word('join')}
        </button>
      </form>
      <Microphone />
    </main>
  );
}

/** It has a bar with a button to leave, as the call has: neither tells that one is in the call. */
function WaitingRoom() {
  return (
    <main class="alone">
      <p class="wr-tip">{word('soon')}</p>
      <footer id="wc-footer">
        <button type="button" class="leave">
          {word('leave')}
        </button>
      </footer>
    </main>
  );
}
