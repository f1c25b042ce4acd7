import { REQUESTS } from './my-consent.ts';
import type { Profile } from './requirement.ts';

/**
 * What somebody may want of the host about what is held of them: a copy (GDPR art. 15), a correction (16), erasure (17). What their own extension can
 * ask for is `REQUESTS`; the rest reaches the host in other ways, and the host writes it down.
 */
export const WANTED = [...REQUESTS, 'correction'] as const;
export type Wanted = (typeof WANTED)[number];

/** chat: a tagged line in the meeting. file: signed with the key of their answer. host: it came in another way, as the host says. */
export const REQUEST_WAYS = ['chat', 'file', 'host'] as const;
export type RequestWay = (typeof REQUEST_WAYS)[number];

/**
 * Why a request is refused, each with its ground in law.
 *
 * hold: a legal hold (GDPR arts. 17(3)(e), 18(2)). legal-claims: art. 17(3)(e). legal-duty: 17(3)(b). others-share: rights of other people
 * in the same recording (15(4)). not-them: identity is in doubt (12(6)). excessive: repeated or manifestly unfounded (12(5)).
 */
export const REFUSALS = ['hold', 'legal-claims', 'legal-duty', 'others-share', 'not-them', 'excessive'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Why an answer takes longer than the law's first date: the request is complex, or there are many of them (GDPR art. 12(3)). */
export const LONGER_REASONS = ['complex', 'many'] as const;
export type LongerReason = (typeof LONGER_REASONS)[number];

/** What the host noted about a request whose answer takes longer. until: ms UTC; told: the day, YYYY-MM-DD, on which they were told why. */
export interface LongerAnswer {
  readonly why: LongerReason;
  readonly law: Profile;
  readonly until: number;
  readonly told: string;
}

/** Where a request stands.   open ──▶ doing ──▶ answered      open ──▶ answered │ refused */
export type RequestState = 'open' | 'doing' | 'answered' | 'refused';

/** Longest signed request, in UTF-16 units. */
export const REQUEST_FILE_MAX = 64 * 1024;
