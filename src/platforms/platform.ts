import type { ChatLine } from '../model/chat.ts';
import type { Mute, Place, Roster } from '../model/roster.ts';

/** One meeting site. A file a platform; the registry lists them; name of file = id = fixture folder. */
export interface Platform {
  readonly id: string;
  /** Chrome match patterns; the manifest's content script lists the same ones (a test says so). */
  readonly matches: readonly string[];
  /** Longest chat message the site takes, in UTF-16 units. */
  readonly chatLimit: number;
  /**
   * How late the site may show a newcomer, ms: chunks are provisional for that long.
   */
  readonly lagMs: number;
  /** Reads the page that this script runs in. Nothing is touched before `watch` or a write. */
  readonly open: (page: Document) => Site;
}

/** The page as the adapter reads it now. Reading has no side effect; only `write` changes anything. */
export interface Site {
  place(): Place;
  /** The meeting's id as the site knows it, or null outside a meeting. */
  meeting(): string | null;
  roster(): Roster;
  mute(): Mute;
  /** null: the chat cannot be read now (panel closed). */
  chat(): readonly ChatLine[] | null;
  /**
   * Puts one message into the site's own editor and sends it; a human's unsent draft is put back afterwards.
   * false: the site has no editor on the screen or did not take it. The echo is the caller's to wait for.
   */
  write(text: string, signal: AbortSignal): Promise<boolean>;
  /** Calls back (not more than once a microtask) when anything that the readings rest on may have changed. */
  watch(changed: () => void, signal: AbortSignal): void;
}
