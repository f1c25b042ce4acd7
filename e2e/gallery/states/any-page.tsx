import type { PostId } from '../../../src/model/id.ts';
import { type PageView, type PanelView, SENSES, type SenseView } from '../../../src/model/panel.ts';
import type { GalleryState } from '../state.ts';
import { LONG_NAME } from './banner.ts';
import { asked, base, key, levels, person, preview, self, state, yes } from './panel.tsx';

/** The panel on a page that no adapter knows: the host writes the list, and asks and notes aloud. */
const seen = (now: Partial<Record<SenseView['sense'], SenseView['now']>>): SenseView[] =>
  SENSES.map((sense) => ({ sense, now: now[sense] ?? 'unknown' }));
const report = 'ask-to-record 0.1.0, self-test\nplatform generic, call\ncall: yes (dom, grade 1, seen 2026-11)';
const page: PageView = {
  list: 'host',
  chat: false,
  composer: null,
  opens: null,
  site: { host: 'meet.example', pattern: 'https://meet.example/*', kept: false },
  test: {
    senses: seen({
      call: 'works',
      people: 'by-host',
      count: 'fails',
      'chat-read': 'fails',
      'chat-write': 'fails',
      mute: 'by-host',
    }),
    lost: [],
    report,
  },
};
const host = person('', { self: true, state: 'unasked' });
const unread = { completeness: 'unknown', rows: 0, counter: null, confirmed: false } as const;
const written = { completeness: 'complete', rows: 3, counter: null, confirmed: true } as const;
const any = (change: Partial<PanelView>): PanelView => ({
  ...base,
  platform: 'generic',
  mute: 'unknown',
  microphone: { allowed: true, on: false },
  page,
  ...change,
});
const first = any({
  people: [host],
  roster: unread,
  because: [
    { reason: 'not-asked', people: [] },
    { reason: 'roster-unknown', people: [] },
  ],
});
const bob = person('Bob', { state: 'unasked' });
const noted = person('Chidi', { ...yes, grade: 'attested', channel: 'aloud' });
const own = person('', { ...self, participant: self.participant, name: '' });
const waiting = any({
  ...asked({
    people: [own, bob, noted],
    because: [{ reason: 'notice-not-shown', people: [key('Bob')] }],
    unsent: [{ post: 'mx' as PostId, outcome: 'refused', parts: [{ text: preview(), there: false }] }],
  }),
  platform: 'generic',
  mute: 'unknown',
  microphone: { allowed: true, on: false },
  page,
  roster: written,
});
const recording = {
  ...waiting,
  because: [],
  unsent: [],
  people: [own, noted],
  capture: { state: 'recording', since: null, keptMs: 61_000, keptBytes: 9_000_000, segments: 1, lastSeal: null },
} as const;
const lost = any({
  platform: 'sandbox',
  mute: 'live',
  page: {
    list: 'page',
    chat: true,
    composer: null,
    opens: null,
    site: null,
    test: {
      senses: seen({ call: 'works', people: 'fails', 'chat-read': 'fails' }),
      lost: ['people', 'chat-read'],
      report,
    },
  },
});

export const anyPageStates: readonly GalleryState[] = [
  state('any-no-call', any({ place: 'elsewhere', people: [], roster: null, because: [] })),
  state('any-first', first, { widths: [300, 420] }),
  state('any-listed', { ...first, people: [host, bob, person(LONG_NAME)], roster: written, because: [] }),
  state('any-waiting', waiting, { widths: [300, 420] }),
  state('any-again', { ...waiting, roster: unread, because: [{ reason: 'roster-partial', people: [] }] }),
  state('any-attest', waiting, { press: ['Bob', 'Agreed aloud'] }),
  state('any-rename', waiting, { press: ['Bob', 'Change name'] }),
  state('any-cross-out', waiting, { press: ['Bob', 'Has left'] }),
  state('any-recording', recording, { levels, widths: [300, 420] }),
  state('any-over', any({ place: 'left', people: [host, bob] })),
  state('any-kept', { ...first, page: { ...page, site: { ...(page.site ?? { host: '', pattern: '' }), kept: true } } }),
  state('any-open', waiting, { open: true, widths: [300, 420] }),
  state('lost', lost, { open: true }),
];
