import type { Ask } from '../model/ask.ts';

/**
 * The product's floor: everybody in the meeting, the host included, gets the notice and answers explicitly. Silence, staying in the
 * call or a reaction is never a yes. Law may ask for more, and nothing asks for less.
 */
export const FLOOR_POLICY = { id: 'floor', version: 1, form: 'explicit' } as const;
export const FLOOR_POLICY_NAME = `${FLOOR_POLICY.id}/${FLOOR_POLICY.version}`;

/** Terms that somebody agreed to, as far as they bind a recording. */
export interface AgreedTerms {
  readonly purposes: readonly string[];
  readonly media: Ask['media'];
  readonly keepDays: number;
  readonly proofDays: number;
}

/** An answer lives until an ask that wants more: another purpose, picture beside sound, or a longer time. */
export function covers(agreed: AgreedTerms, ask: Ask): boolean {
  const purposes = ask.purposes.every((p) => !p.required || agreed.purposes.includes(p.purpose));
  const media = ask.media === 'sound' || agreed.media === 'sound+picture';
  return purposes && media && agreed.keepDays >= ask.keepDays && agreed.proofDays >= ask.proofDays;
}
