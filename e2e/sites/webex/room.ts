/** How a page is awkward, or has changed under us. Each is one change that real sites make. */
export interface Switches {
  /** No number stands over the list of people. */
  readonly counter: boolean;
  /** Rows of the list have another class. */
  readonly strangeRows: boolean;
  /** Senders and words of messages have other classes. */
  readonly strangeWords: boolean;
  /** The list of people has only so many rows in the page. */
  readonly rows: number;
  /** Each change makes another number: the panels are new elements. */
  readonly replaced: number;
  /** Messages stand in the page as something that nobody knows. */
  readonly strangeChat: boolean;
  /** The sender stands over no message. */
  readonly noSenders: boolean;
}
