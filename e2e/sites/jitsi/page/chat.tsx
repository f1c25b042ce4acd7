import { useEffect, useRef, useState } from 'preact/hooks';
import { css, id } from './names.ts';
import { messages, say } from './store.ts';
import { word } from './words.ts';

/** In the page only while it is open; the name stands on the first message of a run. */
export function Chat() {
  const list = useRef<HTMLDivElement>(null);
  const all = messages();
  useEffect(() => {
    if (all.length > 0) list.current?.scrollTo(0, list.current.scrollHeight);
  }, [all.length]);
  return (
    <aside class="chat" {...id('sideToolbarContainer')}>
      <div {...id('chatconversation')} role="log" ref={list}>
        {all.map((message, n) => (
          <div key={message.messageId} id={message.messageId}>
            <div class={`${css('chatmessage')} ${message.messageType}${message.privateMessage ? ' private' : ''}`}>
              {all[n - 1]?.participantId !== message.participantId && (
                <div class={css('display-name')}>{message.displayName}</div>
              )}
              <div class={css('usermessage')}>{message.message}</div>
            </div>
          </div>
        ))}
      </div>
      <Composer />
    </aside>
  );
}

function Composer() {
  const [draft, setDraft] = useState('');
  return (
    <textarea
      {...id('chat-input-messagebox')}
      aria-label={word('send')}
      value={draft}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        if (draft.trim()) say(draft.trim());
        setDraft('');
      }}
    />
  );
}
