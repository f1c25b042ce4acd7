import type { ChatLine } from '../model/chat.ts';
import type { FramePass } from '../model/frame-chat.ts';
import type { Composer, Exposure, Mute, Place, Roster, RosterPerson, SiteRecording } from '../model/roster.ts';

/**
 * One meeting site. A file a platform; the registry lists them; name of file = id = fixture folder. What an adapter rests on, how sure
 * that is and when it was seen stands beside it in `<id>/facts.ts`, which no content script carries.
 */
export interface Platform {
  readonly id: string;
  /** Chrome match patterns; the manifest's content script lists the same ones (a test says so). Empty where `paths` are all there is. */
  readonly matches: readonly string[];
  /**
   * Paths that are this platform's own on a host that nobody can list, where it runs on its users' servers: `/html5client/*`. Its script is
   * put there by the toolbar button, or stands where the host has given lasting leave for the site; the manifest names none of it.
   */
  readonly paths?: readonly string[];
  /** Longest chat message the site takes, in UTF-16 units; null where no chat can ever be read or written. */
  readonly chatLimit: number | null;
  /**
   * How late the site may show a newcomer, ms: chunks are provisional for that long.
   */
  readonly lagMs: number;
  /**
   * The adapter knows the buttons of the site's list of people and of its chat: its `Site` has `panels`. `list-stays`: who is here is said only
   * while the list is open, so once opened it stays beside the chat.
   */
  readonly opens?: 'list-goes' | 'list-stays';
  /** Its calls are often in a frame of another site's page: a frame with an address of this platform is a meeting page too. */
  readonly framed?: true;
  /** A second script, in the page's own world, reads what only the page's code can see: extension/content/page/<id>.iife.ts. */
  readonly inPage?: true;
  /** Addresses of frames of another site in its page, in which a script of ours reads and writes: extension/content/frames/<id>.iife.ts. */
  readonly frames?: readonly string[];
  /**
   * Reads the page that this script runs in. Nothing is touched before `watch` or a write.
   *
   * @param inFrames the way to the scripts in those frames, where there is one
   */
  readonly open: (page: Document, inFrames?: FrameLine) => Site;
}

/** The way between a page and our script in a frame of another site in it. */
export interface FrameLine {
  tell(pass: FramePass): void;
  hear(heard: (pass: FramePass) => void): void;
}

/**
 * The page as the adapter reads it now. Reading changes nothing in the page; an adapter may remember what it read (the list of a panel
 * that has closed since), as long as something on the page still vouches for it. Only `write` and `panels` touch anything.
 */
export interface Site {
  /** `call` only when being in the call is certain: address, leave button and microphone button are often those of the lobby too. */
  place(): Place;
  /** The meeting's id as the site knows it, remembered when the site strips it from the address; null before there was any. */
  meeting(): string | null;
  /** `source` is `api` only where a page's own store was read. A list that the host writes never comes from a page. */
  roster(): SiteRoster;
  mute(): Mute;
  /** The site's own mark that it records. */
  recording(): SiteRecording;
  /** What is on the screen, and so in the picture of the tab, that is not meant for everybody. */
  exposed(): readonly Exposure[];
  /** null: the chat cannot be read now (panel closed): a no would not be seen. */
  chat(): readonly SiteLine[] | null;
  /** Where a message to everybody would be written, as far as the page shows it; absent where it shows nothing of it. */
  composer?(): Composer;
  /** Where they are known, the site's own buttons of its side panels. Pressed only when the host has asked for it in our panel. */
  readonly panels?: SitePanels;
  /** What a banner must not cover: the controls of the call, leaving first of all. */
  controls(): readonly Element[];
  /** The button that leaves the call, or null when it is not found. Never pressed by us. */
  leaving(): Element | null;
  /**
   * Puts one message into the site's own editor and sends it; a human's unsent draft is put back afterwards.
   * false: the site has no editor on the screen or did not take it. The echo is the caller's to wait for.
   */
  write(text: string, signal: AbortSignal): Promise<boolean>;
  /** Calls back (not more than once a microtask) when anything that the readings rest on may have changed. */
  watch(changed: () => void, signal: AbortSignal): void;
}

/** A line, and when the site itself says to the millisecond that it was written (ms UTC by the site's clock); left out where it does not. */
export interface SiteLine extends ChatLine {
  readonly writtenAt?: number | null;
}

export type SidePanel = 'people' | 'chat';

export interface SitePanels {
  /** Which of them are open now, by the site's own mark of it or by what is in them. On some sites one makes way for the other. */
  shown(): readonly SidePanel[];
  /** Presses the button of one, once: it opens, or closes when it was open. false: there is no such button. */
  press(panel: SidePanel): boolean;
  /** Who is here is said only while the list is open: it is not closed again. */
  readonly listStays: () => boolean;
}

/**
 * Who is here. `complete` only when the whole list was read now and is as long as the site's own counter, where it has one. What is not
 * a person (presentations, fake participants, recorder bots) is not among the people, and counted in `aside`.
 */
export interface SiteRoster extends Roster {
  readonly people: readonly SitePerson[];
  readonly aside: number;
}

export interface SitePerson extends RosterPerson {
  /** The site names them as host or moderator; null: the site does not say. */
  readonly host: boolean | null;
}
