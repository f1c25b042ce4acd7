import { type Ground, ofPlace } from './reason.ts';
import { NOTHING_ASKED } from './rule.ts';
import type { Counted } from './where.ts';

/**
 * Whether the words "this is being recorded" must be on the recording itself, at the start of every epoch. For somebody in a state that is not
 * known they are recommended only, as everywhere: the research counts rows that are known to ask for it.
 */
export const DUTIES = ['recommended', 'required-unless-all-written', 'required'] as const;
export type Duty = (typeof DUTIES)[number];

export function announcementOf(counted: readonly Counted[]): Duty {
  const duties = new Set<Duty | undefined>(counted.map(({ place }) => place.announcement?.duty));
  return DUTIES.findLast((duty) => duties.has(duty)) ?? 'recommended';
}

export function announcementGrounds(counted: readonly Counted[]): Ground[] {
  return counted.flatMap((one) => {
    const { announcement } = one.place;
    if (!announcement) return [];
    return [{ ...ofPlace('announcement', NOTHING_ASKED, one), statutes: announcement.statutes }];
  });
}
