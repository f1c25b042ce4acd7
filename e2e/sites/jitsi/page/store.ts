import type { RoomState } from '../../room.ts';
import type { Switches } from '../room.ts';

/**
 * What Jitsi keeps, under its own names: one state, a list of participants whose Map is changed in place, messages that come in with the
 * chat closed. Everything that the page shows is drawn from it.
 */
export interface Person {
  readonly id: string | undefined;
  readonly name: string;
  readonly role: 'moderator' | 'participant';
  readonly local?: true;
  readonly fakeParticipant?: 'RemoteScreenShare';
}
export interface Message {
  readonly messageId: string;
  readonly participantId: string;
  readonly displayName: string;
  readonly message: string;
  readonly messageType: 'local' | 'remote';
  readonly privateMessage: boolean;
  readonly timestamp: number;
}

const remote = new Map<string, Person>();
let room: RoomState = { members: [], waiting: [], lines: [] };
let own = '';
export let switches: Switches = {
  store: true,
  listRenamed: false,
  noIds: false,
  unlisted: 0,
  visitors: 0,
  renamed: false,
  replaced: 0,
  recording: false,
  breakout: null,
  whispers: [],
};
export const screen: { now: 'prejoin' | 'call' | 'left'; chat: boolean; pane: boolean; muted: boolean } = {
  now: 'prejoin',
  chat: false,
  pane: false,
  muted: false,
};
const heard = new Set<() => void>();

const conference = {
  getName: () => switches.breakout ?? 'consentmeeting',
  getBreakoutRooms: () => ({ isBreakoutRoom: () => switches.breakout !== null }),
  getParticipants: () => [],
  getParticipantCount: () => people().filter(({ fakeParticipant }) => !fakeParticipant).length + switches.unlisted,
};

export function local(): Person | undefined {
  const me = room.members.find(({ id }) => id === own);
  return me && { ...asPerson(me), local: true };
}
export function people(): Person[] {
  const me = local();
  return [...(me ? [me] : []), ...remote.values()];
}
export const waiting = () => room.waiting;

export function messages(): Message[] {
  const all = room.lines.map(({ id, from, name, text, at }) => ({ id, from, name, text, at, apart: false }));
  const whispers = switches.whispers.map(({ id, from, text }) => ({
    id,
    from,
    name: nameOf(from),
    text,
    at: Date.now(),
    apart: true,
  }));
  return [...all, ...whispers].map(({ id, from, name, text, at, apart }) => ({
    messageId: id,
    participantId: from,
    displayName: name,
    message: text,
    messageType: from === own ? 'local' : 'remote',
    privateMessage: apart,
    timestamp: at,
  }));
}
const nameOf = (id: string) => room.members.find((member) => member.id === id)?.name ?? '';

function asPerson({ id, name, host, presents }: RoomState['members'][number]): Person {
  const role = host ? 'moderator' : 'participant';
  return {
    id: switches.noIds ? undefined : id,
    name,
    role,
    ...(presents && { fakeParticipant: 'RemoteScreenShare' as const }),
  };
}

function getState(): object {
  const list = { local: local(), remote };
  return {
    [switches.listRenamed ? 'features/base/people' : 'features/base/participants']: list,
    'features/base/conference': { conference: screen.now === 'call' ? conference : undefined },
    'features/base/media': { audio: { muted: screen.muted } },
    'features/base/tracks': [{ local: true, mediaType: 'audio', muted: screen.muted }],
    'features/chat': { isOpen: screen.chat, messages: messages() },
    'features/lobby': { knocking: false, knockingParticipants: room.waiting },
    'features/recording': { sessionDatas: switches.recording ? [{ id: 'r', mode: 'file', status: 'on' }] : [] },
    'features/visitors': { count: switches.visitors },
  };
}

function dispatch(action: { readonly type: string; readonly message?: string }): void {
  if (action.type === 'SEND_MESSAGE') void window.tellRoom({ what: 'say', text: action.message ?? '' });
  changed();
}
export function changed(): void {
  for (const hear of heard) hear();
}
export function subscribe(hear: () => void): () => void {
  heard.add(hear);
  return () => heard.delete(hear);
}
const store = { getState, dispatch, subscribe };

/** Jitsi's own, as it has it on its page. */
const app: { conference: object; store: object | undefined } = {
  conference: { isJoined: () => screen.now === 'call' },
  store,
};
Object.assign(window, { APP: app });

export function say(text: string): void {
  dispatch({ type: 'SEND_MESSAGE', message: text });
}
export async function join(name: string): Promise<void> {
  own = await window.tellRoom({ what: 'join', name });
  sync();
  screen.now = 'call';
  changed();
}
export function leave(): void {
  screen.now = 'left';
  remote.clear();
  changed();
  void window.tellRoom({ what: 'leave' });
}

/** Into the one Map, in place. */
function sync(): void {
  const others = room.members.filter(({ id }) => id !== own);
  for (const id of remote.keys()) if (!others.some((member) => member.id === id)) remote.delete(id);
  for (const member of others) remote.set(member.id, asPerson(member));
}

window.standIn = {
  show: (state) => {
    room = state;
    sync();
    changed();
  },
  change: (some) => {
    switches = { ...switches, ...some };
    app.store = switches.store ? store : undefined;
    sync();
    changed();
  },
  removed: leave,
};
