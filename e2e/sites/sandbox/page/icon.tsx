/** Line icons on a 24 by 24 grid, drawn here because a meeting of our own loads nothing from elsewhere. */
const SHAPES = {
  microphone: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3M6 11a6 6 0 0 0 12 0M12 17v4',
  muted: 'M15 10V6a3 3 0 0 0-5.9-.8M9 9v2a3 3 0 0 0 4.5 2.6M6 11a6 6 0 0 0 9.6 4.8M18 11q0 1-.3 2M12 17v4M4 4l16 16',
  camera: 'M4 7h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2M15 11l6-3v8l-6-3',
  'camera-off': 'M8 7h5a2 2 0 0 1 2 2v4l6 3V8l-6 3M15 15a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9q0-1.5 1.5-2M3 4l17 17',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14a6.5 6.5 0 0 1 3.5 6',
  chat: 'M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2M8 9h8M8 12.5h5',
  leave:
    'M3 14.5v-2C8 8 16 8 21 12.5v2a1 1 0 0 1-1.2 1l-3-.7a1 1 0 0 1-.8-1v-2a13 13 0 0 0-8 0v2a1 1 0 0 1-.8 1l-3 .7a1 1 0 0 1-1.2-1',
  switches:
    'M4 7h9M19 7h1M4 17h1M11 17h9M16 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M8 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  pencil: 'M4 20l1-4L16.5 4.5a2 2 0 0 1 3 3L8 19l-4 1M14.5 6.5l3 3',
  send: 'M4 12l-.6-7.2a.6.6 0 0 1 .9-.6l16 7.3a.6.6 0 0 1 0 1l-16 7.3a.6.6 0 0 1-.9-.6L4 12M4 12h7',
  sweep: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  close: 'M6 6l12 12M18 6L6 18',
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
