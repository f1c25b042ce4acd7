/** How a page is awkward, or has changed under us. Each is one change that real sites make. */
export interface Switches {
  /** The head count is shown nowhere. */
  readonly counter: boolean;
  /** All classes and jsnames have other names. */
  readonly renamed: boolean;
  /** `data-participant-id` has another name. */
  readonly noIds: boolean;
  /** The people list has only so many rows in the page, whatever it scrolls to. */
  readonly rows: number;
  /** Each change makes another number: list and panel are new elements. */
  readonly replaced: number;
  /** Messages stand in the page as something that nobody knows. */
  readonly strangeChat: boolean;
  /** The chat is Google Chat, in a frame of another site: as it is known, or built in a way that nobody knows. */
  readonly foreignChat: 'no' | 'known' | 'strange';
  /** Nobody but the meeting's host may write into the chat. */
  readonly locked: boolean;
  /** The layout has room for so many tiles. */
  readonly tiles: number;
  /** What is in the picture-in-picture window is in the page as well. */
  readonly smallToo: boolean;
  /** One's own lines have no sender at all, instead of "You". */
  readonly ownSender: boolean;
}
