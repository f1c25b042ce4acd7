import { useSignal } from '@preact/signals';
import { Call } from './call.tsx';
import { join, leave, screen } from './state.ts';
import { say } from './words.ts';

/** Prejoin, lobby, call and "you left" at one address. What captions and alerts have said stays on the page. */
export function App() {
  return (
    <>
      {screen.value === 'prejoin' && <Prejoin />}
      {screen.value === 'lobby' && (
        <main class="alone">
          <h1>{say.waiting}</h1>
          <button type="button" id="hangup-button" data-tid="hangup-main-btn" class="leave" onClick={leave}>
            {say.leave}
          </button>
        </main>
      )}
      {screen.value === 'call' && <Call />}
      {screen.value === 'left' && (
        <main class="alone">
          <h1 data-tid="calling-retry-screen">{say.left}</h1>
          <button type="button" data-tid="calling-retry-cancelbutton">
            {say.close}
          </button>
        </main>
      )}
      {(screen.value === 'call' || screen.value === 'left') && (
        <div class="remains" data-tid="closed-caption-renderer-wrapper">
          <div role="alert">{say.left}</div>
        </div>
      )}
    </>
  );
}

function Prejoin() {
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
          type="text"
          data-tid="prejoin-display-name-input"
          aria-label={say.name}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
        <button type="submit" id="prejoin-join-button" data-tid="prejoin-join-button" disabled={!name.value}>
          {say.join}
        </button>
      </form>
      <div data-tid="toggle-mute">{say.mic}</div>
    </main>
  );
}
