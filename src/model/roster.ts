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
  /** Where the reading came from: the page's DOM or an API of the page. */
  readonly source: 'dom' | 'api';
}

export const MUTES = ['muted', 'live', 'unknown'] as const;
/** The host's own microphone in the meeting. */
export type Mute = (typeof MUTES)[number];

export const PLACES = ['elsewhere', 'lobby', 'call', 'left'] as const;
/** Where in a meeting's life the page is. */
export type Place = (typeof PLACES)[number];

/** Longest texts that travel to the worker; what is longer is cut by the content script and marked as cut. */
export const NAME_MAX = 200;
export const TEXT_MAX = 4000;
