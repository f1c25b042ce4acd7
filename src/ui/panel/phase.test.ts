import { describe, expect, it } from 'vitest';
import type { Reason } from '../../model/gate.ts';
import type { ParticipantKey } from '../../model/id.ts';
import type { PanelView, PersonView } from '../../model/panel.ts';
import { isInMeeting, PHASES, peopleHere, phaseOf, waitingFor } from './phase.ts';

const terms = {
  purposes: [{ purpose: 'notes', required: true }],
  media: 'sound',
  keepDays: 30,
  proofDays: 365,
} as const;

function person(name: string, change: Partial<PersonView> = {}): PersonView {
  return {
    participant: `p${name}` as ParticipantKey,
    name,
    self: false,
    present: true,
    stable: true,
    state: 'given',
    grade: 'signed',
    channel: 'banner',
    words: '',
    answeredAt: 0,
    people: 1,
    agreed: 1,
    sameAs: null,
    confusable: false,
    noteTaker: false,
    circumstances: { places: [], known: null, residence: null, minor: false, employee: false, phone: false },
    guardian: 'none',
    needs: 'explicit',
    implied: null,
    ...change,
  };
}

function view(change: Partial<PanelView> = {}, ...reasons: Reason[]): PanelView {
  return {
    platform: 'sandbox',
    place: 'call',
    armed: true,
    people: [person('Ana', { self: true }), person('Bob')],
    roster: null,
    ask: { ...terms, askedAt: 0, notice: '', languages: { language: 'en', also: null }, posted: 'shown' },
    languages: { language: 'en', also: null },
    doubts: [],
    because: reasons.map((reason) => ({ reason, people: [] })),
    capture: { state: 'idle', since: null, keptMs: 0, keptBytes: 0, segments: 0, lastSeal: null },
    pause: null,
    shortcut: '',
    mute: 'live',
    microphone: { allowed: true, on: true },
    unsent: [],
    terms,
    fixed: { terms: [], languages: [], by: null },
    freeBytes: null,
    bytesPerSecond: null,
    script: '',
    trouble: null,
    page: null,
    warnings: [],
    requests: [],
    requirement: null,
    announce: null,
    ...change,
  };
}
const capture = (state: PanelView['capture']['state']) => ({ capture: { ...view().capture, state } });

const anyPage: PanelView['page'] = {
  list: 'host',
  chat: false,
  composer: null,
  opens: null,
  site: null,
  test: { senses: [], lost: [], report: '' },
};

describe('the phase of the panel', () => {
  it('on a page that no adapter knows, is no call before one is seen, and over after it', () => {
    const at = (place: PanelView['place']) => phaseOf(view({ platform: 'generic', place, page: anyPage, ask: null }));
    expect([at('elsewhere'), at('call'), at('left')]).toEqual(['no-call', 'ready', 'over']);
    for (const phase of PHASES) expect(isInMeeting(phase), phase).toBe(!/^(?:loading|no-|lobby|left|over)/.test(phase));
  });

  it('says no meeting in a second tab of it: the first one asks and records', () => {
    expect(phaseOf(view({ trouble: 'other-tab', ask: null }))).toBe('no-meeting');
  });

  it('says recording whenever capture runs, whatever else is wrong', () => {
    expect(phaseOf(view({ ...capture('recording'), trouble: 'silent-capture', armed: false }, 'not-armed'))).toBe(
      'recording',
    );
  });

  it('never says recording when capture does not run', () => {
    for (const state of ['idle', 'paused', 'stopped'] as const)
      expect(phaseOf(view(capture(state)))).not.toBe('recording');
  });

  it('tells the host’s own orders before what else is missing', () => {
    expect(phaseOf(view({ ...capture('paused'), armed: false }, 'paused', 'not-armed'))).toBe('paused');
    expect(phaseOf(view({}, 'going-on-without', 'waiting'))).toBe('without');
  });

  it('wants the toolbar button before the question', () => {
    expect(phaseOf(view({ armed: false, ask: null }, 'not-armed', 'not-asked'))).toBe('not-armed');
    expect(phaseOf(view({ ask: null }, 'not-asked'))).toBe('ready');
  });

  it('tells a refusal before those who are still to answer', () => {
    const people = [person('Ana'), person('Bob', { state: 'refused' }), person('Chidi', { state: 'requested' })];
    expect(phaseOf(view({ people }, 'waiting', 'refused'))).toBe('refused');
  });

  it('is paused when the words that must be heard were not said: the host goes on with a press', () => {
    expect(phaseOf(view({}, 'announcement-missing'))).toBe('paused');
    expect(phaseOf(view({}, 'announcement-missing', 'refused'))).toBe('refused');
  });

  it('is held when everybody agreed and something else is open', () => {
    expect(phaseOf(view({}, 'counter-differs'))).toBe('held');
  });

  it('loads until there is a view', () => expect(phaseOf(null)).toBe('loading'));
});

describe('people', () => {
  it('counts a second device and who has left no more', () => {
    const phone = person('Bob phone', { sameAs: 'pBob' as ParticipantKey, state: 'requested' });
    const gone = person('Chidi', { present: false, state: 'requested' });
    const all = view({ people: [person('Bob', { state: 'requested' }), phone, gone] });
    expect(peopleHere(all).map((one) => one.name)).toEqual(['Bob']);
    expect(waitingFor(all).map((one) => one.name)).toEqual(['Bob']);
  });
});
