import type { AnswerKind } from './answer.ts';
import type { Ask, NoticeRef, Purpose } from './ask.ts';

/**
 * What the reader of this browser was asked in somebody else's meeting and answered, kept after the meeting with what proves it. One row an ask
 * that was answered; it is theirs, and stays until they delete it.
 *
 *   agreed ⇄ withdrawn      refused ⇄ agreed
 */
export interface MyConsent {
  /** Keyed hash of platform and site meeting id, as in `Invitation`. */
  readonly meeting: string;
  readonly ask: string;
  /** Id of the platform. */
  readonly platform: string;
  /** ms UTC when it was first seen. */
  readonly askedAt: number;
  /** Who asked, as the chat showed them; '' where it showed nobody. */
  readonly asker: string;
  readonly terms: Ask;
  /** The notice as it was read, and which text that is. */
  readonly words: string;
  readonly shown: NoticeRef;
  readonly state: 'agreed' | 'refused' | 'withdrawn';
  readonly mark: 'asked' | 'recording' | 'paused' | 'stopped' | 'ended';
  /** ms UTC when the mark was last seen to change: a recording was over then at the latest. */
  readonly markedAt: number;
  readonly answers: readonly MyAnswer[];
  readonly roots: readonly SeenRoot[];
  /** What the host gave, as it was found to be. */
  readonly given: readonly GivenFile[];
  /** What was asked of the host since. */
  readonly requests: readonly MyRequest[];
}

export interface MyAnswer {
  /** ms UTC */
  readonly at: number;
  readonly answer: AnswerKind;
  readonly purposes: readonly Purpose[];
  /** What went into the chat under the words; null for what was written by hand. */
  readonly signed: {
    readonly key: string;
    readonly sig: string;
    readonly counter: number;
    readonly notice: string;
    readonly person: number;
    readonly people: number;
  } | null;
}

/** What stood in the chat when recording began: that the host's log had this root. */
export interface SeenRoot {
  /** ms UTC */
  readonly at: number;
  readonly epoch: string;
  readonly size: number;
  /** base64url */
  readonly hash: string;
}

export interface GivenFile {
  /** ms UTC */
  readonly at: number;
  readonly name: string;
  readonly kind: 'receipt' | 'export';
  readonly verdict: 'valid' | 'invalid';
  /** Of each thing that could be compared with what is kept here. fork: it is not the log that was seen. left-out: something is missing in it. */
  readonly compared: 'same' | 'fork' | 'left-out' | 'nothing';
  /** Fingerprint of the key that it is signed with; null: not signed. */
  readonly fingerprint: string | null;
  /** Of a receipt, so that later ones can be compared with it. */
  readonly text: string | null;
}

export const REQUESTS = ['copy', 'erasure'] as const;
export type RequestKind = (typeof REQUESTS)[number];

export interface MyRequest {
  /** ms UTC */
  readonly at: number;
  readonly what: RequestKind;
  /** Whether it was posted in the meeting, or its words were copied. */
  readonly how: 'chat' | 'copied' | 'file';
}

/** As many as are kept of each: a page that says things over and over fills nothing. */
export const KEPT_MAX = 200;
