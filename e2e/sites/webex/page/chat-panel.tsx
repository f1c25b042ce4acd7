import { useEffect, useRef } from 'preact/hooks';
import type { Line } from '../../room.ts';
import { Composer } from './composer.tsx';
import { MdcText } from './momentum.ts';
import { css, onItsWay, room, switches, toggle, you } from './state.ts';
import { word } from './words.ts';

/** Not in the page while it is closed. */
export function ChatPanel() {
  const { lines } = room.value;
  const list = useRef<HTMLUListElement>(null);
  const count = lines.length;
  useEffect(() => {
    if (count > 0) list.current?.scrollTo(0, list.current.scrollHeight);
  }, [count]);
  return (
    <section class="panel">
      <header>
        <MdcText {...{ tagname: 'h2' }}>{word('chat')}</MdcText>
        <button type="button" aria-label={word('close')} onClick={() => toggle('chat')}>
          ✕
        </button>
      </header>
      <ul class="lines" ref={list}>
        {lines.map((line, index) => (
          <Message key={line.id} line={line} before={lines[index - 1]} />
        ))}
        {onItsWay.value !== '' && (
          <li tabIndex={-1} id="act-web-client-1">
            <div class={css('strangeWords', 'activity-item-message', 'words')}>{onItsWay.value}</div>
          </li>
        )}
      </ul>
      <Composer />
    </section>
  );
}

function Message({ line, before }: { readonly line: Line; readonly before: Line | undefined }) {
  const { strangeChat, noSenders } = switches.value;
  const { id, from, name, text } = line;
  if (strangeChat) return <p>{text}</p>;
  const first = before?.from !== from;
  return (
    <li tabIndex={-1} id={id.replace('/', '-')}>
      {first && !noSenders && (
        <div class={css('strangeWords', 'sender-name', 'over')}>{from === you.value ? word('you') : name}</div>
      )}
      <div class={css('strangeWords', 'activity-item-message', 'words')}>
        {text.split('\n').map((part, index) => (
          <p key={`${index}`}>{part}</p>
        ))}
      </div>
    </li>
  );
}
