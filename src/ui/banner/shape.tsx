import type { AskedView } from '../../model/banner.ts';

/** One outline a state, so that nobody needs to tell colours apart. */
export function Shape({ mark }: { readonly mark: AskedView['mark'] }) {
  return (
    <svg class={`shape ${mark}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {shapes[mark]}
    </svg>
  );
}

const line = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 1.8,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

const shapes = {
  asked: (
    <>
      <path
        {...line}
        d="M4 3h12a1.5 1.5 0 0 1 1.5 1.5v8.5a1.5 1.5 0 0 1-1.5 1.5H9l-3.8 3.2V14.5H4A1.5 1.5 0 0 1 2.5 13V4.5A1.5 1.5 0 0 1 4 3z"
      />
      <path {...line} d="M8 7.2a2 2 0 1 1 2.9 1.8q-.9.5-.9 1.2" />
      <circle cx="10" cy="12.1" r="1.1" fill="currentColor" />
    </>
  ),
  recording: (
    <>
      <circle {...line} cx="10" cy="10" r="8" />
      <circle cx="10" cy="10" r="4.8" fill="currentColor" />
    </>
  ),
  paused: (
    <>
      <rect x="4" y="3" width="4.2" height="14" rx="1" fill="currentColor" />
      <rect x="11.8" y="3" width="4.2" height="14" rx="1" fill="currentColor" />
    </>
  ),
  stopped: <rect x="3.5" y="3.5" width="13" height="13" rx="1.5" fill="currentColor" />,
  ended: (
    <>
      <circle {...line} cx="10" cy="10" r="7.6" />
      <path {...line} d="M4.8 15.2 15.2 4.8" />
    </>
  ),
} as const;
