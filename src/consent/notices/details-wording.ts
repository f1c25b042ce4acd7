import type { Basis } from '../../model/requirement.ts';

/** Which additions are there in every language; those of other places are in English, beside the whole in the language asked for. */
export const SPOKEN_PROFILES = ['gdpr', 'uk-gdpr', 'fadp', 'lgpd', 'pipeda', 'ccpa', 'us-state-privacy'] as const;
export type SpokenProfile = (typeof SPOKEN_PROFILES)[number];

/**
 * The second layer of a notice in one language, beside what its Wording says: whole sentences, each of which stands alone, because they
 * are put into as many posts as it takes. Nothing in them may sound like an answer: people quote them.
 */
export interface DetailsWording {
  readonly language: string;
  controller(name: string): string;
  /** Nobody said who is responsible: the host is. */
  readonly host: string;
  contact(where: string): string;
  readonly noContact: string;
  readonly needed: string;
  readonly choice: string;
  readonly bases: Readonly<Record<Basis, string>>;
  recipients(who: string): string;
  readonly nobody: string;
  policy(url: string): string;
  readonly free: string;
  readonly rights: string;
  readonly withdrawal: string;
  readonly complaint: string;
  readonly profiles: Readonly<Record<SpokenProfile, string>>;
}
