import type { Place } from '../place.ts';

/** Nowhere that we know: the row for every place that is not known or not in these lists. Research, not legal advice: see ../place.ts. */
export const UNKNOWN: Place = {
  code: 'XX',
  name: 'Unknown or conflicting location',
  within: null,
  label: 'all-party',
  rule: 'all-party',
  form: 'explicit',
  profile: 'gdpr',
  profileLaw: 'Regulation (EU) 2016/679',
  childConsentAge: 18,
  penalty: 'both',
  statutes: ['product policy, no statute'],
  source: 'product policy',
  seen: 'none',
  confidence: 'high',
  reviewed: '2026-11-23',
  note: 'Used for undeclared location, VPN conflict, phone dial-in, any code absent from this list. Overlay gdpr so the fullest notice is shown.',
};
