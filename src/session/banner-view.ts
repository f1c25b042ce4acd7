import type { BannerTexts, BannerView, AskedView } from '../model/banner.ts';
import type { Invitation } from '../model/invitation.ts';
import { bannerSentences } from './words.ts';

/** What the participant's banner shows of the rows; null when there is nothing to show. */
export function bannerView(rows: readonly Invitation[]): BannerView | null {
  const shown = rows.filter((row) => row.state !== 'ended');
  if (shown.length === 0) return null;
  const texts: BannerTexts = bannerSentences.texts;
  return { asks: shown.map(askedView), texts, language: 'en', direction: 'ltr' };
}

function askedView(row: Invitation): AskedView {
  const { terms } = row;
  return {
    ask: terms.id,
    asker: row.asker.name,
    unverified: row.unverified,
    notice: row.words,
    media: terms.media,
    purposes: terms.purposes,
    purposeNames: bannerSentences.purposeNames,
    what: bannerSentences.what(terms.media),
    keep: bannerSentences.keep(terms),
    state: row.state,
    people: row.people,
    agreed: row.agreed,
    mark: row.mark,
    markText: bannerSentences.mark(row.mark, row.askerPresent),
    paste: row.pending?.text ?? '',
  };
}
