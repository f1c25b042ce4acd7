import { facts as bigbluebutton } from './bigbluebutton/facts.ts';
import { facts as generic } from './generic/facts.ts';
import { facts as jitsi } from './jitsi/facts.ts';
import { facts as meet } from './meet/facts.ts';
import { facts as sandbox } from './sandbox/facts.ts';
import { facts as teams } from './teams/facts.ts';
import { facts as webex } from './webex/facts.ts';
import { facts as whereby } from './whereby/facts.ts';
import { facts as zoom } from './zoom/facts.ts';

/** What an adapter can be able to do; one row of the table of platforms. */
export const ABILITIES = [
  'call',
  'meeting-id',
  'people',
  'count',
  'host',
  'not-people',
  'chat-read',
  'chat-write',
  'recording-mark',
  'mute',
  'exposed',
  'leave',
] as const;
export type Ability = (typeof ABILITIES)[number];

/**
 * How sure a fact about a site is. 1: certain by the site's source, or read from its own store; 2: attributes that two living projects
 * rely on; 3: accessible names, or one project; 4: obfuscated, old, or one weak report; null: nothing is known.
 */
export type Grade = 1 | 2 | 3 | 4 | null;

export interface Fact {
  readonly grade: Grade;
  /** dom: the page's elements; api: a store of the page; host: the host says it; null: not at all. */
  readonly how: 'dom' | 'api' | 'host' | null;
  /** Year and month in which what it rests on was last seen, `2026-08`; null when it never was. */
  readonly seen: string | null;
  /** What a reader of the table must know. */
  readonly note?: string;
}

export type Facts = Readonly<Record<Ability, Fact>>;

/** By platform id. No content script carries it: the table of platforms and the tests read it. */
export const FACTS: Readonly<Record<string, Facts>> = {
  bigbluebutton,
  generic,
  jitsi,
  meet,
  sandbox,
  teams,
  webex,
  whereby,
  zoom,
};
