import { signal } from '@preact/signals';
import type { RoomState } from '../../room.ts';
import type { Switches } from '../room.ts';
import { churn } from './churn.ts';

/** One page of the stand-in: what it shows of the room's state, and how awkward it is. */
export const room = signal<RoomState>({ members: [], waiting: [], lines: [] });
export const you = signal('');
export const screen = signal<'green-room' | 'call' | 'left'>('green-room');
export const panel = signal<'none' | 'people' | 'chat'>('none');
/** The chat's container stays in the page from its first opening on. */
export const chatMounted = signal(false);
export const muted = signal(false);
/** The small window that stays on top, while it is there; its tiles are not in the page then, or are in both. */
export const small = signal<Document | null>(null);
const foreign = new URLSearchParams(location.search).get('chat');
export const switches = signal<Switches>({
  counter: true,
  renamed: false,
  noIds: false,
  rows: 12,
  replaced: 0,
  strangeChat: false,
  foreignChat: foreign === 'known' || foreign === 'strange' ? foreign : 'no',
  locked: false,
  tiles: 4,
  ownSender: true,
  smallToo: false,
});

export async function join(name: string): Promise<void> {
  you.value = await window.tellRoom({ what: 'join', name });
  screen.value = 'call';
}

export function leave(): void {
  screen.value = 'left';
  panel.value = 'none';
  chatMounted.value = false;
  void window.tellRoom({ what: 'leave' });
}

/** People and chat share one place; a second press closes it. */
export function toggle(one: 'people' | 'chat'): void {
  panel.value = panel.value === one ? 'none' : one;
  if (panel.value === 'chat') chatMounted.value = true;
}

/** An attribute that real pages rename: as a pair to spread. */
export function js(name: string): Record<string, string> {
  return { jsname: switches.value.renamed ? `${name}X` : name };
}
export function css(name: string, other = ''): string {
  return `${switches.value.renamed ? `${name}X` : name} ${other}`;
}
export function idOf(id: string): Record<string, string> {
  return { [switches.value.noIds ? 'data-someone' : 'data-participant-id']: id };
}

window.standIn = {
  show: (state) => {
    room.value = state;
  },
  change: (some) => {
    switches.value = { ...switches.value, ...some };
  },
  removed: leave,
  churn,
};
