import type { FailureCode } from '../../model/failure.ts';
import type { MyConsent, RequestKind } from '../../model/my-consent.ts';

/** What can be done with one consent. */
export interface ConsentIntents {
  withdraw(row: MyConsent): void;
  request(row: MyConsent, what: RequestKind): void;
  /** The words were copied, to be sent by hand. */
  copied(row: MyConsent, what: RequestKind | 'withdraw'): void;
  /** The request as a signed file. */
  saveRequest(row: MyConsent, what: RequestKind): void;
  /** What this browser can show without the host. */
  saveOwn(row: MyConsent): void;
  /** A receipt or export that a host gave, of whichever meeting. */
  check(file: File): void;
  cancelCheck(): void;
  remove(row: MyConsent): void;
  undo(): void;
}

/**
 * Something that was asked for about one consent.
 *   asking ──▶ said │ by-hand(words) │ failed(code)
 */
export interface Acting {
  readonly row: string;
  readonly what: RequestKind | 'withdraw';
  readonly state:
    | { readonly is: 'asking' }
    | { readonly is: 'said' }
    | { readonly is: 'by-hand'; readonly words: string }
    | { readonly is: 'failed'; readonly code: FailureCode };
}

/**
 * A file that is being looked at.
 *   none ──▶ looking ──▶ found, it is with its consent │ not-ours │ unreadable │ too-big │ failed ; cancel: none
 */
export type Looking =
  | { readonly is: 'none' }
  | { readonly is: 'looking'; readonly name: string /** 0..1 */; readonly share: number }
  | { readonly is: 'found'; readonly name: string; readonly row: string }
  | { readonly is: 'not-ours' | 'unreadable' | 'too-big'; readonly name: string }
  | { readonly is: 'failed'; readonly code: FailureCode };

/** Names a row on the screen. */
export function rowKey({ meeting, ask }: Pick<MyConsent, 'meeting' | 'ask'>): string {
  return `${meeting} ${ask}`;
}
