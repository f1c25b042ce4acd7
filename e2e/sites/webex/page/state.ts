import { signal } from '@preact/signals';
import type { Driven, RoomState } from '../../room.ts';
import type { Switches } from '../room.ts';

/** One page of the stand-in: what it shows of the room's state, and how awkward it is. */
export const room = signal<RoomState>({ members: [], waiting: [], lines: [] });
export const you = signal('');
export const screen = signal<'preview' | 'call' | 'left'>('preview');
/** One over the other; neither knows of the other. */
export const panels = signal({ people: false, chat: false });
export const muted = signal(false);
/** What one has sent and the server has not confirmed yet. */
export const onItsWay = signal('');
export const switches = signal<Switches>({
  counter: true,
  strangeRows: false,
  strangeWords: false,
  rows: 50,
  replaced: 0,
  strangeChat: false,
  noSenders: false,
});

export async function join(name: string): Promise<void> {
  you.value = await window.tellRoom({ what: 'join', name });
  screen.value = 'call';
}

export function leave(): void {
  screen.value = 'left';
  panels.value = { people: false, chat: false };
  void window.tellRoom({ what: 'leave' });
}

/** A message is in the list before the server has it, under an id of another kind. */
export function say(text: string): void {
  onItsWay.value = text;
  setTimeout(() => {
    onItsWay.value = '';
    void window.tellRoom({ what: 'say', text });
  }, 200);
}

export function toggle(one: 'people' | 'chat'): void {
  panels.value = { ...panels.value, [one]: !panels.value[one] };
}

/** A class that real pages call otherwise from one day to the next. */
export function css(which: 'strangeRows' | 'strangeWords', name: string, other: string): string {
  return `${switches.value[which] ? `${name}-x` : name} ${other}`;
}
/** A name for tests, as a pair to spread. */
export function test(name: string): Record<string, string> {
  return { 'data-test': name };
}

export const here: Driven = {
  show(state) {
    room.value = state;
  },
  change(some) {
    switches.value = { ...switches.value, ...some };
  },
  removed: leave,
};
