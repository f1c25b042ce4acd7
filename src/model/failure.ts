/** What can go wrong for the person in front of a screen of ours. Each code has one sentence and one next step in the locale. */
export const FAILURES = [
  'no-meeting',
  'not-in-call',
  'not-armed',
  'bad-terms',
  'bad-message',
  'unknown-participant',
  'unknown-doubt',
  'said-no',
  'list-unreadable',
  'people-unlisted',
  'page-lists',
  'storage-failed',
  'disk-full',
  'key-missing',
  'vault-locked',
  'wrong-passphrase',
  'passkey-refused',
  'vault-changed',
  'not-recipient',
  'no-recipient',
  'older-lock',
  'purpose-refused',
  'bad-review',
  'bad-recipient',
  'too-many-receipts',
  'damaged',
  'quarantined',
  'nothing-recorded',
  'held',
  'still-recording',
  'backup-none',
  'backup-away',
  'backup-permission',
  'backup-other',
  'backup-full',
  'backup-damaged',
  'backup-unprotected',
  'meeting-runs',
  'request-unreadable',
  'request-unsigned',
  'request-forged',
  'request-foreign',
  'request-again',
  'request-not-longer',
  'told-not-yet',
  'name-empty',
  'nothing-chosen',
  'post-refused',
  'microphone-refused',
  'setting-refused',
  'cancelled',
  'unexpected',
] as const;
export type FailureCode = (typeof FAILURES)[number];

/** Thrown inside one context only; what crosses a boundary is the code. detail is for the console, never a participant's words. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    readonly code: FailureCode,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(detail ? `${code}: ${detail}` : code, options);
  }
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: FailureCode };
