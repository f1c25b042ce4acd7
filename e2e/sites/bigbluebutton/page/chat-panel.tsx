import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Line } from '../../room.ts';
import { own, room, say, switches, test, toggle, version } from './state.ts';
import { word } from './words.ts';

/** Not in the page while it is closed. A conversation of two stands in the same place as the chat of everybody. */
export function ChatPanel() {
  const { privately } = switches.value;
  const lines = privately ? [] : room.value.lines;
  const list = useRef<HTMLDivElement>(null);
  const count = lines.length;
  useEffect(() => {
    if (count > 0) list.current?.scrollTo(0, list.current.scrollHeight);
  }, [count]);
  return (
    <aside class="panel chat">
      <header {...test('chatTitle')}>
        <h2>{privately ? word('privately') : word('everyone')}</h2>
        <button
          type="button"
          {...test(version === '3.1' ? 'hideMessagesButton' : privately ? 'hidePrivateChat' : 'hidePublicChat')}
          aria-label={word('close')}
          onClick={() => toggle('chat')}
        >
          −
        </button>
      </header>
      {privately && version === '3.1' && <div {...test('privateChatBackButton')}>‹ {privately}</div>}
      <div class="lines" {...test('chatMessages')} ref={list}>
        <div id="contentRef">
          <div class="welcome" {...test('welcomeMessage')}>
            {word('welcome')}
          </div>
          {lines.map((line, index) => (
            <Message key={line.id} line={line} before={lines[index - 1]} sequence={index + 1} />
          ))}
        </div>
      </div>
      <Composer />
    </aside>
  );
}

interface MessageProps {
  readonly line: Line;
  readonly before: Line | undefined;
  readonly sequence: number;
}

function Message({ line, before, sequence }: MessageProps) {
  const { strangeChat, noSenders } = switches.value;
  const { id, from, name, text } = line;
  if (strangeChat) return <p>{text}</p>;
  const first = before?.from !== from;
  return (
    <div class="around" data-sequence={sequence} data-focusable="true">
      <div>
        {first && !noSenders && (
          <div class="heading">
            <div class="face">{name.slice(0, 2).toLowerCase()}</div>
            <div>
              <div class="over">
                <span>{name}</span>
                <time>10:00</time>
              </div>
            </div>
          </div>
        )}
        <div class="message" data-chat-message-id={id} {...test('chatMessageItem')}>
          <div class="words" {...test('messageContent')}>
            <p>
              {text
                .split('\n')
                .flatMap((part, index) => (index === 0 ? [part] : [<br key={`${index}`} />, '\n', part]))}
            </p>
          </div>
          {!first && <time class="soft">10:00</time>}
        </div>
      </div>
    </div>
  );
}

function Composer() {
  const draft = useSignal('');
  const disabled = switches.value.locked && !own.value?.host;
  const send = () => {
    if (draft.value.trim() && !switches.value.privately) say(draft.value.trim());
    draft.value = '';
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        id="message-input"
        aria-label={word('write')}
        disabled={disabled}
        value={draft.value}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.keyCode !== 13 || event.shiftKey) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" {...test('sendMessageButton')} aria-label={word('send')} disabled={disabled}>
        ➤
      </button>
    </form>
  );
}
