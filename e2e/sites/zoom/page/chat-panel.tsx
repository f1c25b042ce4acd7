import { useEffect, useRef } from 'preact/hooks';
import type { Line } from '../../room.ts';
import { Composer } from './composer.tsx';
import { css, idOf, room, switches, toggle, you } from './state.ts';
import { word } from './words.ts';

/** So many lines are in the page, whatever was said; a line's element belongs to a slot. */
const SLOTS = 14;

/** Not in the page while it is closed. A line to one person is shown to the two of them. */
export function ChatPanel() {
  const lines = room.value.lines.filter(({ to, from }) => !to || to === you.value || from === you.value);
  const { scrolledUp, strangeChat } = switches.value;
  const from = scrolledUp ? 0 : Math.max(0, lines.length - SLOTS);
  const shown = scrolledUp ? lines.slice(0, Math.max(0, lines.length - 1)).slice(0, SLOTS) : lines.slice(from);
  const list = useRef<HTMLDivElement>(null);
  const end = lines.length;
  useEffect(() => {
    list.current?.scrollTo(0, scrolledUp || end === 0 ? 0 : list.current.scrollHeight);
  }, [end, scrolledUp]);
  return (
    <section class={css('chat-container', 'panel-shell')}>
      <header>
        <h2>{word('chat')}</h2>
        <button type="button" aria-label={word('close')} onClick={() => toggle('chat')}>
          ✕
        </button>
      </header>
      <div {...idOf('chat-list-content')} class={css('chat-virtualized-list', 'lines')} ref={list}>
        <div class="chat-item__pmc soft" data-id="msgId-placeholder">
          {word('everyone')}
        </div>
        {strangeChat
          ? shown.map(({ id, text }) => <p key={id}>{text}</p>)
          : shown.map((line, slot) => (
              <Item key={`slot ${slot}`} line={line} place={from + slot} before={lines[from + slot - 1]} />
            ))}
        {scrolledUp && <div class="further" />}
      </div>
      <Composer />
    </section>
  );
}

interface ItemProps {
  readonly line: Line;
  readonly place: number;
  readonly before: Line | undefined;
}

function Item({ line, place, before }: ItemProps) {
  const own = line.from === you.value;
  const first = before?.from !== line.from || before.to !== line.to;
  const receiver = room.value.members.find(({ id }) => id === line.to)?.name;
  const sender = own ? word('you') : line.name;
  return (
    <div
      class={css('chat-item-container')}
      {...(!switches.value.renamed && { id: `chat-item-container-${place}`, 'data-id': `1-${line.id}` })}
    >
      {first && (
        <div class="head soft">
          <span class={css('chat-item__sender')} data-userid={line.from} data-name={sender}>
            {sender}
          </span>{' '}
          {word('to')} <span class={css('chat-item__receiver')}>{receiver ?? word('everyone')}</span>
          {receiver !== undefined && <span class={css('chat-privately')}>({word('privately')})</span>}
          <span class={css('new-chat-item__chat-info-time-stamp')}>10:00</span>
        </div>
      )}
      <div class={css('new-chat-message__container')}>
        <div class={css(`new-chat-message__text-box${own ? ' new-chat-message__text-box--self' : ''}`, 'bubble')}>
          <div class={css('chat-rtf-box__display')}>
            {line.text.split('\n').map((text, n) => (
              <p key={`${n} ${text}`}>{text}</p>
            ))}
          </div>
        </div>
        <button type="button" class="react" aria-label="react">
          ☺
        </button>
      </div>
    </div>
  );
}
