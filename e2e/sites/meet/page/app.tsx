import { useSignal } from '@preact/signals';
import { Call } from './call.tsx';
import { Controls } from './controls.tsx';
import { join, js, screen } from './state.ts';
import { word } from './words.ts';

/** Green room, call and "you left" at one address. */
export function App() {
  if (screen.value === 'call') return <Call />;
  if (screen.value === 'left')
    return (
      <main class="alone">
        <h1 {...js('r4nke')} class="roSPhc">
          {word('left')}
        </h1>
      </main>
    );
  return <GreenRoom />;
}

/** It has the buttons for devices and for leaving as well: none of them tells that one is in the call. */
function GreenRoom() {
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
          aria-label={word('name')}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="join" disabled={!name.value}>
          {word('join')}
        </button>
      </form>
      <Controls />
    </main>
  );
}
