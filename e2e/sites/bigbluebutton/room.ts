/** How a page is awkward, or has changed under us. Each is one change that real installations make. */
export interface Switches {
  /** The head count is shown nowhere: version 2.7. */
  readonly counter: boolean;
  /** All names for the client's own tests are others. */
  readonly renamed: boolean;
  /** So many rows are a page of the list; the next page is drawn when it is scrolled to. */
  readonly pageRows: number;
  /** Each change makes another number: list and chat are new elements. */
  readonly replaced: number;
  /** Messages have no ids and no names for tests. */
  readonly strangeChat: boolean;
  /** The sender stands over no message. */
  readonly noSenders: boolean;
  /** Moderators do not let viewers see each other. */
  readonly hidden: boolean;
  /** Moderators do not let viewers write. */
  readonly locked: boolean;
  /** With whom a conversation of two is open; '' is nobody. */
  readonly privately: string;
  /** The mark of the client's own recording: none in a meeting that may not be recorded. */
  readonly recording: 'none' | 'off' | 'on';
}
