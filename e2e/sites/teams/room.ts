/** How a page is awkward, or has changed under us. Each is one change that real sites make. */
export interface Switches {
  /** The number on the button of People. */
  readonly badge: boolean;
  /** The number in the title of the list. */
  readonly title: boolean;
  /** Each change makes another number: the toolbar is drawn anew, and its number is away for a moment. */
  readonly blink: number;
  /** All classes and ids of the chat have other names. */
  readonly renamed: boolean;
  /** Rows have the name of their person and no id. */
  readonly noIds: boolean;
  /** The list has only so many rows in the page, whatever it scrolls to. */
  readonly rows: number;
  /** Each change makes another number: panels are new elements. */
  readonly replaced: number;
  /** Messages stand in the page as something that nobody knows. */
  readonly strangeChat: boolean;
  /** One may read the chat, not write to it: as guests of some meetings. */
  readonly locked: boolean;
  /** The call is a small window, and another chat is on the page. */
  readonly small: boolean;
}
