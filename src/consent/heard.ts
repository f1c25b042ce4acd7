import type { AnswerKind } from '../model/answer.ts';
import type { Media, NoticeRef, Purpose } from '../model/ask.ts';
import type { RequestKind } from '../model/my-consent.ts';
import type { PaymentNumber } from './payment-numbers.ts';
import type { SaidPlace } from './place-words.ts';

/**
 * A chat line after reading: what its words say in the language of the ask, and what its tag says. Made before `decide` because
 * signatures are checked asynchronously; `decide` itself stays pure and synchronous.
 */
export interface Heard {
  readonly says: AnswerKind | 'pause' | 'nothing';
  /** The yes is meant for the optional purposes too. */
  readonly all: boolean;
  /** Strict for a yes (the whole message is a listed phrase), generous for a no. */
  readonly sure: boolean;
  /** They agree in writing, under this name. */
  readonly written?: string;
  /** Where they say that they are. Only beside `nothing` and without a tag. */
  readonly place?: SaidPlace;
  /** They want the whole notice, in this language. Only beside `nothing` and without a tag. */
  readonly details?: string;
  /** It holds such a number, and recording is to pause when one is written. */
  readonly number?: PaymentNumber;
  /** none: no tag. ours: one of our own posts (ask, status), never an answer. other: another host's. answer: somebody's extension speaks. */
  readonly tag:
    | { readonly kind: 'none' }
    | { readonly kind: 'ours' }
    | { readonly kind: 'malformed' }
    | HeardOther
    | HeardRequest
    | HeardAnswer;
}

/** A notice or status of another host, word by word as their extension writes it. */
export interface HeardOther {
  readonly kind: 'other';
  readonly ask: string;
  /** asks: the notice, or that recording runs under it. ends: they go on without. */
  readonly says: 'asks' | 'ends' | 'tells';
}

/** Somebody's extension asks for a copy, or for erasure, in its own words. */
export interface HeardRequest {
  readonly kind: 'request';
  readonly ask: string;
  readonly what: RequestKind;
}

export interface HeardAnswer {
  readonly kind: 'answer';
  readonly ask: string;
  readonly notice: string;
  /** Which rendering of the ask's notice the hash in the tag is; null for none that this extension can make. */
  readonly shown: NoticeRef | null;
  readonly answer: AnswerKind;
  readonly purposes: readonly Purpose[];
  readonly media: Media;
  readonly person: number;
  readonly people: number;
  readonly counter: number;
  readonly key: string;
  readonly sig: string;
  readonly valid: boolean;
}

export const HEARD_NOTHING: Heard = { says: 'nothing', all: false, sure: false, tag: { kind: 'none' } };
