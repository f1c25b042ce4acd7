import { type PlayerView, SPEEDS } from '../../model/player.ts';

/** What a key does in the player. */
export type KeyDeed =
  | { readonly do: 'toggle' }
  | { readonly do: 'mute' }
  | { readonly do: 'mark-in' }
  | { readonly do: 'mark-out' }
  | { readonly do: 'seek'; readonly at: number }
  | { readonly do: 'speed'; readonly speed: number };

interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const STEP_MS = 5000;
const LEAP_MS = 10_000;

/**
 * The keys of players that people know from elsewhere. on: what has the focus. A list takes every key itself, a radio button the arrows, and
 * whatever can be pressed takes Space.
 */
export function deedOf(
  { key, altKey, ctrlKey, metaKey }: Pressed,
  on: 'list' | 'radio' | 'pressable' | 'other',
  view: Pick<PlayerView, 'at' | 'total' | 'speed'>,
): KeyDeed | null {
  if (altKey || ctrlKey || metaKey || on === 'list') return null;
  const by = (ms: number): KeyDeed => ({ do: 'seek', at: Math.max(0, Math.min(view.total, view.at + ms)) });
  if (/^\d$/.test(key)) return { do: 'seek', at: (view.total * Number(key)) / 10 };
  switch (key) {
    case ' ':
      return on === 'other' ? { do: 'toggle' } : null;
    case 'k':
      return { do: 'toggle' };
    case 'm':
      return { do: 'mute' };
    case 'i':
      return { do: 'mark-in' };
    case 'o':
      return { do: 'mark-out' };
    case 'ArrowLeft':
      return on === 'radio' ? null : by(-STEP_MS);
    case 'ArrowRight':
      return on === 'radio' ? null : by(STEP_MS);
    case 'j':
      return by(-LEAP_MS);
    case 'l':
      return by(LEAP_MS);
    case 'Home':
      return by(-view.total);
    case 'End':
      return by(view.total);
    case '<':
      return { do: 'speed', speed: SPEEDS.findLast((speed) => speed < view.speed) ?? view.speed };
    case '>':
      return { do: 'speed', speed: SPEEDS.find((speed) => speed > view.speed) ?? view.speed };
    default:
      return null;
  }
}
