import { expect, test } from 'vitest';
import type { PersonRecord } from '../model/person.ts';
import { heldPage, heldText } from './held.ts';

const AT = Date.UTC(2026, 2, 2, 9);
const minute = (n: number) => AT + n * 60_000;

const record = {
  log: 'lAAAAAAAAAAAA',
  platform: 'sandbox',
  meeting: 'room',
  openedAt: AT,
  lastAt: AT,
  participant: 'pAAAAAAAAAAAA',
  ids: ['pAAAAAAAAAAAA', 'pBBBBBBBBBBBB'],
  name: 'Ana Silva',
  names: ['Ana', 'Ana S.', 'Ana Silva'],
  self: false,
  account: 'ana@site',
  live: false,
  state: 'withdrawn',
  answers: [
    {
      index: 4,
      at: minute(1),
      answer: 'consented',
      purposes: ['quality', 'training'],
      media: 'sound',
      grade: 'chat',
      channel: 'chat',
      words: 'Yes, “fully”\n[atr1 x]',
    },
    {
      index: 6,
      at: minute(2),
      answer: 'withdrawn',
      purposes: [],
      media: 'sound',
      grade: 'attested',
      channel: 'aloud',
      words: '',
    },
  ],
  story: [
    { index: 2, at: AT, kind: 'participant-joined', text: 'Ana <b> joined.' },
    { index: 4, at: minute(1), kind: 'answered', text: 'Ana agreed.' },
  ],
  recordings: [
    { epoch: 'eAAAAAAAAAAAA', openedAt: minute(1), ms: 5600, media: 'sound+picture', deleted: false, others: 2 },
    { epoch: 'eBBBBBBBBBBBB', openedAt: minute(3), ms: 9000, media: 'sound', deleted: true, others: 1 },
  ],
  exports: [
    {
      index: 9,
      at: minute(5),
      format: 'webm',
      carried: 'recording',
      told: '2026-11-11',
      owed: false,
      whom: 'the team',
    },
    { index: 10, at: minute(6), format: 'csv', carried: 'log', told: null, owed: false, whom: '' },
    { index: 11, at: minute(7), format: 'receipt', carried: 'own', told: null, owed: false, whom: '' },
  ],
  requests: [
    {
      log: 'lAAAAAAAAAAAA',
      index: 12,
      what: 'erasure',
      way: 'chat',
      at: minute(8),
      words: 'delete me',
      state: 'refused',
      why: 'hold',
      endedAt: minute(9),
      due: { at: minute(10), noted: { why: 'complex', told: '2026-03-03' } },
    },
    {
      log: 'lAAAAAAAAAAAA',
      index: 13,
      what: 'copy',
      way: 'panel',
      at: minute(11),
      words: '',
      state: 'open',
      why: null,
      endedAt: null,
      due: { at: minute(12), noted: null },
    },
  ],
  erased: false,
} as unknown as PersonRecord;
const notes = { opened: [], missing: [] };
const whole = { record, beside: { notes: 3, copies: 4, held: false, met: true }, notes };

/** A meeting in which nothing is left of their names, and nothing else was ever there. */
const bare = {
  record: { ...record, names: [], account: null, answers: [], story: [], recordings: [], exports: [], requests: [] },
  beside: { notes: 0, copies: 0, held: true, met: false },
  notes,
};

/** What somebody reads of it, a row, an item or a paragraph a line. */
function read(html: string): string[] {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<\/th>/g, ': ')
    .replace(/<\/(?:h1|h3|li|p)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

test('the page says all of a meeting, each thing under its name, and what is not there', () => {
  expect(read(heldPage([whole, bare], AT))).toEqual([
    'What is held about Ana Silva',
    'What is held about you',
    'Ana Silva · 2026-03-02 09:00 UTC',
    'This is everything that the host’s Ask to Record holds about you. The same lies beside this page as data (held.json), with your receipts, which prove your own entries.',
    'Recordings are not in here, because others are heard in them: ask the host. You may ask to have something corrected or erased, take your yes back at any time, and complain to a data protection authority.',
    'Meeting of 2026-03-02 09:00 UTC',
    'Names: Ana, Ana S., Ana Silva',
    'Account on the site: ana@site',
    '2026-03-02 09:01 UTC: consented (quality, training): “Yes, “fully””',
    '2026-03-02 09:02 UTC: withdrawn',
    'Notes and scores about recordings of you: 3',
    'Voice-masked copies: 4',
    'Where you are, for later meetings: remembered',
    'Legal hold: no',
    'Recordings that you are in',
    '2026-03-02 09:01 UTC: 6 s, sound+picture',
    '2026-03-02 09:03 UTC: deleted',
    'Who was given something with you in it',
    '2026-03-02 09:05 UTC: a recording, for: the team (told on 2026-11-11 of what was corrected or erased)',
    '2026-03-02 09:06 UTC: the log (csv), for: not written down',
    'What you asked for',
    '2026-03-02 09:08 UTC: erasure, refused',
    '2026-03-02 09:11 UTC: copy, open',
    'Entries about you',
    '2026-03-02 09:00 UTC: Ana &lt;b&gt; joined.',
    '2026-03-02 09:01 UTC: Ana agreed.',
    'Meeting of 2026-03-02 09:00 UTC',
    'Names: erased',
    'Account on the site: none known',
    'Notes and scores about recordings of you: 0',
    'Voice-masked copies: 0',
    'Where you are, for later meetings: not remembered',
    'Legal hold: yes: it is kept although its time may be over',
  ]);
});

test('what was written about them is under its own heading, and a name that is gone is nobody’s', () => {
  const review = { id: 'r', epoch: 'e', is: 'note', writtenAt: AT, ms: null, by: '', text: '', tags: [], agent: '' };
  const opened = [{ ...review, card: '', criteria: [], scores: {} }] as never;
  const lines = read(heldPage([{ ...bare, notes: { opened, missing: [] } }], AT));
  expect(lines.slice(0, 3)).toEqual(['What is held about you', 'What is held about you', '2026-03-02 09:00 UTC']);
  expect(lines.slice(-2)).toEqual(['What was written about recordings of you', '2026-03-02 09:00 UTC: a note']);
});

test('the data say the same, with the entry that each thing is', () => {
  const [meeting] = JSON.parse(heldText([whole], AT)).meetings;
  const at = (n: number) => new Date(minute(n)).toISOString();
  expect(meeting).toEqual({
    log: 'lAAAAAAAAAAAA',
    platform: 'sandbox',
    openedAt: at(0),
    participants: ['pAAAAAAAAAAAA', 'pBBBBBBBBBBBB'],
    names: ['Ana', 'Ana S.', 'Ana Silva'],
    account: 'ana@site',
    consent: 'withdrawn',
    answers: [
      {
        entry: 4,
        at: at(1),
        answer: 'consented',
        purposes: ['quality', 'training'],
        media: 'sound',
        grade: 'chat',
        channel: 'chat',
        words: 'Yes, “fully”\n[atr1 x]',
      },
      {
        entry: 6,
        at: at(2),
        answer: 'withdrawn',
        purposes: [],
        media: 'sound',
        grade: 'attested',
        channel: 'aloud',
        words: '',
      },
    ],
    recordings: [
      { part: 'eAAAAAAAAAAAA', at: at(1), ms: 5600, media: 'sound+picture', deleted: false },
      { part: 'eBBBBBBBBBBBB', at: at(3), ms: 9000, media: 'sound', deleted: true },
    ],
    disclosedTo: [
      { entry: 9, at: at(5), format: 'webm', carried: 'recording', whom: 'the team', told: '2026-11-11' },
      { entry: 10, at: at(6), format: 'csv', carried: 'log', whom: '', told: null },
      { entry: 11, at: at(7), format: 'receipt', carried: 'own', whom: '', told: null },
    ],
    requests: [
      {
        entry: 12,
        what: 'erasure',
        way: 'chat',
        at: at(8),
        words: 'delete me',
        state: 'refused',
        refusedBecause: 'hold',
        answerBy: at(10),
        takesLongerBecause: 'complex',
        endedAt: at(9),
      },
      {
        entry: 13,
        what: 'copy',
        way: 'panel',
        at: at(11),
        words: '',
        state: 'open',
        refusedBecause: null,
        answerBy: at(12),
        takesLongerBecause: null,
        endedAt: null,
      },
    ],
    entries: [
      { entry: 2, at: at(0), text: 'Ana <b> joined.' },
      { entry: 4, at: at(1), text: 'Ana agreed.' },
    ],
    notes: 3,
    reviews: [],
    reviewsMissing: [],
    maskedCopies: 4,
    legalHold: false,
    placeRemembered: true,
  });
  expect(JSON.parse(heldText([], AT))).toEqual({
    format: 'ask-to-record-held',
    version: 1,
    madeAt: at(0),
    meetings: [],
  });
});

test('what is missing in one meeting is missing in the whole', () => {
  const lacking = { ...whole, notes: { opened: [], missing: [{ why: 'locked', n: 1 } as const] } };
  for (const of of [
    [lacking, whole],
    [whole, lacking],
  ])
    expect(heldPage(of, AT)).toContain('but for the notes that are named as missing below');
});
