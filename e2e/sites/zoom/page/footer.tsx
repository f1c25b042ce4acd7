import { css, idOf, leave, muted, panels, room, switches, toggle } from './state.ts';
import { digits, word } from './words.ts';

/** In the preview and in the call alike. The icon is what the button would do next. */
export function Microphone() {
  return (
    <button
      type="button"
      class={css('join-audio-container__btn')}
      aria-label={word('microphone')}
      onClick={() => {
        muted.value = !muted.value;
      }}
    >
      <svg class={muted.value ? 'SvgAudioUnmute' : 'SvgAudioMute'} viewBox="0 0 24 24" aria-hidden="true">
        <path d={muted.value ? 'M3 3 21 21M9 5v6h6V5z' : 'M9 4v8h6V4zM12 14v6'} />
      </svg>
    </button>
  );
}

export function Footer() {
  const count = room.value.members.length;
  const { counter } = switches.value;
  return (
    <div {...idOf('wc-footer')} class="bar" role="toolbar">
      <Microphone />
      {count > 1 && (
        <div {...idOf('participant')}>
          <button
            type="button"
            class="footer-button__button"
            aria-label={counter ? `${word('people')},[${digits(count)}]` : word('people')}
            aria-expanded={panels.value.people}
            onClick={() => toggle('people')}
          >
            {word('people')}
            {counter && <span class={css('footer-button__number-counter')}>{digits(count)}</span>}
          </button>
        </div>
      )}
      <div {...idOf('chat')}>
        <button
          type="button"
          class="footer-button__button"
          aria-label={word('chat')}
          aria-expanded={panels.value.chat}
          onClick={() => toggle('chat')}
        >
          {word('chat')}
        </button>
      </div>
      <div class={css('footer__leave-btn-container')}>
        <button type="button" class="leave" aria-label={word('leave')} onClick={leave}>
          {word('leave')}
        </button>
      </div>
    </div>
  );
}
