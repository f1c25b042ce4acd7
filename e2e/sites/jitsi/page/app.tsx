import { useState } from 'preact/hooks';
import { Chat } from './chat.tsx';
import { css, id } from './names.ts';
import { Pane } from './pane.tsx';
import { changed, join, leave, people, screen, switches } from './store.ts';
import { Tile } from './tile.tsx';
import { word } from './words.ts';

/** Prejoin, call and having left at one address. */
export function App() {
  if (screen.now === 'call') return <Call />;
  if (screen.now === 'left')
    return (
      <main class="alone">
        <h1>{word('left')}</h1>
      </main>
    );
  return <Prejoin />;
}

function Prejoin() {
  const [name, setName] = useState('');
  return (
    <main class={`alone ${css('premeeting-screen')}`}>
      <input
        {...id('premeeting-name-input')}
        aria-label={word('name')}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="button" data-testid="prejoin.joinMeeting" onClick={() => void join(name)}>
        {word('join')}
      </button>
    </main>
  );
}

function Call() {
  const [first, ...others] = people();
  const toggle = (which: 'chat' | 'pane') => () => {
    screen[which] = !screen[which];
    changed();
  };
  return (
    <div
      {...id('videoconference_page')}
      class={`call${screen.chat ? ' chatting' : ''}${screen.pane ? ' listing' : ''}`}
    >
      {screen.chat && <Chat key={`chat ${switches.replaced}`} />}
      <main {...id('largeVideoContainer')}>{first && <Tile person={first} large />}</main>
      <div class="filmstrip" key={`filmstrip ${switches.replaced}`}>
        {others.map((person, n) => (
          <Tile key={person.id ?? n} person={person} />
        ))}
      </div>
      {switches.recording && <div class="label">{word('records')}</div>}
      <div class={css('toolbox-content')} role="toolbar">
        <button
          type="button"
          aria-label={word('microphone')}
          aria-pressed={screen.muted}
          onClick={() => {
            screen.muted = !screen.muted;
            changed();
          }}
        >
          🎙
        </button>
        <button type="button" data-opens="chat" aria-label={word('chat')} onClick={toggle('chat')}>
          💬
        </button>
        <button type="button" data-opens="participants" aria-label={word('participants')} onClick={toggle('pane')}>
          👥
        </button>
        <button type="button" class={css('hangup-button')} aria-label={word('leave')} onClick={leave}>
          ✆
        </button>
      </div>
      {screen.pane && <Pane key={`pane ${switches.replaced}`} />}
    </div>
  );
}
