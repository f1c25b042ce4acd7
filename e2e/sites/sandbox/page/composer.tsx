import { useState } from 'preact/hooks';
import { LONGEST } from './chat-log.ts';
import { Icon } from './icon.tsx';
import { say } from './meeting.ts';

/** Refuses what is too long where people see it, instead of cutting it off unseen. */
export function Composer() {
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  const tooLong = text.length > LONGEST;
  const send = () => {
    if (tooLong) return setRefused(true);
    if (!text.trim()) return;
    say(text.trim());
    setText('');
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {refused && (
        <p class="failure" role="alert" data-chat-error>
          Not sent: a message can have {LONGEST} characters, this one has {text.length}.
        </p>
      )}
      <div class="composer-row">
        <textarea
          rows={text.length > 38 || text.includes('\n') ? 3 : 1}
          aria-label="Message to everyone"
          placeholder="Message to everyone"
          data-chat-input
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setRefused(false);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="small" data-chat-send aria-label="Send" disabled={!text.trim()}>
          <Icon name="send" />
        </button>
      </div>
      {text.length > LONGEST - 100 && (
        <p class={`length ${tooLong ? 'over' : ''}`}>
          {text.length} / {LONGEST}
        </p>
      )}
    </form>
  );
}
