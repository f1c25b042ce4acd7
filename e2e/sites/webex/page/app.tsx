import { useSignal } from '@preact/signals';
import { Call } from './call.tsx';
import { MdcButton } from './momentum.ts';
import { join, screen, test } from './state.ts';
import { word } from './words.ts';

/** Preview, call and end at one address, in one frame. */
export function App() {
  if (screen.value === 'call') return <Call />;
  if (screen.value === 'left')
    return (
      <main class="alone">
        <h1>{word('left')}</h1>
      </main>
    );
  return <Preview />;
}

/** It has the buttons for devices as well. */
function Preview() {
  const name = useSignal('');
  return (
    <main class="alone">
      <input
        aria-label={word('name')}
        value={name.value}
        onInput={(event) => {
          name.value = event.currentTarget.value;
        }}
      />
      <MdcButton {...test('microphone-button')}>●</MdcButton>
      <MdcButton {...test('join-button')} onClick={() => void join(name.value)}>
        {word('join')}
      </MdcButton>
    </main>
  );
}
