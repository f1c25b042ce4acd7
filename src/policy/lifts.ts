import type { GroundKind, Profile } from '../model/requirement.ts';
import type { Meeting } from './meeting.ts';
import { type Authority, type Ground, ofMeeting, ofPlace } from './reason.ts';
import { EVERYBODY_EXPLICITLY } from './rule.ts';
import type { Counted } from './where.ts';

const GDPR_LIKE: ReadonlySet<Profile | null> = new Set<Profile>(['gdpr', 'uk-gdpr']);
const underGdpr = (counted: readonly Counted[]) => counted.filter(({ place }) => GDPR_LIKE.has(place.profile));

const KNOWN: Omit<Authority, 'statutes'> = {
  source: 'statute known, not looked up',
  seen: 'none',
  confidence: 'high',
  reviewed: '2026-11-23',
};
const OUR_OWN: Authority = { ...KNOWN, source: 'product policy', statutes: ['product policy, no statute'] };
const CONSENT: Authority = {
  ...KNOWN,
  statutes: ['GDPR arts. 4(11), 6(1)(a), 7 (the UK GDPR has the same articles)', 'EDPB Guidelines 05/2020'],
};
const SPECIAL_CATEGORY: Authority = { ...KNOWN, statutes: ['GDPR art. 9(1), 9(2)(a) (the UK GDPR has the same)'] };

/** The recording rests on consent under the GDPR or the UK GDPR: so declared, or assumed because nothing was. */
export function restsOnConsent({ basis }: Meeting, counted: readonly Counted[]): boolean {
  return (basis === null || basis === 'consent') && underGdpr(counted).length > 0;
}

/** A GDPR-like law applies and nobody said on which ground. */
export function basisUnset({ basis }: Meeting, counted: readonly Counted[]): boolean {
  return basis === null && underGdpr(counted).length > 0;
}

/** Art. 9 data: stated, or templates that identify people where the GDPR or the UK GDPR applies. */
export function isSpecialCategory({ specialCategory, biometrics }: Meeting, counted: readonly Counted[]): boolean {
  return specialCategory || (biometrics && underGdpr(counted).length > 0);
}

/** What lifts the rule whatever the law of a place says. Each asks everybody, explicitly. */
export function liftsOf(meeting: Meeting, counted: readonly Counted[]): Ground[] {
  const lifts: Ground[] = [];
  const minors = minorsOf(meeting);
  const lift = (because: GroundKind, authority: Authority, who: readonly string[] = []) =>
    lifts.push(ofMeeting(because, EVERYBODY_EXPLICITLY, authority, who));
  if (restsOnConsent(meeting, counted)) lift('consent-basis', CONSENT, whoOf(underGdpr(counted), meeting));
  if (isSpecialCategory(meeting, counted)) lift('special-category', SPECIAL_CATEGORY);
  if (!meeting.participants.some(({ recorder }) => recorder)) lift('no-recorder', OUR_OWN);
  if (minors.length > 0) lift('minor', OUR_OWN, minors);
  return [...lifts, ...guardianLaws(counted, new Set(minors))];
}

export function minorsOf({ participants }: Meeting): string[] {
  return participants.filter(({ minor }) => minor).map(({ id }) => id);
}

/** What the places where minors are say of them, beside our own rule. */
function guardianLaws(counted: readonly Counted[], minors: ReadonlySet<string>): Ground[] {
  return counted.flatMap((one) => {
    const who = one.who.filter((id) => minors.has(id));
    if (one.place.minors === undefined || who.length === 0) return [];
    const ground = ofPlace('minor', EVERYBODY_EXPLICITLY, { ...one, who, controller: false });
    return [{ ...ground, detail: one.place.minors }];
  });
}

function whoOf(counted: readonly Counted[], { participants }: Meeting): string[] {
  const there = new Set(counted.flatMap(({ who }) => who));
  return participants.filter(({ id }) => there.has(id)).map(({ id }) => id);
}
