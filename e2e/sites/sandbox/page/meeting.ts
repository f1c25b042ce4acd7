import { computed, signal } from '@preact/signals';
import { addMessage, chatWord, clearMessages, historyFor } from './chat-log.ts';
import { type Media, openMedia } from './media.ts';
import { Mesh, type Place } from './mesh.ts';
import { address, isOn } from './switches.ts';
import type { Word } from './wire.ts';

/**
 *   lobby ──enter──▶ joining ──▶ call ──leave──▶ left ──enter──▶ joining ...
 *     ◀──────failed──────┘                        └──toLobby──▶ lobby
 */
export type Screen = 'lobby' | 'joining' | 'call' | 'left';

export interface Participant {
  readonly id: string;
  readonly order: number;
  readonly number: number;
  readonly name: string;
  readonly muted: boolean;
  readonly camera: boolean;
  readonly self: boolean;
  /** When this page met them; the `late` switch counts from here. */
  readonly since: number;
}

export const screen = signal<Screen>('lobby');
export const failure = signal('');
export const media = signal<Media | null>(null);
export const muted = signal(false);
export const cameraOn = signal(true);
export const ownName = signal(address.name);
export const streams = signal<ReadonlyMap<string, MediaStream>>(new Map());

const place = signal<Place | null>(null);
const since = signal(0);
const others = signal<ReadonlyMap<string, Participant>>(new Map());
/** What somebody said whose greeting got lost: heard when the next greeting tells who it is. */
const early = new Map<string, Word[]>();
let mesh: Mesh | null = null;

/** Everyone in the call in order of joining, this browser included. */
export const participants = computed<Participant[]>(() => {
  const own = place.value;
  if (!own) return [];
  const self: Participant = {
    ...own,
    name: ownName.value,
    muted: muted.value,
    camera: cameraOn.value,
    self: true,
    since: since.value,
  };
  return [self, ...others.value.values()].sort((a, b) => a.order - b.order);
});

/** Whoever has been here longest. */
export const hostId = computed(() => participants.value[0]?.id ?? '');
export const selfId = computed(() => place.value?.id ?? '');

export async function openPreview(): Promise<void> {
  if (media.value) return;
  try {
    media.value = await openMedia(address.media);
    applyDevices();
  } catch {
    failure.value = 'The camera and microphone could not be opened. Allow them for this site, then reload.';
  }
}

function applyDevices(): void {
  media.value?.setMuted(muted.value);
  media.value?.setCamera(cameraOn.value);
}

export async function enter(name: string): Promise<void> {
  if (screen.value === 'joining' || screen.value === 'call') return;
  ownName.value = name.trim();
  failure.value = '';
  screen.value = 'joining';
  await openPreview();
  const current = media.value;
  if (!current) {
    screen.value = 'lobby';
    return;
  }
  current.resume();
  try {
    const joined = await Mesh.join(address.room, address.account, current.stream, {
      connected,
      word,
      stream,
      gone,
      lost,
    });
    mesh = joined.mesh;
    place.value = joined.place;
    since.value = Date.now();
    current.setNumber(joined.place.number);
    mesh.start(joined.earlier);
    screen.value = 'call';
  } catch {
    failure.value = 'The meeting could not be reached. Check that the sandbox is still running, then try again.';
    screen.value = 'lobby';
  }
}

export function leave(): void {
  mesh?.leave();
  mesh = null;
  media.value?.stop();
  media.value = null;
  place.value = null;
  others.value = new Map();
  streams.value = new Map();
  early.clear();
  clearMessages();
  screen.value = 'left';
}

export function toLobby(): void {
  failure.value = '';
  screen.value = 'lobby';
}

function lost(): void {
  leave();
  failure.value = 'The connection to the meeting was lost.';
}

const ownStatus = () => ({ name: ownName.value, muted: muted.value, camera: cameraOn.value });

/** A line may come up on one side only, or drop its first word: greetings go on until one is answered, ms. */
const GREET_MS = 1000;

function connected(id: string): void {
  greet(id, false);
  const again = setInterval(() => {
    if (others.value.has(id) || !mesh?.reaches(id)) clearInterval(again);
    else greet(id, true);
  }, GREET_MS);
}

function greet(id: string, unheard: boolean): void {
  const own = place.value;
  if (!own) return;
  const { number, order } = own;
  mesh?.send(id, { kind: 'hello', number, order, wantsHistory: isOn('replay'), unheard, ...ownStatus() });
}

function word(id: string, said: Word): void {
  if (said.kind === 'hello') {
    const { kind: _, wantsHistory, unheard, ...about } = said;
    if (unheard) greet(id, false);
    if (others.value.has(id)) return;
    others.value = new Map(others.value).set(id, { ...about, id, self: false, since: Date.now() });
    if (wantsHistory && hostId.value === selfId.value) mesh?.send(id, historyFor(id));
    const waiting = early.get(id) ?? [];
    early.delete(id);
    for (const one of waiting) word(id, one);
    return;
  }
  const speaker = others.value.get(id);
  if (!speaker) {
    early.set(id, [...(early.get(id) ?? []), said]);
    return;
  }
  if (said.kind === 'status') {
    const { kind: _, ...status } = said;
    others.value = new Map(others.value).set(id, { ...speaker, ...status });
  } else {
    chatWord(speaker, said, { fromHost: id === hostId.value, wantsHistory: isOn('replay') });
  }
}

function stream(id: string, remote: MediaStream): void {
  if (streams.value.get(id) !== remote) streams.value = new Map(streams.value).set(id, remote);
}

function gone(id: string): void {
  const stay = <Value>(map: ReadonlyMap<string, Value>) => new Map([...map].filter(([key]) => key !== id));
  early.delete(id);
  others.value = stay(others.value);
  streams.value = stay(streams.value);
}

function announce(): void {
  applyDevices();
  mesh?.broadcast({ kind: 'status', ...ownStatus() });
}

export function setMuted(next: boolean): void {
  muted.value = next;
  announce();
}

export function setCamera(next: boolean): void {
  cameraOn.value = next;
  announce();
}

export function rename(name: string): void {
  ownName.value = name.trim();
  announce();
}

/** Sends to everyone and shows it here; the `refusechat` switch drops it without a word, as some sites do. */
export function say(text: string): void {
  if (isOn('refusechat')) return;
  const said = { kind: 'chat', id: crypto.randomUUID(), text, at: Date.now() } as const;
  mesh?.broadcast(said);
  addMessage({ id: said.id, text, at: said.at, senderId: selfId.value, senderName: ownName.value, edited: false });
}

export function edit(id: string, text: string): void {
  const said = { kind: 'edit', id, text } as const;
  mesh?.broadcast(said);
  chatWord({ id: selfId.value, name: ownName.value }, said, { fromHost: false, wantsHistory: false });
}

/** The host clears the chat on every page. */
export function wipe(): void {
  mesh?.broadcast({ kind: 'wipe' });
  clearMessages();
}
