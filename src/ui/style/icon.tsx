import type { ComponentChild } from 'preact';

const line = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 1.8,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

/** Drawn for this product on a 20 by 20 grid. Each state has an outline of its own; colour only adds to it. */
const drawings = {
  check: <path {...line} stroke-width="2.2" d="m4 10.5 4 4 8-9" />,
  cross: <path {...line} stroke-width="2.2" d="m5 5 10 10M15 5 5 15" />,
  back: (
    <>
      <path {...line} d="M4 9h8.5a4 4 0 0 1 0 8H9" />
      <path {...line} d="M7.5 5.5 4 9l3.5 3.5" />
    </>
  ),
  clock: (
    <>
      <circle {...line} cx="10" cy="10" r="7.5" />
      <path {...line} d="M10 5.8V10l2.8 1.8" />
    </>
  ),
  eye: (
    <>
      <path {...line} d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z" />
      <circle {...line} cx="10" cy="10" r="2.3" />
    </>
  ),
  dash: <path {...line} stroke-width="2.2" d="M5 10h10" />,
  half: (
    <>
      <circle {...line} cx="10" cy="10" r="7.5" />
      <path fill="currentColor" d="M10 4.5a5.5 5.5 0 0 1 0 11z" />
    </>
  ),
  question: (
    <>
      <path
        {...line}
        d="M4 3h12a1.5 1.5 0 0 1 1.5 1.5V13a1.5 1.5 0 0 1-1.5 1.5H9l-3.8 3.2v-3.2H4A1.5 1.5 0 0 1 2.5 13V4.5A1.5 1.5 0 0 1 4 3z"
      />
      <path {...line} d="M8 7.2a2 2 0 1 1 2.9 1.8q-.9.5-.9 1.2" />
      <circle cx="10" cy="12.2" r="1.1" fill="currentColor" />
    </>
  ),
  warning: (
    <>
      <path {...line} d="M10 3 18 16.5H2z" />
      <path {...line} d="M10 8v4" />
      <circle cx="10" cy="14.2" r="1" fill="currentColor" />
    </>
  ),
  record: (
    <>
      <circle {...line} cx="10" cy="10" r="8" />
      <circle cx="10" cy="10" r="4.8" fill="currentColor" />
    </>
  ),
  pause: (
    <>
      <rect x="4" y="3" width="4.2" height="14" rx="1" fill="currentColor" />
      <rect x="11.8" y="3" width="4.2" height="14" rx="1" fill="currentColor" />
    </>
  ),
  stop: <rect x="3.5" y="3.5" width="13" height="13" rx="1.5" fill="currentColor" />,
  play: (
    <path fill="currentColor" d="M5.5 3.2v13.6a.8.8 0 0 0 1.2.7l10.6-6.8a.8.8 0 0 0 0-1.4L6.7 2.5a.8.8 0 0 0-1.2.7z" />
  ),
  none: (
    <>
      <circle {...line} cx="10" cy="10" r="7.6" />
      <path {...line} d="M4.8 15.2 15.2 4.8" />
    </>
  ),
  door: (
    <>
      <path {...line} d="M4 17V3.5h9V17M2.5 17h15" />
      <circle cx="10.3" cy="10.5" r="1.1" fill="currentColor" />
    </>
  ),
  button: (
    <>
      <rect {...line} x="2.5" y="4" width="15" height="12" rx="3" />
      <path {...line} d="M10 7v6M7 10h6" />
    </>
  ),
  microphone: (
    <>
      <rect {...line} x="7.2" y="2.5" width="5.6" height="9.5" rx="2.8" />
      <path {...line} d="M4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v2.5" />
    </>
  ),
  people: (
    <>
      <circle {...line} cx="7.5" cy="7" r="3" />
      <path
        {...line}
        d="M2 16.5c.4-3.2 2.6-4.8 5.5-4.8s5.1 1.6 5.5 4.8M13 4.3a3 3 0 0 1 0 5.4M15 12.3c1.7.7 2.7 2.1 3 4.2"
      />
    </>
  ),
  disk: (
    <>
      <rect {...line} x="2.5" y="5" width="15" height="10" rx="2" />
      <path {...line} d="M5.5 12h4" />
      <circle cx="14" cy="12" r="1.2" fill="currentColor" />
    </>
  ),
  copy: (
    <>
      <rect {...line} x="7" y="7" width="10" height="10" rx="2" />
      <path {...line} d="M4.5 13A1.5 1.5 0 0 1 3 11.5v-7A1.5 1.5 0 0 1 4.5 3h7A1.5 1.5 0 0 1 13 4.5" />
    </>
  ),
  chevron: <path {...line} d="m5.5 8 4.5 4.5L14.5 8" />,
  save: (
    <>
      <path {...line} d="M10 3v9M6.5 8.7 10 12.2l3.5-3.5M3.5 13.5V16a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-2.5" />
    </>
  ),
  plus: <path {...line} stroke-width="2.2" d="M10 4v12M4 10h12" />,
  note: (
    <>
      <path {...line} d="M4 3.5h12v9l-4 4H4z" />
      <path {...line} d="M16 12.5h-4v4M7 7.5h6M7 10.5h3" />
    </>
  ),
  chart: <path {...line} d="M3 3v14h14M6 13.5l3.5-4 3 2.5L17 6" />,
  search: (
    <>
      <circle {...line} cx="8.8" cy="8.8" r="5.3" />
      <path {...line} d="m13 13 4 4" />
    </>
  ),
  pin: <path {...line} d="m12.5 2.5 5 5-3.2 1-2.6 2.6-.4 3.7L5.2 8.7l3.7-.4 2.6-2.6zM7.8 12.2 3 17" />,
  lock: (
    <>
      <rect {...line} x="4" y="9" width="12" height="8.5" rx="2" />
      <path {...line} d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" />
    </>
  ),
  key: (
    <>
      <circle {...line} cx="6.5" cy="13.5" r="3.8" />
      <path {...line} d="m9.3 10.7 7.2-7.2M13.3 6.7l2.6 2.6" />
    </>
  ),
  sliders: (
    <>
      <path {...line} d="M3 6h6M13 6h4M3 14h3M10 14h7" />
      <circle {...line} cx="11" cy="6" r="2" />
      <circle {...line} cx="8" cy="14" r="2" />
    </>
  ),
  log: (
    <>
      <path {...line} d="M5 2.5h7l3.5 3.5v11.5H5z" />
      <path {...line} d="M7.8 9.5h5M7.8 12.5h5" />
    </>
  ),
} as const satisfies Record<string, ComponentChild>;

export type IconName = keyof typeof drawings;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
  readonly class?: string;
}

/** Always beside words that say the same, so hidden from screen readers. */
export function Icon({ name, size = 20, class: extra = '' }: IconProps) {
  return (
    <svg class={`icon ${extra}`} viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
