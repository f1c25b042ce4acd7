import { en } from '../../src/consent/notices/en.ts';
import { wordingOf } from '../../src/consent/notices/registry.ts';
import type { AskedView, BannerView } from '../../src/model/banner.ts';
import type { Invitation } from '../../src/model/invitation.ts';
import { bannerCss } from '../../src/ui/banner/css.ts';
import { bannerWordsOf } from '../../src/ui/words/banner/registry.ts';
import type { BannerWords } from '../../src/ui/words/banner/words.ts';
import { whereView } from './where-view.ts';

/** What the participant's banner shows of the rows, and of their own place (`whereView`), in the reader's language; null when there is nothing to show. */
export function bannerView(
  rows: readonly Invitation[],
  reader: string,
  own: string | null,
  listed: boolean,
  accounts: boolean,
): BannerView | null {
  const shown = rows.filter((row) => row.state !== 'ended');
  if (shown.length === 0) return null;
  const words = bannerWordsOf(reader);
  const { language } = words;
  const { direction } = wordingOf(language) ?? en;
  return {
    asks: shown.map((row) => askedView(row, words)),
    texts: words.texts,
    language,
    direction,
    style: bannerCss,
    where: whereView(rows, language, own, listed, accounts),
  };
}

function askedView(row: Invitation, { language, marks, hostLeft, anew }: BannerWords): AskedView {
  const { terms } = row;
  const wording = wordingOf(language) ?? en;
  return {
    ask: terms.id,
    asker: row.asker.name,
    anew: row.lapsed && row.state === 'requested' ? anew : '',
    unverified: row.unverified,
    notice: [row.words, ...(row.details ?? []).filter((words) => words !== '').map(withoutCount)].join('\n'),
    whole: row.details !== undefined && !row.details.includes(''),
    media: terms.media,
    purposes: terms.purposes,
    purposeNames: wording.purposeNames,
    what: wording.what[terms.media],
    keep: wording.keep(terms),
    state: row.state,
    people: row.people,
    agreed: row.agreed,
    mark: row.mark,
    markText: row.askerPresent ? marks[row.mark] : hostLeft,
    paste: row.pending?.text ?? '',
  };
}

/** Which one of how many a post of a longer text is says nothing where all of them stand together. */
function withoutCount(words: string): string {
  return words.replace(/^[^:：]{0,60}\d+\/\d+[^:：]{0,60}[:：]\s*/u, '');
}
