import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Line } from '../../room.ts';
import { Composer } from './composer.tsx';
import { called, isChatFrame, room, switches, toggle, you } from './state.ts';
import { say } from './words.ts';

/** Not in the page while it is closed. While one reads far above the end, what is new is not drawn. */
export function ChatPanel() {
  const { lines } = room.value;
  const end = useSignal<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  /** Where it was scrolled to, px. */
  const stood = useRef(0);
  const shown = lines.slice(0, end.value ?? lines.length);
  const count = shown.length;
  useEffect(() => {
    if (end.value === null && count > 0) list.current?.scrollTo(0, list.current.scrollHeight);
  }, [count, end]);
  return (
    <aside class={isChatFrame() ? 'whole' : 'rail'}>
      <header>
        <h2>{say.chat}</h2>
        {!isChatFrame() && (
          <button
            type="button"
            data-tid="rail-header-close-button"
            aria-label={say.close}
            onClick={() => toggle('chat')}
          >
            ✕
          </button>
        )}
      </header>
      <div
        class="lines"
        data-view="message-pane-list-viewport"
        ref={list}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          const below = scrollHeight - scrollTop - clientHeight;
          // Only a person goes up. That more came in since it ran to its end, before it is told of that, is nobody's scrolling.
          const up = scrollTop < stood.current;
          stood.current = scrollTop;
          if (up && below > clientHeight) end.value ??= lines.length;
          else if (below < 20) end.value = null;
        }}
      >
        <div id={called('chat-pane-list')} data-tid={called('chat-pane-list')}>
          <div class="fui-Divider">10:00</div>
          <div class={called('fui-ChatControlMessage')} data-tid="control-message">
            {say.began}
          </div>
          {shown.map((line, n) => (
            <Message key={line.id} line={line} first={shown[n - 1]?.from !== line.from} />
          ))}
        </div>
      </div>
      {switches.value.locked ? (
        <div data-tid="compose-disabled-placeholder-text" class="locked">
          {say.locked}
        </div>
      ) : (
        <Composer />
      )}
    </aside>
  );
}

/** Messages have the millisecond of their coming for an id, and their author once a run. */
function Message({ line, first }: { readonly line: Line; readonly first: boolean }) {
  const own = line.from === you.value;
  if (switches.value.strangeChat) return <p>{line.text}</p>;
  const id = String(1_764_000_000_000 + Number(line.id.replace('messages/', '')));
  const kind = own ? 'fui-ChatMyMessage' : 'fui-ChatMessage';
  return (
    <div data-tid="chat-pane-item">
      <div class={`${called(kind)} message ${own ? 'mine' : ''}`}>
        {first && !own && (
          <div class={called('fui-ChatMessage__author')}>
            <span id={called(`author-${id}`)} data-tid={called('message-author-name')}>
              {line.name} ({say.guest})
            </span>
          </div>
        )}
        <div class={called(`${kind}__body`)} data-tid={called('chat-pane-message')} {...{ [called('data-mid')]: id }}>
          <time id={`timestamp-${id}`} dateTime="2026-11-25T10:00:00Z" class="soft">
            10:00
          </time>
          <div id={called(`content-${id}`)} {...{ [called('data-message-content')]: '' }}>
            {line.text.split('\n').map((text, n) => (
              <p key={`${id} ${n}`}>{text}</p>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
