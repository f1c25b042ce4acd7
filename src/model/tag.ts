import type { AnswerKind } from './answer.ts';
import type { AskTerms, Media, NoticeRef, Purpose } from './ask.ts';
import type { AskId, EpochId } from './id.ts';
import type { RequestKind } from './my-consent.ts';

/** What a tag in a chat post says to the extensions of the others. Its spelling is in tag-format.ts. */
export type Tag = AskTag | PartTag | AnswerTag | OnTag | OffTag | EndTag | AttestedTag | DetailsTag | RequestTag;

export interface AskTag {
  readonly kind: 'ask';
  readonly ask: AskId;
  readonly terms: AskTerms;
  readonly notice: NoticeRef;
  /** Set when the notice takes several posts: how many. This is the last one then. */
  readonly of?: number;
  /** It was posted before, and among those who are asked is somebody whose answer to it counts no more. */
  readonly again?: true;
}

/** One of the posts of a notice before its last; `part` counts from 1. It holds what its words follow from, so that they can be told. */
export interface PartTag {
  readonly kind: 'part';
  readonly ask: AskId;
  readonly terms: AskTerms;
  readonly notice: { readonly language: string; readonly version: number };
  readonly part: number;
  readonly of: number;
}

/** notice: whole hash of the notice that is answered; key and sig: base64url Ed25519, see consent/signature.ts. */
export interface AnswerTag {
  readonly kind: 'answer';
  readonly ask: AskId;
  readonly notice: string;
  readonly answer: AnswerKind;
  readonly purposes: readonly Purpose[];
  readonly media: Media;
  /** Which of the people behind this tile, from 1, and how many there are. */
  readonly person: number;
  readonly people: number;
  readonly counter: number;
  readonly key: string;
  readonly sig: string;
}

/** root: the log's size and base64url root hash, so that everybody in the meeting is a witness of it. */
export interface OnTag {
  readonly kind: 'on';
  readonly ask: AskId;
  readonly epoch: EpochId;
  readonly root: { readonly size: number; readonly hash: string } | null;
}

/** Why recording does not run now, in as few words as a chat needs. written: a yes must be in writing; implied: it will, unless somebody objects. */
export const OFF_WHYS = ['paused', 'stopped', 'waiting', 'declined', 'unsure', 'fault', 'written', 'implied'] as const;
export type OffWhy = (typeof OFF_WHYS)[number];

export interface OffTag {
  readonly kind: 'off';
  readonly ask: AskId;
  readonly why: OffWhy;
}

export interface EndTag {
  readonly kind: 'end';
  readonly ask: AskId;
}

/** count: how many people the host has attested for this ask. */
export interface AttestedTag {
  readonly kind: 'attested';
  readonly ask: AskId;
  readonly count: number;
}

/** One of the posts of the whole notice; `part` counts from 1. Its words are the host's own: nothing follows from the tag. */
export interface DetailsTag {
  readonly kind: 'details';
  readonly ask: AskId;
  readonly part: number;
  readonly of: number;
}

/** What somebody who answered this ask wants of the host now. Who it is, is the platform's sender. */
export interface RequestTag {
  readonly kind: 'request';
  readonly ask: AskId;
  readonly what: RequestKind;
}

export const PEOPLE_MAX = 50;
/** Nine digits: longer runs become telephone numbers on some sites. */
export const TAG_NUMBER_MAX = 999_999_999;
