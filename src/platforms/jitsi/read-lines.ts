import type { SiteLine } from '../platform.ts';
import type { Message } from './app.ts';

/** The newest messages of a long meeting, and more than a burst between two looks: what came before them was read when it came. */
const LINES_MOST = 1200;
const TEXT_MOST = 4000;

/** What people wrote. Errors, notes of the system, reactions and pictures that stand among the messages are nobody's words. */
export function said(messages: readonly Message[]): SiteLine[] {
  return messages.slice(-LINES_MOST).flatMap((message) => line(message) ?? []);
}

function line(message: Message): SiteLine | null {
  const { messageType, isReaction, lobbyChat, privateMessage, timestamp } = message;
  const self = messageType === 'local';
  if ((!self && messageType !== 'remote') || isReaction || lobbyChat) return null;
  // What the host writes to one person is not said in the meeting.
  if (self && privateMessage) return null;
  return {
    id: textOrNull(message.messageId),
    sender: privateMessage ? NOBODY : { id: senderId(message), name: textOrNull(message.displayName), self },
    text: (textOrNull(message.message) ?? '').slice(0, TEXT_MOST),
    edited: message.isEdited === true,
    writtenAt: typeof timestamp === 'number' && timestamp > 0 ? timestamp : null,
  };
}

/** A yes that only the host can see is no answer before everybody; a no is heard all the same, and the host says whose it is. */
const NOBODY = { id: null, name: null, self: false } as const;

/**
 * For somebody who looks on as a visitor Jitsi puts the name that they chose where the id stands (`features/chat/middleware.ts`), and
 * it may be anybody's id: so their lines are marked, and fit nobody in the list.
 */
function senderId({ participantId, isFromVisitor }: Message): string | null {
  const id = textOrNull(participantId);
  return isFromVisitor ? `visitor ${id ?? ''}` : id;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
