import type { AskedView, BannerView } from '../../../src/model/banner.ts';
import type { AskId } from '../../../src/model/id.ts';
import { bannerCss } from '../../../src/ui/banner/css.ts';
import { askedEn, bannerEn } from '../../../src/ui/words/banner-en.ts';
import type { GalleryState } from '../state.ts';

export const LONG_NAME = 'Maximiliane-Theodora von Hohenlohe-Schillingsfürst (Guest 2)';

const asked: AskedView = {
  ask: 'aAAAAAAAAAAAA' as AskId,
  asker: 'Ana',
  unverified: false,
  notice:
    'Ana asks: may we record this conversation?\nFor meeting notes. Sound and the picture that Ana sees. Kept for 30 days, then deleted.\nTo agree, write “I agree” here. To decline, write “no”. Nothing is recorded before everyone has agreed.',
  media: 'sound+picture',
  purposes: [{ purpose: 'notes', required: true }],
  purposeNames: askedEn.purposes,
  what: askedEn.what['sound+picture'],
  keep: askedEn.keep.other.replace('{days}', '30'),
  state: 'requested',
  people: 1,
  agreed: 0,
  mark: 'asked',
  markText: askedEn.marks.asked,
  paste: '',
};

const view = (...changes: Partial<AskedView>[]): BannerView => ({
  asks: changes.map((change) => ({ ...asked, ...change })),
  texts: bannerEn,
  language: 'en',
  direction: 'ltr',
  style: bannerCss,
});

const choices: AskedView['purposes'] = [
  { purpose: 'quality', required: true },
  { purpose: 'training', required: true },
  { purpose: 'research', required: false },
  { purpose: 'publication', required: false },
];

const hebrew = {
  ...bannerEn,
  title: '{asker} מבקשת: האם אפשר להקליט את השיחה הזאת?',
  purposes: 'המטרה:',
  optional: 'לבחירתך:',
  free: 'סירוב לא עולה דבר: הפגישה נמשכת בלי הקלטה.',
  posted: 'התשובה שלך תפורסם בצ׳אט בשמך.',
  company: 'האם יש איתך מישהו שאפשר לשמוע?',
  companyCount: 'אנשים כאן, כולל אותך',
  agree: 'מסכים',
  later: 'לא עכשיו',
  decline: 'מסרב',
  withdraw: 'ביטול ההסכמה',
  more: 'הצגת ההודעה המלאה',
  agreed: 'הסכמת.',
};
const rtl = (change: Partial<AskedView>): BannerView => ({
  ...view({
    asker: 'נועה',
    what: 'יוקלטו הקול והתמונה שהמארחת רואה.',
    keep: 'ההקלטה נשמרת 30 ימים במחשב של המארחת ואז נמחקת.',
    purposeNames: { notes: 'סיכום פגישה' },
    ...change,
  }),
  texts: hebrew,
  language: 'he',
  direction: 'rtl',
});

const state = (
  name: string,
  drawn: BannerView,
  widths: readonly number[] = [360, 1280],
  height = 640,
  before: BannerView | null = null,
  press: readonly string[] = [],
): GalleryState => ({ name: `banner-${name}`, screen: 'banner', view: drawn, before, widths, height, press });

const recording = { mark: 'recording', markText: askedEn.marks.recording } as const;

export const bannerStates: readonly GalleryState[] = [
  state('requested', view({}), [320, 1280]),
  state('requested-choices', view({ purposes: choices }), [320, 1600], 720),
  state('requested-long', view({ asker: LONG_NAME, purposes: choices, unverified: true }), [320, 1280], 720),
  state('requested-low', view({ purposes: choices }), [640], 360),
  state('requested-company', view({ people: 3, agreed: 1 })),
  state('posting', view({ state: 'posting' }), [360, 1280], 640, view({})),
  state('posting-withdrawal', view({ state: 'posting', mark: 'recording', markText: askedEn.marks.recording })),
  state(
    'not-sent',
    view({
      state: 'not-sent',
      paste: 'I agree to be recorded. [ATR1:y:aAAAAAAAAAAAA:Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4]',
    }),
  ),
  state('later', view({ state: 'later' })),
  state('agreed-asked', view({ state: 'agreed', agreed: 1 })),
  state('agreed-recording', view({ state: 'agreed', agreed: 1, ...recording })),
  state('agreed-paused', view({ state: 'agreed', agreed: 1, mark: 'paused', markText: askedEn.marks.paused })),
  state('agreed-stopped', view({ state: 'agreed', agreed: 1, mark: 'stopped', markText: askedEn.marks.stopped })),
  state('withdraw-sure', view({ state: 'agreed', agreed: 1, ...recording }), [320, 1280], 640, null, ['Withdraw']),
  state('declined', view({ state: 'declined' })),
  state('withdrawn', view({ state: 'withdrawn', mark: 'stopped', markText: askedEn.marks.stopped })),
  state('ended', view({ state: 'ended', mark: 'ended', markText: askedEn.marks.ended })),
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
  state('rtl-requested', rtl({}), [320, 1280]),
  state('rtl-agreed', rtl({ state: 'agreed', agreed: 1, mark: 'recording', markText: 'מקליטים' })),
];
