/**
 * `runtime.sendMessage` reaches every context of the extension, so each message names its addressee. Contexts drop what is not
 * theirs before parsing. Media never travels in messages; bytes would arrive as objects of numbers.
 */
export const ADDRESSEES = ['worker', 'offscreen', 'panel', 'records', 'content', 'page', 'frame'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

export function isFor(message: unknown, addressee: Addressee): message is { readonly to: Addressee } {
  return typeof message === 'object' && message !== null && (message as { to?: unknown }).to === addressee;
}

/** Names of the long-lived ports. */
export const MEETING_PORT = 'meeting';
export const PANEL_PORT = 'panel';
