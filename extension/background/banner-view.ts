import type { AskedView, BannerView } from '../../src/model/banner.ts';
import type { Invitation } from '../../src/model/invitation.ts';
import { bannerCss } from '../../src/ui/banner/css.ts';
import { askedEn, bannerEn } from '../../src/ui/words/banner-en.ts';

const plural = new Intl.PluralRules('en');

/** What the participant's banner shows of the rows; null when there is nothing to show. */
export function bannerView(rows: readonly Invitation[]): BannerView | null {
  const shown = rows.filter((row) => row.state !== 'ended');
  if (shown.length === 0) return null;
  return { asks: shown.map(askedView), texts: bannerEn, language: 'en', direction: 'ltr', style: bannerCss };
}

function askedView(row: Invitation): AskedView {
  const { terms } = row;
  const keep = plural.select(terms.keepDays) === 'one' ? askedEn.keep.one : askedEn.keep.other;
  return {
    ask: terms.id,
    asker: row.asker.name,
    unverified: row.unverified,
    notice: row.words,
    media: terms.media,
    purposes: terms.purposes,
    purposeNames: askedEn.purposes,
    what: askedEn.what[terms.media],
    keep: keep.replace('{days}', String(terms.keepDays)),
    state: row.state,
    people: row.people,
    agreed: row.agreed,
    mark: row.mark,
    markText: row.askerPresent ? askedEn.marks[row.mark] : askedEn.hostLeft,
    paste: row.pending?.text ?? '',
  };
}
