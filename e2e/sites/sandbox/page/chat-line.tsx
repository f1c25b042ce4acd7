import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { edit, selfId } from './meeting.ts';
import { isOn } from './switches.ts';
import type { Message } from './wire.ts';

export function ChatLine({ message }: { message: Message }) {
  const { id, senderId, senderName, text, at, edited } = message;
  const [editing, setEditing] = useState(false);
  const own = senderId === selfId.value;
  const idsHidden = isOn('ids') || isOn('chat');
  const time = new Date(at);
  return (
    <li
      class={`message ${own ? 'own' : ''}`}
      data-message
      data-message-id={isOn('nomsgids') ? undefined : id}
      data-sender-id={idsHidden ? undefined : senderId}
      data-own={own}
      data-edited={edited ? true : undefined}
    >
      <p class="byline">
        <span class="sender" data-sender>
          {own ? 'You' : senderName}
        </span>
        <time dateTime={time.toISOString()}>{time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</time>
        {edited && <span class="edited">edited</span>}
        {own && isOn('edit') && !editing && (
          <button
            type="button"
            class="small"
            data-control="edit"
            aria-label="Edit this message"
            onClick={() => setEditing(true)}
          >
            <Icon name="pencil" />
          </button>
        )}
      </p>
      {editing ? (
        <EditForm text={text} save={(next) => edit(id, next)} done={() => setEditing(false)} />
      ) : (
        <p class="text" data-text>
          {text}
        </p>
      )}
    </li>
  );
}

function EditForm({ text, save, done }: { text: string; save: (text: string) => void; done: () => void }) {
  const [draft, setDraft] = useState(text);
  return (
    <form
      class="edit"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.trim() && draft !== text) save(draft.trim());
        done();
      }}
    >
      <input
        aria-label="Message"
        data-edit-input
        value={draft}
        maxLength={500}
        ref={(input) => input?.focus()}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && done()}
      />
      <button type="submit" class="text" data-control="save-edit">
        Save
      </button>
    </form>
  );
}
