import { signal } from '@preact/signals';
import type { Driven, RoomState } from '../../room.ts';
import type { Switches } from '../room.ts';

/** One page of the stand-in: what it shows of the room's state, and how awkward it is. */
export const room = signal<RoomState>({ members: [], waiting: [], lines: [] });
export const you = signal('');
export const screen = signal<'preview' | 'waiting' | 'call' | 'left'>('preview');
/** One over the other; neither knows of the other. */
export const panels = signal({ people: false, chat: false });
export const muted = signal(false);
export const switches = signal<Switches>({
  counter: true,
  renamed: false,
  strangeRows: false,
  rows: 12,
  replaced: 0,
  strangeChat: false,
  scrolledUp: false,
  recipient: '',
});

export async function join(name: string): Promise<void> {
  you.value = await window.tellRoom({ what: 'join', name });
  screen.value = 'call';
  // The number of the meeting goes out of every address.
  for (const one of new Set([window, window.parent])) one.history.replaceState(null, '', '/wc/meeting');
}

export function leave(): void {
  screen.value = 'left';
  panels.value = { people: false, chat: false };
  void window.tellRoom({ what: 'leave' });
}

export function toggle(one: 'people' | 'chat'): void {
  panels.value = { ...panels.value, [one]: !panels.value[one] };
}

/** Names that real pages change: of classes, and of an id as a pair to spread. */
export function css(name: string, other = ''): string {
  return `${switches.value.renamed ? `${name}-x` : name} ${other}`;
}
export function idOf(name: string): Record<string, string> {
  return { id: switches.value.renamed ? `${name}-x` : name };
}

export const here: Driven = {
  show: (state) => {
    room.value = state;
  },
  change: (some) => {
    switches.value = { ...switches.value, ...some };
  },
  removed: leave,
};
