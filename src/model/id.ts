/** Names of things. All are random, none says anything about a person, so that a log can be shown to strangers. */
declare const brand: unique symbol;
type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** One log: one meeting as this browser saw it. */
export type LogId = Id<'log'>;
/** Somebody in the roster, under this log only. */
export type ParticipantKey = Id<'participant'>;
export type AskId = Id<'ask'>;
export type EpochId = Id<'epoch'>;
/** A question for the host: something seen that might be an answer. */
export type DoubtId = Id<'doubt'>;
/** One chat message that we were to write. */
export type PostId = Id<'post'>;
/** One voice-masked copy of stretches of a recording. */
export type CopyId = Id<'copy'>;
/** A legal hold, over as many logs as it covers. */
export type HoldId = Id<'hold'>;

const prefixes = {
  log: 'l',
  participant: 'p',
  ask: 'a',
  epoch: 'e',
  doubt: 'd',
  post: 'm',
  copy: 'c',
  hold: 'h',
} as const;
export type IdKind = keyof typeof prefixes;

/** 9 random bytes: 12 characters, short enough for a tag in a chat line, and 2^72 leaves no room for guessing. */
export const ID_BYTES = 9;
export const ID_PATTERN = /^[lpaedmch][A-Za-z0-9_-]{12}$/;

/** Makes an id from ID_BYTES random bytes that the caller brings (pure folders get randomness as an argument). */
export function idOf<K extends IdKind>(kind: K, random: Uint8Array): Id<K> {
  if (random.length !== ID_BYTES) throw new RangeError(`an id takes ${ID_BYTES} random bytes, not ${random.length}`);
  return (prefixes[kind] + base64url(random)) as Id<K>;
}

/** RFC 4648 section 5 without padding. The browser's own does it where there is one: every leaf of a log that is read is hashed. */
export function base64url(bytes: Uint8Array): string {
  if (typeof bytes.toBase64 === 'function') return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The one canonical spelling only: padding, white space, a foreign alphabet or left-over bits give null. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
  return base64url(bytes) === text ? bytes : null;
}
