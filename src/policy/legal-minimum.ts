import { isSpecialCategory, minorsOf, restsOnConsent } from './lifts.ts';
import type { Meeting } from './meeting.ts';
import type { Whereabouts } from './where.ts';

/**
 * Why "legal minimum" may not be chosen instead of the product's floor: the minimum is not known, or it is the floor already. A recorder who
 * takes no part is among them because most rows know only the one who does: "one party" there means a party.
 */
export const NOT_MINIMUM = [
  'place-unknown',
  'minor',
  'consent-basis',
  'special-category',
  'non-party-recorder',
  'no-recorder',
] as const;
export type NotMinimum = (typeof NOT_MINIMUM)[number];

/** Empty: the legal minimum may be offered. */
export function whyNoLegalMinimum(meeting: Meeting, { counted, flags }: Whereabouts): NotMinimum[] {
  const applies: Readonly<Record<NotMinimum, boolean>> = {
    'place-unknown': flags.has('location-unknown'),
    minor: minorsOf(meeting).length > 0,
    'consent-basis': restsOnConsent(meeting, counted),
    'special-category': isSpecialCategory(meeting, counted),
    'non-party-recorder': meeting.nonPartyRecorder,
    'no-recorder': !meeting.participants.some(({ recorder }) => recorder),
  };
  return NOT_MINIMUM.filter((why) => applies[why]);
}
