import type { AskedPurpose, Media, Purpose } from './ask.ts';
import type { AskId } from './id.ts';

/**
 * What a participant sees in the meeting page. Made by the worker, drawn by the content script: all texts come from here so that
 * the content bundle carries no locale. `null` as a view: nothing to show.
 */
export interface BannerView {
  /** One line an ask: two hosts may ask at once. */
  readonly asks: readonly AskedView[];
  readonly texts: BannerTexts;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The style sheet: it too comes from the worker, because most tabs that our script is in never show a banner. */
  readonly style: string;
  readonly where: WhereView;
}

/** The reader's place, which they may tell: sentences ready to show. */
export interface WhereView {
  /** The question, or what they have said. */
  readonly line: string;
  readonly why: string;
  readonly choose: string;
  readonly keep: string;
  /** That the host may remember it; '' where nobody can be known again. */
  readonly allow: string;
  readonly say: string;
  /** The second step, where they live: why and the button; '' before they have said where they are. */
  readonly livesWhy: string;
  readonly live: string;
  /** What becomes of it, or ''. */
  readonly note: string;
  readonly busy: boolean;
  /** Code, '' for none. */
  readonly chosen: string;
  /** Code and name of each in the order of the reader's language; null until they were asked for. */
  readonly places: readonly (readonly [code: string, name: string])[] | null;
}

/** requested → (agreed | declined | later) ; agreed → withdrawn */
export interface AskedView {
  readonly ask: AskId;
  /** Who asks, as the site names the sender of the notice. */
  readonly asker: string;
  /** Why the reader is asked again, though they have agreed; '' when that is not so. */
  readonly anew: string;
  /** The words in the chat differ from what their tag says: shown as a warning, answering stays possible. */
  readonly unverified: boolean;
  /** The notice in full, rendered from the tag's parameters. */
  readonly notice: string;
  /** Whether all that the law wants said stands in it already; else it can be asked for. */
  readonly whole: boolean;
  readonly media: Media;
  readonly purposes: readonly AskedPurpose[];
  readonly purposeNames: Readonly<Partial<Record<Purpose, string>>>;
  /** Sentences ready to show. */
  readonly what: string;
  readonly keep: string;
  readonly state: 'requested' | 'later' | 'posting' | 'not-sent' | 'agreed' | 'declined' | 'withdrawn' | 'ended';
  /** People at this tile who can be heard, and how many of them have agreed. */
  readonly people: number;
  readonly agreed: number;
  /** The host's own announcement, read from the chat; `stopped` as well when the asker is no longer in the meeting. */
  readonly mark: 'asked' | 'recording' | 'paused' | 'stopped' | 'ended';
  readonly markText: string;
  /** With `not-sent`: what to paste into the chat by hand. */
  readonly paste: string;
}

export type BannerTexts = Readonly<Record<BannerTextKey, string>>;
export const BANNER_TEXT_KEYS = [
  'title', // "{asker} asks: may we record this conversation?" has {asker}
  'purposes', // "For"
  'optional', // "You choose"
  'free', // "Saying no costs you nothing. The meeting goes on without recording."
  'posted', // "Your answer is posted in the chat as yours."
  'company', // "Is anyone with you who can be heard?"
  'companyCount', // "People here, with you"
  'companyNext', // "{agreed} of {people} here have agreed. The next person presses Agree."
  'agree',
  'later', // "Not now"
  'decline',
  'withdraw',
  'withdrawSure', // "Take your yes back? Recording stops at once."
  'withdrawYes',
  'withdrawNo',
  'unverified', // "The words in the chat are not the ones that this notice stands for. Ask the host before you agree."
  'notSent', // "Not sent. Paste this into the chat, or say it aloud:"
  'copy',
  'copied',
  'more', // "Show the notice"
  'wantAll', // "Ask for all details in the chat"
  'posting',
  'agreed',
  'declined',
  'withdrawn',
  'laterAgain', // "Answer now"
  'mine', // "My consents": opens the page of that name
  'move', // "Move this mark (arrow keys)"
  'region', // accessible name of the banner
] as const;
export type BannerTextKey = (typeof BANNER_TEXT_KEYS)[number];

/** A press in the banner that was trusted, visible and ours. */
export type BannerPress = AnswerPress | PlacePress | MinePress;
/** The reader wants to see what they agreed to. */
export interface MinePress {
  readonly press: 'mine';
  readonly ask: AskId;
}
/** About the ask that the banner was open for. where: the list of places is wanted. */
export type PlacePress =
  | { readonly press: 'where'; readonly ask: AskId }
  | {
      readonly press: 'place';
      readonly ask: AskId;
      readonly place: string;
      readonly keep: boolean;
      readonly allow: boolean;
      /** It is where they live, wherever they are. */
      readonly lives?: true | undefined;
    };
export type AnswerPress =
  | { readonly press: 'agree'; readonly ask: AskId; readonly purposes: readonly Purpose[]; readonly people: number }
  | { readonly press: 'decline' | 'later' | 'withdraw' | 'again' | 'details'; readonly ask: AskId };
