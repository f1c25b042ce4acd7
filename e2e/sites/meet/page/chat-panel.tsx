import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Line } from '../../room.ts';
import { css, js, room, switches, toggle, you } from './state.ts';
import { word } from './words.ts';

/**
 * Stays in the page after its first opening, hidden while People is shown; what is said meanwhile comes into it when it is shown again.
 * Whether Meet's does is not known, so ours is the worse of the two.
 */
export function ChatPanel({ hidden }: { readonly hidden: boolean }) {
  const shown = useRef<readonly Line[]>([]);
  if (!hidden) shown.current = room.value.lines;
  const list = useRef<HTMLDivElement>(null);
  const count = shown.current.length;
  useEffect(() => {
    if (count > 0) list.current?.scrollTo(0, list.current.scrollHeight);
  }, [count]);
  if (switches.value.foreignChat !== 'no') return <GoogleChat hidden={hidden} />;
  return (
    <aside class={hidden ? 'panel closed' : 'panel'} data-panel-container-id="sidePanel2">
      <header>
        <h2>{word('chat')}</h2>
        <button type="button" aria-label={word('close')} onClick={() => toggle('chat')}>
          ✕
        </button>
      </header>
      <div class={css('Ge9Kpc', 'lines')} {...js('xySENc')} aria-live="polite" ref={list}>
        {groups(shown.current).map((lines) => (
          <Group key={lines[0]?.id} lines={lines} />
        ))}
      </div>
      <Composer />
    </aside>
  );
}

/** A frame of another site, which knows what is said from its own server: here the page tells it. */
function GoogleChat({ hidden }: { readonly hidden: boolean }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const tell = () => {
    const { lines } = room.value;
    frame.current?.contentWindow?.postMessage({ lines, you: you.value, look: switches.value.foreignChat }, GOOGLE_CHAT);
  };
  useEffect(tell);
  return (
    <aside class={hidden ? 'panel closed' : 'panel'} data-panel-container-id="sidePanel2">
      <iframe ref={frame} src={`${GOOGLE_CHAT}/u/0/frame`} title={word('chat')} onLoad={tell} />
    </aside>
  );
}
const GOOGLE_CHAT = 'https://chat.google.com';

/** Messages of one sender in a row. */
function groups(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[0]?.from === line.from) last.push(line);
    else found.push([line]);
  }
  return found;
}

function Group({ lines }: { readonly lines: readonly Line[] }) {
  const [first] = lines;
  const own = first?.from === you.value;
  const { ownSender, strangeChat } = switches.value;
  if (strangeChat) return <p>{lines.map(({ text }) => text).join(' / ')}</p>;
  return (
    <div class={css('Ss4fHf')} {...js('Ypafjf')}>
      <div class={css('QTyiie', 'head')}>
        {(!own || ownSender) && <div class={css('poVWob')}>{own ? word('you') : first?.name}</div>}
        <div class={css('MuzmKe', 'soft')} {...js('biJjHb')}>
          10:00
        </div>
      </div>
      {lines.map(({ id, text }) => (
        <div class="message" key={id} data-message-id={id}>
          <div {...js('dTKtvb')}>
            <div>{text}</div>
          </div>
          <button type="button" class="pin" aria-label="pin">
            keep
          </button>
        </div>
      ))}
    </div>
  );
}

function Composer() {
  const draft = useSignal('');
  const send = () => {
    if (!draft.value.trim()) return;
    void window.tellRoom({ what: 'say', text: draft.value });
    draft.value = '';
  };
  return (
    <div class="composer">
      <textarea
        {...js('YPqjbf')}
        aria-label={word('send')}
        maxLength={500}
        disabled={switches.value.locked}
        value={draft.value}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="button" {...js('c6xSqd')} aria-label={word('send')} disabled={!draft.value.trim()} onClick={send}>
        ➤
      </button>
    </div>
  );
}
