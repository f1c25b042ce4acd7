import type { AskTerms } from '../../model/ask.ts';
import type { Profile } from '../../model/requirement.ts';
import type { Settings } from '../../model/settings.ts';
import { INVISIBLE } from '../confusable-letters.ts';
import { DETAILS } from './details-registry.ts';
import { SPOKEN_PROFILES, type SpokenProfile } from './details-wording.ts';
import { PROFILE_WORDS } from './profiles-en.ts';
import { wordingOf } from './registry.ts';

/** What a notice says of the host's side, in the host's own words. */
export type Stated = Pick<Settings, 'controller' | 'recipients' | 'basis'>;

/** Longest free text of a host in a notice, in UTF-16 units. */
const FREE_MAX = 300;

/**
 * The whole notice (GDPR art. 13 and what other laws add), sentence by sentence. language: one of NOTICE_LANGUAGES. Throws RangeError
 * for another one.
 */
export function renderDetails(
  terms: AskTerms,
  { controller, recipients, basis }: Stated,
  profiles: readonly Profile[],
  language: string,
): string[] {
  const wording = wordingOf(language);
  const words = DETAILS.find((one) => one.language === language);
  if (!wording || !words) throw new RangeError(`no details in ${language}`);
  const [name, contact, whom, url] = [controller.name, controller.contact, recipients, controller.policyUrl].map(free);
  // Where nobody said otherwise, a recording under the GDPR rests on consent: the rules take it so too.
  const ground = basis ?? (profiles.some((profile) => profile === 'gdpr' || profile === 'uk-gdpr') ? 'consent' : null);
  return [
    name ? words.controller(name) : words.host,
    contact ? words.contact(contact) : words.noContact,
    ...terms.purposes.map(({ purpose, required }) => {
      const [what, why] = [wording.purposeNames[purpose], wording.purposeWhys[purpose]];
      return `${what} (${required ? words.needed : words.choice}): ${why}`;
    }),
    wording.what[terms.media],
    wording.keep(terms),
    ...(ground ? [words.bases[ground]] : []),
    whom ? words.recipients(whom) : words.nobody,
    ...(url ? [words.policy(url)] : []),
    words.free,
    words.rights,
    words.withdrawal,
    words.complaint,
    ...profiles.map((profile) => (isSpoken(profile) ? words.profiles[profile] : PROFILE_WORDS[profile])),
  ];
}

function isSpoken(profile: Profile): profile is SpokenProfile {
  return (SPOKEN_PROFILES as readonly Profile[]).includes(profile);
}

/** Without what could imitate a tag or turn the line around. */
function free(text: string): string {
  const plain = text
    .replace(/[[\]]/g, ' ')
    .replace(/[\n\r\t]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.slice(0, FREE_MAX).toWellFormed();
}
