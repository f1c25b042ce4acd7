import { signal } from '@preact/signals';
import type { Message, Word } from './wire.ts';

/** As long as Google Meet's. */
export const LONGEST = 500;

export const messages = signal<readonly Message[]>([]);

/** Below what stands there, as by a server: messages that cross on their way are not put above what was read already. */
export function addMessage(message: Message): void {
  if (messages.value.some(({ id }) => id === message.id)) return;
  messages.value = [...messages.value, message];
}

/** What was said before one came in, above what was said since. */
function addHistory(earlier: readonly Message[]): void {
  for (const message of earlier) addMessage(message);
  messages.value = messages.value.toSorted((a, b) => a.at - b.at);
}

export function clearMessages(): void {
  messages.value = [];
}

/** What a late joiner gets; the newest hundred, as much as a data channel takes in one go. */
export const historyFor = (id: string): Word => ({
  kind: 'history',
  messages: messages.value.filter((message) => message.senderId !== id).slice(-100),
});

/** Takes in what another participant said. Only the author edits, only the host clears or replays. */
export function chatWord(
  speaker: { readonly id: string; readonly name: string },
  said: Extract<Word, { kind: 'chat' | 'edit' | 'wipe' | 'history' }>,
  { fromHost, wantsHistory }: { readonly fromHost: boolean; readonly wantsHistory: boolean },
): void {
  if (said.kind === 'chat') {
    const { id, text, at } = said;
    addMessage({ id, text: text.slice(0, LONGEST), at, senderId: speaker.id, senderName: speaker.name, edited: false });
  } else if (said.kind === 'edit') {
    messages.value = messages.value.map((message) =>
      message.id === said.id && message.senderId === speaker.id
        ? { ...message, text: said.text, edited: true }
        : message,
    );
  } else if (fromHost && said.kind === 'wipe') {
    clearMessages();
  } else if (fromHost && wantsHistory && said.kind === 'history') {
    addHistory(said.messages);
  }
}
