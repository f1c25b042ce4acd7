import { t } from '../words/speak.ts';

/** Where to press: the right end of Chrome's toolbar, with our button ringed. */
export function ToolbarPicture() {
  return (
    <svg class="toolbar-picture" viewBox="0 0 320 64" role="img" aria-label={t('picture.toolbar')}>
      <rect class="bar" x="1" y="1" width="318" height="62" rx="10" />
      <rect class="address" x="14" y="18" width="176" height="28" rx="14" />
      <circle class="hint" cx="30" cy="32" r="5" />
      <rect class="hint" x="42" y="29" width="96" height="6" rx="3" />
      <circle class="ring" cx="222" cy="32" r="20" />
      <g transform="translate(211 21)">
        <path
          class="bubble"
          d="M5 1h12a4 4 0 0 1 4 4v9a4 4 0 0 1-4 4h-5.5L6.6 21.7V18H5a4 4 0 0 1-4-4V5a4 4 0 0 1 4-4z"
        />
        <path class="hook" d="M8.2 7.2C8.6 5.5 9.7 4.7 11.2 4.7c1.8 0 3.1 1.1 3.1 2.7 0 2-3 2.2-3 4" />
        <circle class="dot" cx="11.3" cy="14.8" r="1.8" />
      </g>
      <path class="hint" d="M258 26h5a3 3 0 1 1 6 0h5v5a3 3 0 1 1 0 6v5h-16z" />
      <circle class="hint" cx="298" cy="32" r="9" />
    </svg>
  );
}
