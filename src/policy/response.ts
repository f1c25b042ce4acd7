import type { Profile } from '../model/requirement.ts';

/**
 * Until when a request of somebody whose data is held must be answered, by the data protection law of a place. Reviewed 2026-11-23.
 *
 * months: calendar months (for the GDPR: Regulation 1182/71 art. 3(2)(c)). days: calendar days. workdays: days but Saturday and Sunday; a public
 * holiday is not known here, so the date is rather too early than too late. null: the law says "without delay" and no figure.
 */
export interface Period {
  readonly months?: number;
  readonly days?: number;
  readonly workdays?: number;
}

export interface ResponseLaw {
  readonly law: Profile;
  readonly name: string;
  readonly period: Period | null;
  /** How much longer it may take where the request is complex, if the person is told so in time. */
  readonly longer: Period | null;
  readonly source: string;
}

const law = (
  id: Profile,
  name: string,
  period: Period | null,
  source: string,
  longer: Period | null = null,
): ResponseLaw => ({
  law: id,
  name,
  period,
  longer,
  source,
});

export const RESPONSE_LAWS: readonly ResponseLaw[] = [
  law('gdpr', 'GDPR', { months: 1 }, 'GDPR art. 12(3)', { months: 2 }),
  law('uk-gdpr', 'UK GDPR', { months: 1 }, 'UK GDPR art. 12(3)', { months: 2 }),
  law('fadp', 'Swiss FADP', { days: 30 }, 'FADP art. 25(7)'),
  law('ccpa', 'CCPA (California)', { days: 45 }, 'Cal. Civ. Code § 1798.130(a)(2)', { days: 45 }),
  law('us-state-privacy', 'US state privacy laws', { days: 45 }, 'e.g. Va. Code § 59.1-577(B)(1)', { days: 45 }),
  law('lgpd', 'LGPD (Brazil)', { days: 15 }, 'LGPD art. 19(II)'),
  law('pipeda', 'PIPEDA (Canada)', { days: 30 }, 'PIPEDA s. 8(3)'),
  law('pipa-bc', 'PIPA (British Columbia)', { days: 30 }, 'PIPA (BC) s. 29'),
  law('pipa-ab', 'PIPA (Alberta)', { days: 30 }, 'PIPA (Alberta) s. 28'),
  law('quebec-law25', 'Quebec Law 25', { days: 30 }, 'CQLR c. P-39.1 s. 32'),
  law('pipa-kr', 'PIPA (South Korea)', { days: 10 }, 'PIPA (KR) arts. 36, 37'),
  law('kvkk', 'KVKK (Türkiye)', { days: 30 }, 'KVKK art. 13(2)'),
  law('pdpa-sg', 'PDPA (Singapore)', { workdays: 10 }, 'PDPA s. 16, advisory guidelines'),
  law('ar-25326', 'Law 25.326 (Argentina)', { workdays: 5 }, 'Ley 25.326 art. 16(2)'),
  law('lfpdppp', 'LFPDPPP (Mexico)', { workdays: 20 }, 'LFPDPPP art. 32'),
  law('pipl', 'PIPL (China)', null, 'PIPL arts. 15, 47'),
  law('dpdp', 'DPDP Act (India)', null, 'DPDP Act s. 12'),
  law('popia', 'POPIA (South Africa)', null, 'POPIA s. 24'),
  law('appi', 'APPI (Japan)', null, 'APPI arts. 33 to 35'),
  law('au-privacy-act', 'Privacy Act (Australia)', null, 'APP 12, APP 13'),
  law('nz-privacy-act', 'Privacy Act (New Zealand)', null, 'Privacy Act 2020, IPP 6, IPP 7'),
  law('pdpo', 'PDPO (Hong Kong)', null, 'PDPO s. 19'),
  law('il-ppl', 'Privacy Protection Law (Israel)', null, 'PPL s. 14'),
  law('dpa-ph', 'Data Privacy Act (Philippines)', null, 'DPA s. 16'),
  law('uae-pdpl', 'PDPL (UAE)', null, 'Federal Decree-Law 45/2021'),
  law('do-172-13', 'Law 172-13 (Dominican Republic)', null, 'Ley 172-13'),
];

/** What a request must be answered by. laws: all that have a say; strictest: the one whose date it is; null: none of them names a date. */
export interface Due {
  /** ms UTC */
  readonly at: number;
  readonly strictest: ResponseLaw;
  /** true: nothing is known of where anybody is, so the shortest period of any law is taken. */
  readonly guessed: boolean;
}

/** The earliest date of those laws; where none of them is known or names one, the earliest of all. receivedAt: ms UTC. */
export function dueOf(profiles: readonly Profile[], receivedAt: number): Due {
  const dated = RESPONSE_LAWS.flatMap((law) =>
    law.period === null ? [] : [{ at: after(receivedAt, law.period), strictest: law }],
  );
  const known = dated.filter(({ strictest }) => profiles.includes(strictest.law));
  const first = (known.length > 0 ? known : dated).reduce((best, one) => (one.at < best.at ? one : best));
  return { ...first, guessed: known.length === 0 };
}

/** How long a request that is complex may take at the most, and by which law; each of them says that the person is told why before the first date. */
export interface Longer {
  /** ms UTC */
  readonly at: number;
  readonly law: ResponseLaw;
}

/** null: at least one law in it lets nobody take longer, or nothing is known of where anybody is. receivedAt: ms UTC. */
export function longerOf(profiles: readonly Profile[], receivedAt: number): Longer | null {
  let first: Longer | null = null;
  for (const law of RESPONSE_LAWS) {
    if (law.period === null || !profiles.includes(law.law)) continue;
    if (law.longer === null) return null;
    const at = after(after(receivedAt, law.period), law.longer);
    if (first === null || at < first.at) first = { at, law };
  }
  return first;
}

const DAY_MS = 86_400_000;

/** ms UTC of the end of a period that began at `from`. */
export function after(from: number, { months = 0, days = 0, workdays = 0 }: Period): number {
  let at = addMonths(from, months) + days * DAY_MS;
  for (let left = workdays; left > 0; ) {
    at += DAY_MS;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}

/** The same day of a later month, or its last day where it has none of that number. */
function addMonths(from: number, months: number): number {
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}
