import { js, leave, muted } from './state.ts';
import { word } from './words.ts';

/** Icons are names that a font of Meet's draws; here they stay names, as they are for whoever reads the page. */
export function Icon({ name }: { readonly name: string }) {
  return (
    <i class="google-symbols" aria-hidden="true" data-drawn={name}>
      {name}
    </i>
  );
}

/** In the green room and in the call alike. */
export function Controls() {
  return (
    <div class="controls" role="toolbar">
      <button
        type="button"
        data-is-muted={muted.value}
        aria-label="microphone"
        onClick={() => {
          muted.value = !muted.value;
        }}
      >
        <Icon name={muted.value ? 'mic_off' : 'mic'} />
      </button>
      <button type="button" data-is-muted="false" aria-label="camera">
        <Icon name="videocam" />
      </button>
      <button type="button" class="leave" {...js('CQylAd')} aria-label={word('leave')} onClick={leave}>
        <Icon name="call_end" />
      </button>
    </div>
  );
}
