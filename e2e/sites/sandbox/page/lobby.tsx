import { useEffect, useState } from 'preact/hooks';
import { DeviceButtons } from './device-buttons.tsx';
import { cameraOn, enter, failure, media, openPreview, ownName, screen } from './meeting.ts';
import { Picture } from './picture.tsx';

export function Lobby() {
  const [name, setName] = useState(ownName.value);
  const joining = screen.value === 'joining';
  const current = media.value;
  useEffect(() => void openPreview(), []);
  return (
    <main class="lobby">
      <section class="preview" aria-label="Camera preview">
        {current && cameraOn.value ? (
          <Picture stream={current.stream} own cover={!current.sample} />
        ) : (
          <p>Your camera is off</p>
        )}
        <div class="preview-controls">
          <DeviceButtons />
        </div>
      </section>
      <form
        class="join"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void enter(name);
        }}
      >
        <h1>Ready to join?</h1>
        <p class="hint">
          {current && !current.sample
            ? 'The others see and hear you as soon as you join.'
            : 'Camera and microphone are a drawn clock and a tone that tells the second.'}
        </p>
        <label>
          <span>Your name</span>
          <input
            data-name-input
            value={name}
            maxLength={60}
            autocomplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary" data-control="join" disabled={joining || !name.trim()}>
          {joining ? 'Joining…' : 'Join'}
        </button>
        {failure.value && (
          <p class="failure" role="alert">
            {failure.value}
          </p>
        )}
      </form>
    </main>
  );
}
