/** What a platform adapter reads off the page. Untrusted: names have any length and any characters. */

/**
 * complete: every row that the site has is in the reading; partial: the list was seen but rows are missing or virtualised away;
 * unknown: no list could be read.
 */
export const COMPLETENESS = ['complete', 'partial', 'unknown'] as const;
export type Completeness = (typeof COMPLETENESS)[number];

export interface RosterPerson {
  /** The site's own stable id of this join, or null when the site shows none (identity is then the name: weak). */
  readonly id: string | null;
  readonly name: string;
  readonly self: boolean;
}

export interface Roster {
  readonly people: readonly RosterPerson[];
  readonly completeness: Completeness;
  /** The site's own head count, or null when it shows none. */
  readonly counter: number | null;
  readonly source: RosterSource;
}

export const ROSTER_SOURCES = ['dom', 'api', 'host'] as const;
/** Where a reading came from: the page's DOM, an API of the page, or the host, who wrote the list where the page shows none. */
export type RosterSource = (typeof ROSTER_SOURCES)[number];

export const MUTES = ['muted', 'live', 'unknown'] as const;
/** The host's own microphone in the meeting. */
export type Mute = (typeof MUTES)[number];

export const SITE_RECORDINGS = ['on', 'off', 'unknown'] as const;
/** Whether the site itself records, by its own mark; unknown where no mark of it is known. */
export type SiteRecording = (typeof SITE_RECORDINGS)[number];

export const EXPOSURES = ['private-chat', 'lobby-list'] as const;
/** Something on the screen that not everybody in the meeting is meant to see. */
export type Exposure = (typeof EXPOSURES)[number];

export const COMPOSERS = ['ready', 'closed', 'locked', 'private', 'foreign'] as const;
/**
 * Where a message to everybody would be written. closed: not on the screen; locked: nobody may write there; private: it would go to one
 * person or some; foreign: the chat is another site's, in a frame that cannot be read.
 */
export type Composer = (typeof COMPOSERS)[number];

export const WARNINGS = [...EXPOSURES, 'site-records'] as const;
/** What the host is warned of before and while recording. */
export type Warning = (typeof WARNINGS)[number];

export const PLACES = ['elsewhere', 'lobby', 'call', 'left'] as const;
/** Where in a meeting's life the page is. */
export type Place = (typeof PLACES)[number];

/** Longest texts that travel to the worker; what is longer is cut by the content script and marked as cut. */
export const NAME_MAX = 200;
export const TEXT_MAX = 4000;
