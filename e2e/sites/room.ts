/** What everybody in a stand-in's meeting shares: the state that its pages draw. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly host: boolean;
  /** The second entry of somebody who presents. */
  readonly presents: boolean;
}

export interface Line {
  readonly id: string;
  readonly from: string;
  readonly name: string;
  readonly text: string;
  /** When it was written, ms UTC. */
  readonly at: number;
  /** Whom it is for, where a site has messages to one person; else it is for everybody. */
  readonly to?: string;
}

export interface RoomState {
  readonly members: readonly Member[];
  /** Who asks to be let in: only the host's page shows them. */
  readonly waiting: readonly Member[];
  readonly lines: readonly Line[];
}

/** What a page tells the room. */
export type Told =
  | { readonly what: 'join'; readonly name: string }
  | { readonly what: 'leave' }
  | { readonly what: 'say'; readonly text: string; readonly to?: string };

/** What a test drives the page of a stand-in with. Each page knows its own switches. */
export interface Driven {
  show(state: RoomState): void;
  change(some: object): void;
  /** As if somebody had thrown us out. */
  removed(): void;
  /** So many changes a second, for so many seconds; gives their number. Where the bench drives the page. */
  churn?(perSecond: number, seconds: number): Promise<number>;
}
declare global {
  interface Window {
    /** The room, which the test carries: e2e/sites/stand-in.ts. */
    tellRoom(told: Told): Promise<string>;
    standIn: Driven;
  }
}
