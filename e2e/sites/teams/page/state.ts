import { computed, signal } from '@preact/signals';
import type { Driven, RoomState } from '../../room.ts';
import type { Switches } from '../room.ts';

/** One page of the stand-in: what it shows of the room's state, and how awkward it is. */
export const room = signal<RoomState>({ members: [], waiting: [], lines: [] });
export const you = signal('');
export const screen = signal<'prejoin' | 'lobby' | 'call' | 'left'>('prejoin');
export const rail = signal<'none' | 'people' | 'chat'>('none');
export const muted = signal(false);
export const switches = signal<Switches>({
  badge: true,
  title: true,
  blink: 0,
  renamed: false,
  noIds: false,
  rows: 12,
  replaced: 0,
  strangeChat: false,
  locked: false,
  small: false,
});
/** Who presents has a second picture on the stage, and no second row. */
export const people = computed(() => room.value.members.filter(({ presents }) => !presents));

const query = new URLSearchParams(location.search);
export const framed = query.get('chat') === 'frame';
export const liveRows = query.get('rows') === 'live';

/** As the frame of the chat sees the page around it. */
export interface Around extends Driven {
  now(): { readonly room: RoomState; readonly you: string; readonly switches: Switches };
}

export async function join(name: string): Promise<void> {
  you.value = await window.tellRoom({ what: 'join', name });
  screen.value = 'call';
}

export function leave(): void {
  screen.value = 'left';
  rail.value = 'none';
  void window.tellRoom({ what: 'leave' });
}

/** The frame of the chat has no room of its own. */
export function tell(text: string): void {
  void (isChatFrame() ? window.parent : window).tellRoom({ what: 'say', text });
}

/** People and chat share one place; a second press closes it. */
export function toggle(one: 'people' | 'chat'): void {
  rail.value = rail.value === one ? 'none' : one;
}

/** A name in the page that real sites change. */
export function called(name: string): string {
  return switches.value.renamed ? `x-${name}` : name;
}

export function isChatFrame(): boolean {
  return window.parent !== window;
}

function inFrames(then: (there: Driven) => void): void {
  // A frame that is still loading asks by itself.
  for (const { contentWindow } of document.querySelectorAll('iframe'))
    if (contentWindow?.standIn) then(contentWindow.standIn);
}

const around: Around = {
  show(state) {
    room.value = state;
    inFrames((there) => there.show(state));
  },
  change(some) {
    switches.value = { ...switches.value, ...some };
    inFrames((there) => there.change(some));
  },
  removed: leave,
  now: () => ({ room: room.value, you: you.value, switches: switches.value }),
};
window.standIn = around;
