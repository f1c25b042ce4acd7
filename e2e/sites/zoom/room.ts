/** How a page is awkward, or has changed under us. Each is one change that real sites make. */
export interface Switches {
  /** The head count is shown nowhere. */
  readonly counter: boolean;
  /** All classes and ids have other names. */
  readonly renamed: boolean;
  /** Only the elements of the list's rows and names have other names. */
  readonly strangeRows: boolean;
  /** The list of people has only so many rows in the page, whatever it scrolls to. */
  readonly rows: number;
  /** Each change makes another number: panels are new elements. */
  readonly replaced: number;
  /** Messages stand in the page as something that nobody knows. */
  readonly strangeChat: boolean;
  /** Somebody has scrolled up in the chat: its end is not in the page. */
  readonly scrolledUp: boolean;
  /** Whom the next message is for; '' is everybody. */
  readonly recipient: string;
}
