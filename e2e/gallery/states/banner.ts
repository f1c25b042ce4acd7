import { wordingOf } from '../../../src/consent/notices/registry.ts';
import type { AskedView, BannerView } from '../../../src/model/banner.ts';
import type { AskId } from '../../../src/model/id.ts';
import { bannerCss } from '../../../src/ui/banner/css.ts';
import { bannerWordsOf } from '../../../src/ui/words/banner/registry.ts';
import { whereWordsOf } from '../../../src/ui/words/where.ts';
import type { GalleryState } from '../state.ts';

const terms = {
  purposes: [{ purpose: 'notes', required: true }],
  media: 'sound+picture',
  keepDays: 30,
  proofDays: 1095,
} as const;

/** What the worker puts together of one ask, in the reader's language. */
function wordsIn(language: string) {
  const wording = wordingOf(language);
  if (!wording) throw new Error(`no words in ${language}`);
  const { texts, marks } = bannerWordsOf(language);
  const notice = wording
    .notice(terms)
    .map((line) => line.join(' '))
    .join('\n');
  const asks = {
    notice,
    purposeNames: wording.purposeNames,
    what: wording.what[terms.media],
    keep: wording.keep(terms),
  };
  return { texts, marks, direction: wording.direction, asks };
}
const english = wordsIn('en');

export const LONG_NAME = 'Maximiliane-Theodora von Hohenlohe-Schillingsfürst (Guest 2)';

const asked: AskedView = {
  ask: 'aAAAAAAAAAAAA' as AskId,
  asker: 'Ana',
  anew: '',
  unverified: false,
  whole: false,
  media: 'sound+picture',
  purposes: [{ purpose: 'notes', required: true }],
  ...english.asks,
  state: 'requested',
  people: 1,
  agreed: 0,
  mark: 'asked',
  markText: english.marks.asked,
  paste: '',
};

const { title: line, why, choose, keep, allow, say, posting, livesWhy, live, said, lives } = whereWordsOf('en');
const where: BannerView['where'] = {
  line,
  why,
  choose,
  keep,
  allow,
  say,
  livesWhy: '',
  live: '',
  note: '',
  busy: false,
  chosen: '',
  places: null,
};

const view = (...changes: Partial<AskedView>[]): BannerView => ({
  asks: changes.map((change) => ({ ...asked, ...change })),
  texts: english.texts,
  language: 'en',
  direction: 'ltr',
  style: bannerCss,
  where,
});

const choices: AskedView['purposes'] = [
  { purpose: 'quality', required: true },
  { purpose: 'training', required: true },
  { purpose: 'research', required: false },
  { purpose: 'publication', required: false },
];

const spoken = (language: string, change: Partial<AskedView>): BannerView => {
  const { texts, marks, direction, asks } = wordsIn(language);
  return { ...view({ markText: marks.asked, ...asks, ...change }), texts, language, direction };
};
const arabic = (change: Partial<AskedView>) => spoken('ar', { asker: 'نورة', ...change });

const state = (
  name: string,
  drawn: BannerView,
  widths: readonly number[] = [360, 1280],
  height = 640,
  before: BannerView | null = null,
  press: readonly string[] = [],
): GalleryState => ({ name: `banner-${name}`, screen: 'banner', view: drawn, before, widths, height, press });

const recording = { mark: 'recording', markText: english.marks.recording } as const;

export const bannerStates: readonly GalleryState[] = [
  state('requested', view({}), [320, 1280]),
  state('requested-choices', view({ purposes: choices }), [320, 1600], 720),
  state('requested-long', view({ asker: LONG_NAME, purposes: choices, unverified: true }), [320, 1280], 720),
  state('requested-low', view({ purposes: choices }), [640], 360),
  state('notice-open', view({ purposes: choices }), [320, 1280], 900, null, ['Show the whole notice']),
  state('notice-open-arabic', arabic({ purposes: choices }), [320], 900, null, ['عرض الإشعار كاملا']),
  state('requested-company', view({ people: 3, agreed: 1 })),
  state('requested-anew', view({ anew: bannerWordsOf('en').anew }), [320, 1280], 720),
  state('requested-anew-arabic', arabic({ anew: bannerWordsOf('ar').anew }), [320], 720),
  state('requested-recording', view({ ...recording }), [320, 1280]),
  state('posting', view({ state: 'posting' }), [360, 1280], 640, view({})),
  state('posting-withdrawal', view({ state: 'posting', mark: 'recording', markText: english.marks.recording })),
  state(
    'not-sent',
    view({
      state: 'not-sent',
      paste: 'I agree to be recorded. [ATR1:y:aAAAAAAAAAAAA:Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4]',
    }),
  ),
  state('where', view({}), [320, 1280], 760, null, ['Where are you']),
  state('where-mark', view({ state: 'agreed', agreed: 1, ...recording }), [320, 1280], 640, null, ['Where are you']),
  state(
    'where-lives',
    { ...view({}), where: { ...where, line: said.replace('{place}', 'Germany'), livesWhy, live, chosen: 'DE' } },
    [320, 1280],
    760,
    null,
    ['You are in'],
  ),
  state('where-and-lives', {
    ...view({ state: 'later' }),
    where: { ...where, line: `${said.replace('{place}', 'Germany')} · ${lives.replace('{place}', 'France')}` },
  }),
  state('where-posting', { ...view({ state: 'later' }), where: { ...where, note: posting, busy: true, chosen: 'DE' } }),
  state('later', view({ state: 'later' })),
  state('agreed-asked', view({ state: 'agreed', agreed: 1 })),
  state('agreed-recording', view({ state: 'agreed', agreed: 1, ...recording })),
  state('agreed-paused', view({ state: 'agreed', agreed: 1, mark: 'paused', markText: english.marks.paused })),
  state('agreed-stopped', view({ state: 'agreed', agreed: 1, mark: 'stopped', markText: english.marks.stopped })),
  state('withdraw-sure', view({ state: 'agreed', agreed: 1, ...recording }), [320, 1280], 640, null, ['Withdraw']),
  state('declined', view({ state: 'declined' })),
  state('withdrawn', view({ state: 'withdrawn', mark: 'stopped', markText: english.marks.stopped })),
  state('ended', view({ state: 'ended', mark: 'ended', markText: english.marks.ended })),
  state(
    'two-asks',
    view({ state: 'agreed', agreed: 1, ...recording }, { ask: 'aBBBBBBBBBBBB' as AskId, asker: LONG_NAME }),
    [360, 1280],
    760,
  ),
  state(
    'two-cards',
    view({ purposes: choices }, { ask: 'aBBBBBBBBBBBB' as AskId, asker: LONG_NAME, purposes: choices }),
    [320, 1280],
    720,
  ),
  state(
    'two-marks',
    view(
      { state: 'agreed', agreed: 1, ...recording },
      { ask: 'aBBBBBBBBBBBB' as AskId, asker: LONG_NAME, state: 'later' },
    ),
  ),
  state('rtl-requested', arabic({ purposes: choices }), [320, 1280], 720),
  state(
    'rtl-agreed',
    arabic({ state: 'agreed', agreed: 1, mark: 'recording', markText: wordsIn('ar').marks.recording }),
  ),
  state('german', spoken('de', { purposes: choices, asker: LONG_NAME }), [320, 1280], 720),
  state('hindi', spoken('hi', { purposes: choices, people: 3, agreed: 1 }), [320], 720),
  state('japanese', spoken('ja', { purposes: choices }), [320], 720),
];
