import { announcementIn } from '../../../src/consent/notices/announcement.ts';
import type { EpochId, ParticipantKey } from '../../../src/model/id.ts';
import type { PersonView } from '../../../src/model/panel.ts';
import { FLAGS, GROUNDS, NOT_MINIMUM, type ReasonView, type RequirementView } from '../../../src/model/requirement.ts';
import { AnnounceCard } from '../../../src/ui/panel/announce.tsx';
import { Law } from '../../../src/ui/panel/law.tsx';
import type { GalleryState } from '../state.ts';
import { LONG_NAME } from './banner.ts';
import { asked, key, levels, state as panelState, person, self, yes } from './panel.tsx';

export const reason = (change: Partial<ReasonView> = {}): ReasonView => ({
  because: 'law',
  asks: { rule: 'all-party', form: 'explicit' },
  decides: ['rule', 'form'],
  who: [key('Bob')],
  controller: false,
  known: ['declared'],
  place: 'DE',
  name: 'Germany',
  special: null,
  unlisted: [],
  detail: 'Recording the privately spoken word without leave is an offence.',
  statutes: ['StGB § 201', 'GDPR arts. 6, 13'],
  source: 'https://www.gesetze-im-internet.de/stgb/__201.html',
  seen: 'primary',
  confidence: 'high',
  reviewed: '2026-11-23',
  ...change,
});

export const requirement = (change: Partial<RequirementView> = {}): RequirementView => ({
  rule: 'all-party',
  form: 'explicit',
  law: { rule: 'all-party', form: 'explicit' },
  floor: 'product',
  noLegalMinimum: [],
  signedOff: null,
  flags: [],
  announcement: 'recommended',
  guardiansOf: [],
  reasons: [reason(), texas],
  ...change,
});

const texas = reason({
  who: [self.participant],
  known: ['settings'],
  place: 'US-TX',
  name: 'Texas',
  asks: { rule: 'one-party', form: 'none' },
  decides: [],
  statutes: ['Tex. Penal Code § 16.02'],
  source: 'statute known, not looked up',
  seen: 'none',
  confidence: 'low',
  detail: null,
});

export const nobodyKnows = (who: readonly ParticipantKey[]): ReasonView =>
  reason({
    because: 'place-unknown',
    who,
    known: [],
    place: 'XX',
    name: 'Unknown or conflicting location',
    statutes: ['product policy, no statute'],
    source: 'product policy',
    seen: 'none',
    detail: null,
  });

const people: readonly PersonView[] = [self, person('Bob'), person(LONG_NAME), person('נועה לוי')];
const crowd = Array.from({ length: 14 }, (_, n) => person(`Guest ${n + 1}`));

const state = (
  name: string,
  view: RequirementView,
  more: { widths?: readonly number[]; open?: boolean; direction?: 'rtl'; people?: readonly PersonView[] } = {},
): GalleryState => ({
  name: `panel-law-${name}`,
  screen: 'page',
  style: 'panel',
  widths: more.widths ?? [360],
  height: 760,
  open: more.open ?? false,
  direction: more.direction ?? 'ltr',
  draw: () => (
    <main class="panel">
      <h1>Panel</h1>
      <Law
        chat
        requirement={view}
        people={more.people ?? people}
        openPlaces={() => undefined}
        openSettings={() => undefined}
      />
    </main>
  ),
});

const announce = (name: string, level: number | null, heard: boolean): GalleryState => ({
  name: `panel-announce-${name}`,
  screen: 'page',
  style: 'panel',
  widths: [300, 420],
  height: 760,
  open: false,
  direction: 'ltr',
  // The time is long over in a picture, and so the same on every one of them.
  draw: () => (
    <main class="panel">
      <h1>Panel</h1>
      <AnnounceCard words={announcementIn('en')} level={level} heard={heard} until={0} said={() => undefined} />
    </main>
  ),
});

const described = asked({
  requirement: requirement({ flags: ['guardian-consent', 'location-unknown'] }),
  people: [
    { ...self, circumstances: { ...self.circumstances, places: ['US-TX'], known: 'settings' } },
    person('Bob', {
      guardian: 'needed',
      circumstances: { places: ['DE', 'AT'], known: 'host', residence: 'FR', minor: true, employee: true, phone: true },
    }),
    person('Chidi', { ...yes, circumstances: { ...self.circumstances, places: ['US-CA'], known: 'met-before' } }),
  ],
  because: [{ reason: 'waiting', people: [key('Bob')] }],
});

export const lawStates: readonly GalleryState[] = [
  panelState('person-law', described, { open: true, widths: [300, 500] }),
  // The time is long over in a picture, and so the same on every one of them.
  panelState('person-implied', asked({ people: [self, person('Bob', { state: 'seen', implied: { until: 0 } })] }), {
    widths: [300, 420],
  }),
  panelState('person-forgotten', described, { press: ['Chidi', 'Forget it for later meetings'] }),
  panelState('person-place', described, { press: ['Bob', 'Say where they are'] }),
  panelState('person-guardian', described, { press: ['Bob', 'Guardian agreed aloud'] }),
  panelState(
    'law-all',
    { ...described, announce: { epoch: 'ex' as EpochId, until: 0, words: announcementIn('de') } },
    { levels, widths: [300, 420] },
  ),
  announce('waits', 0.004, false),
  announce('heard', 0.2, true),
  announce('off', null, false),
  state('germany', requirement(), { widths: [300, 500] }),
  state('germany-open', requirement(), { open: true, widths: [300, 500] }),
  state(
    'unknown',
    requirement({ flags: ['location-unknown'], reasons: [nobodyKnows(crowd.map((one) => one.participant))] }),
    {
      people: crowd,
    },
  ),
  state(
    'floor',
    requirement({ law: { rule: 'one-party', form: 'none' }, reasons: [{ ...texas, decides: ['rule', 'form'] }] }),
  ),
  state('minimum-not', requirement({ floor: 'legal-minimum', noLegalMinimum: NOT_MINIMUM })),
  state('signed', requirement({ signedOff: { by: 'Dr. Aylin Demir, counsel', on: '2026-11-20' } })),
  state(
    'every-flag',
    requirement({
      flags: FLAGS,
      reasons: [reason({ because: 'special-category', who: [], known: [], place: null, name: null })],
    }),
    {
      widths: [300, 500],
    },
  ),
  state(
    'every-ground',
    requirement({
      reasons: GROUNDS.map((because) =>
        reason({
          because,
          special: because.startsWith('special-rule') ? 'biometrics' : null,
          who: [key(LONG_NAME), key('נועה לוי')],
          unlisted: because === 'place-unknown' ? ['ZZ'] : [],
          source: 'http://www.argedaten.at/php/cms_monitor.php?q=PUB-TEXT-ARGEDATEN&s=29205tur',
        }),
      ),
    }),
    { open: true, widths: [300, 500] },
  ),
  state('rtl', requirement({ reasons: [reason({ who: [key('נועה לוי')] }), texas] }), { open: true, direction: 'rtl' }),
];
