import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { hostId, type Participant, rename } from './meeting.ts';
import { isOn } from './switches.ts';
import { initial } from './tile.tsx';

export function PersonRow({ participant, top }: { participant: Participant; top?: number }) {
  const { id, number, name, self, muted, camera } = participant;
  const [renaming, setRenaming] = useState(false);
  const host = id === hostId.value;
  const muteHidden = isOn('mute');
  return (
    <li
      class="person"
      data-person
      data-participant-id={isOn('ids') ? undefined : id}
      data-self={self}
      data-host={host}
      data-muted={muteHidden ? undefined : muted}
      style={top === undefined ? undefined : { top: `${top}px` }}
    >
      <span class={`avatar hue-${number % 7}`} aria-hidden="true">
        {initial(name)}
      </span>
      {self && renaming ? (
        <NameForm name={name} done={() => setRenaming(false)} />
      ) : (
        <span class="who">
          <span class="name">
            <span data-name>{name}</span>
            {self && <span class="you"> (You)</span>}
          </span>
          {host && <span class="role">Host</span>}
        </span>
      )}
      {self && !renaming && (
        <button
          type="button"
          class="small"
          data-control="rename"
          aria-label="Change your name"
          onClick={() => setRenaming(true)}
        >
          <Icon name="pencil" />
        </button>
      )}
      {!muteHidden && <Icon name={muted ? 'muted' : 'microphone'} />}
      <Icon name={camera ? 'camera' : 'camera-off'} />
    </li>
  );
}

function NameForm({ name, done }: { name: string; done: () => void }) {
  const [text, setText] = useState(name);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) rename(text);
        done();
      }}
    >
      <input
        aria-label="Your name"
        data-rename-input
        value={text}
        maxLength={60}
        ref={(input) => input?.focus()}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && done()}
      />
      <button type="submit" class="text" data-control="save-name">
        Save
      </button>
    </form>
  );
}
