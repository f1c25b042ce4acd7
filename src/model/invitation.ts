import type { Ask, NoticeRef, Purpose } from './ask.ts';
import type { AskedView } from './banner.ts';
import type { PostId } from './id.ts';
import type { SeenRoot } from './my-consent.ts';

/**
 * Somebody else's ask in a meeting that we are in, and our part of it.
 *
 *   requested ⇄ later
 *   requested ──press──▶ posting ──echo──▶ agreed | declined      agreed ──press──▶ posting ──echo──▶ withdrawn
 *                           └──no echo──▶ not-sent
 */
export interface Invitation {
  /** Keyed hash of platform and site meeting id. */
  readonly meeting: string;
  readonly ask: string;
  /** The stay in the call that it was seen in: coming back is being asked anew. */
  readonly stay: string;
  readonly at: number;
  readonly asker: { readonly id: string | null; readonly name: string };
  readonly terms: Ask;
  /** Rendered from the tag's parameters by us. */
  readonly words: string;
  /** Which text `words` is: an answer binds it. Rows from before an update have none: there it is the notice of the terms. */
  readonly shown?: NoticeRef;
  readonly unverified: boolean;
  /** What the asker posted of the whole notice, by part; '' where one is missing. */
  readonly details?: readonly string[];
  readonly state: AskedView['state'];
  readonly chosen: readonly Purpose[];
  readonly people: number;
  readonly agreed: number;
  /** Key of the line by which it was asked anew, because who had answered it could not be told from a newcomer of their name. */
  readonly anew?: string;
  /** There was a yes then, and it counts no longer. */
  readonly lapsed?: true;
  readonly mark: AskedView['mark'];
  readonly askerPresent: boolean;
  readonly pending: {
    readonly post: PostId;
    readonly text: string;
    readonly becomes: AskedView['state'];
    readonly agreed: number;
  } | null;
  /** What the chat said of the host's log when recording began. */
  readonly roots?: readonly SeenRoot[];
  /** What its reader last said of where they are, and of where they live, through our banner. */
  readonly placed?: Placed;
  readonly lives?: Placed;
}

export interface Placed {
  readonly place: string;
  readonly post: PostId;
  /** posting ──echo──▶ said, or not-said */
  readonly state: 'posting' | 'said' | 'not-said';
}
