/** How a page is awkward, or has changed under us. Each is one change that servers and versions of Jitsi make. */
export interface Switches {
  /** `APP` is still there, its store is not. */
  readonly store: boolean;
  /** The list of people lies under another name in the store. */
  readonly listRenamed: boolean;
  /** People have no ids in the store. */
  readonly noIds: boolean;
  /** How many more the conference counts than are in the list. */
  readonly unlisted: number;
  /** People who look on. */
  readonly visitors: number;
  /** All classes and ids of the page have other names. */
  readonly renamed: boolean;
  /** Each change makes another number: chat, pane and tiles are new elements. */
  readonly replaced: number;
  /** Jitsi itself records. */
  readonly recording: boolean;
  /** The breakout room that this browser was sent to. */
  readonly breakout: string | null;
  /** What was written to this browser's person alone. */
  readonly whispers: readonly { readonly id: string; readonly from: string; readonly text: string }[];
}
