import { useEffect, useRef } from 'preact/hooks';
import { ChatLine } from './chat-line.tsx';
import { messages } from './chat-log.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icon.tsx';
import { hostId, selfId, wipe } from './meeting.ts';

export function ChatPanel({ close }: { close: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const all = messages.value;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [all.length]);
  return (
    <section class="panel chat" data-panel="chat" aria-label="Chat">
      <header>
        <h2>Chat</h2>
        {hostId.value === selfId.value && all.length > 0 && (
          <button
            type="button"
            class="small"
            data-control="wipe"
            aria-label="Clear the chat for everyone"
            onClick={wipe}
          >
            <Icon name="sweep" />
          </button>
        )}
        <button type="button" class="small" aria-label="Close chat" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {all.length === 0 && <p class="empty">Messages go to everyone in the meeting.</p>}
      <div ref={list} class="messages" role="log" aria-label="Messages">
        <ol data-messages>
          {all.map((message) => (
            <ChatLine key={message.id} message={message} />
          ))}
        </ol>
      </div>
      <Composer />
    </section>
  );
}
