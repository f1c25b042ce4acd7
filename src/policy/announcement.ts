import { DUTIES, type Duty } from '../model/requirement.ts';
import { type Ground, ofPlace } from './reason.ts';
import { NOTHING_ASKED } from './rule.ts';
import type { Counted } from './where.ts';

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
