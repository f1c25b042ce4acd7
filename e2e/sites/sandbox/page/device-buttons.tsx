import { Icon } from './icon.tsx';
import { cameraOn, muted, setCamera, setMuted } from './meeting.ts';
import { isOn } from './switches.ts';

/** Pressed means off, as on most meeting sites. With `mute=unknown` the microphone button does not tell. */
export function DeviceButtons() {
  const hidden = isOn('mute');
  const silent = muted.value;
  const dark = !cameraOn.value;
  return (
    <>
      <button
        type="button"
        class={`round ${silent && !hidden ? 'off' : ''}`}
        data-control="microphone"
        aria-pressed={hidden ? undefined : silent}
        aria-label={hidden ? 'Microphone' : silent ? 'Unmute' : 'Mute'}
        onClick={() => setMuted(!silent)}
      >
        <Icon name={silent && !hidden ? 'muted' : 'microphone'} />
      </button>
      <button
        type="button"
        class={`round ${dark ? 'off' : ''}`}
        data-control="camera"
        aria-pressed={dark}
        aria-label={dark ? 'Turn camera on' : 'Turn camera off'}
        onClick={() => setCamera(dark)}
      >
        <Icon name={dark ? 'camera-off' : 'camera'} />
      </button>
    </>
  );
}
