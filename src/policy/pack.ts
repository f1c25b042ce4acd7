/** The rules as they are. A changed row is a new version; the test of the places holds it to its fingerprint. */
export const PACK = { version: 1, reviewed: '2026-11-23' } as const;

/** Counsel of an organisation has read a version of the rules. From managed policy: words of theirs, YYYY-MM-DD. */
export interface SignOff {
  readonly version: number;
  readonly by: string;
  readonly on: string;
}

/** How the rules stand: research that advises, or read and signed for by counsel of this organisation. */
export type Standing =
  | { readonly kind: 'advisory' }
  | { readonly kind: 'signed'; readonly by: string; readonly on: string };

/** Only a whole sign-off of this very version counts; everything else advises, and is not legal advice. */
export function standingOf(signOff: SignOff | null): Standing {
  if (signOff === null || signOff.version !== PACK.version) return { kind: 'advisory' };
  const by = signOff.by.trim();
  const whole = by !== '' && /^\d{4}-\d{2}-\d{2}$/.test(signOff.on) && !Number.isNaN(Date.parse(signOff.on));
  return whole ? { kind: 'signed', by, on: signOff.on } : { kind: 'advisory' };
}
