/** One message in the meeting's chat as the page shows it. Untrusted. */
export interface ChatLine {
  /** The site's message id, or null when it shows none. */
  readonly id: string | null;
  readonly sender: ChatSender;
  readonly text: string;
  /** The message was changed after it was sent (the site says so, or we saw its text change). */
  readonly edited: boolean;
}

export interface ChatSender {
  readonly id: string | null;
  readonly name: string | null;
  /** Written from this browser. */
  readonly self: boolean;
}

/** echoed: seen in the message list; refused: the site did not take it; unsure: sent, but no echo within the time allowed. */
export const SEND_OUTCOMES = ['echoed', 'refused', 'unsure'] as const;
export type SendOutcome = (typeof SEND_OUTCOMES)[number];
