import { NOT_MINIMUM, type NotMinimum } from '../model/requirement.ts';
import { isSpecialCategory, minorsOf, restsOnConsent } from './lifts.ts';
import type { Meeting } from './meeting.ts';
import type { Whereabouts } from './where.ts';

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
