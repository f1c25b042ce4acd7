import { computed, signal } from '@preact/signals';
import type { Member, RoomState } from '../../room.ts';
import type { Switches } from '../room.ts';

/** One page of the stand-in: what it shows of the room's state, and how awkward it is. */
export const room = signal<RoomState>({ members: [], waiting: [], lines: [] });
export const you = signal('');
export const screen = signal<'lobby' | 'call' | 'over'>('lobby');
/** Version 3.0 has list and chat beside each other; in 3.1 one makes way for the other. */
export const version = new URLSearchParams(location.search).get('v') === '3.1' ? '3.1' : '3.0';
export const open = signal({ users: version === '3.0', chat: version === '3.0' });
export const muted = signal(false);
export const switches = signal<Switches>({
  counter: true,
  renamed: false,
  pageRows: 50,
  replaced: 0,
  strangeChat: false,
  noSenders: false,
  hidden: false,
  locked: false,
  privately: '',
  recording: 'off',
});

export const own = computed<Member | undefined>(() => room.value.members.find(({ id }) => id === you.value));
/** Whom the server tells this page of. Moderators are told of everybody. */
export const told = computed(() => {
  const { members } = room.value;
  if (!switches.value.hidden || own.value?.host) return members;
  return members.filter(({ id, host }) => host || id === you.value);
});

export async function join(name: string): Promise<void> {
  you.value = await window.tellRoom({ what: 'join', name });
  screen.value = 'call';
}

export function leave(): void {
  screen.value = 'over';
  void window.tellRoom({ what: 'leave' });
}

export function say(text: string): void {
  void window.tellRoom({ what: 'say', text });
}

export function toggle(one: 'users' | 'chat'): void {
  const { users, chat } = open.value;
  if (version === '3.0') open.value = { ...open.value, [one]: !open.value[one] };
  else open.value = { users: one === 'users' && !users, chat: one === 'chat' && !chat };
}

/** A name for the client's own tests, as a pair to spread. */
export function test(name: string | undefined): Record<string, string> {
  return name === undefined ? {} : { [switches.value.renamed ? 'data-qa' : 'data-test']: name };
}

window.standIn = {
  show(state) {
    room.value = state;
  },
  change(some) {
    switches.value = { ...switches.value, ...some };
  },
  removed: leave,
};
