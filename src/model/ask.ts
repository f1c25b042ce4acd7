import type { AskId } from './id.ts';

/** What a recording is for. Each is agreed to on its own (GDPR art. 6(1)(a), recital 43); order is the order on screen. */
export const PURPOSES = ['quality', 'training', 'disputes', 'compliance', 'research', 'notes', 'publication'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Sound only, or sound with the host's view of the meeting. */
export const MEDIA = ['sound', 'sound+picture'] as const;
export type Media = (typeof MEDIA)[number];

/** A purpose is needed (no recording without it) or the participant's own choice. */
export interface AskedPurpose {
  readonly purpose: Purpose;
  readonly required: boolean;
}

/**
 * One request to everybody in a meeting. At least one purpose is required.
 * keepDays: whole days that the recording is kept; proofDays: whole days that names and words stay readable beside the proof.
 */
export interface AskTerms {
  readonly purposes: readonly AskedPurpose[];
  readonly media: Media;
  readonly keepDays: number;
  readonly proofDays: number;
}

export interface Ask extends AskTerms {
  readonly id: AskId;
  /** In the language of the meeting. */
  readonly notice: NoticeRef;
  /** The same question in a second language, posted beside it. */
  readonly also?: NoticeRef;
}

export function noticesOf({ notice, also }: Pick<Ask, 'notice' | 'also'>): NoticeRef[] {
  return also ? [notice, also] : [notice];
}

/** Languages in which a question is posted: the meeting's, and a second one or none. Tags of what there is a notice in. */
export interface AskLanguages {
  readonly language: string;
  readonly also: string | null;
}

export function languagesOf({ notice, also }: Pick<Ask, 'notice' | 'also'>): AskLanguages {
  return { language: notice.language, also: also?.language ?? null };
}

/** Which words were shown. hash: base64url SHA-256 of the UTF-8 words, without the tag line. */
export interface NoticeRef {
  readonly language: string;
  readonly version: number;
  readonly hash: string;
}

export const KEEP_DAYS_MAX = 3650;

export function requiredPurposes(ask: AskTerms): Purpose[] {
  return ask.purposes.filter((p) => p.required).map((p) => p.purpose);
}

/** Says why terms cannot be asked, or null. */
export function termsProblem(terms: AskTerms): 'no-purpose' | 'no-required-purpose' | 'twice' | 'period' | null {
  if (terms.purposes.length === 0) return 'no-purpose';
  if (!terms.purposes.some((p) => p.required)) return 'no-required-purpose';
  if (new Set(terms.purposes.map((p) => p.purpose)).size !== terms.purposes.length) return 'twice';
  const whole = (n: number) => Number.isInteger(n) && n >= 1 && n <= KEEP_DAYS_MAX;
  return whole(terms.keepDays) && whole(terms.proofDays) && terms.proofDays >= terms.keepDays ? null : 'period';
}
