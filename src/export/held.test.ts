import { expect, test } from 'vitest';
import type { LogId, ParticipantKey } from '../model/id.ts';
import {
  type HeldNotes,
  type HeldReview,
  isWholeCopy,
  NOTES_MISSING,
  type NotesMissing,
  type PersonRecord,
} from '../model/person.ts';
import { HELD_FORMAT, heldPage, heldText } from './held.ts';

const AT = Date.UTC(2026, 2, 2, 9);
const record: PersonRecord = {
  log: 'lAAAAAAAAAAAA' as LogId,
  platform: 'sandbox',
  meeting: 'room',
  openedAt: AT,
  lastAt: AT,
  participant: 'pAAAAAAAAAAAA' as ParticipantKey,
  ids: ['pAAAAAAAAAAAA' as ParticipantKey],
  name: 'Ana <b>',
  names: ['Ana <b>'],
  self: false,
  account: null,
  live: false,
  state: 'given',
  answers: [],
  story: [{ index: 2, at: AT, kind: 'participant-joined', text: 'Ana <b> joined.' }],
  recordings: [{ epoch: 'eAAAAAAAAAAAA' as never, openedAt: AT, ms: 5000, media: 'sound', deleted: false, others: 2 }],
  exports: [
    { index: 9, at: AT, format: 'webm', carried: 'recording', told: '2026-11-11', owed: false, whom: '"the team"' },
    { index: 10, at: AT, format: 'receipt', carried: 'own', told: null, owed: false, whom: '' },
  ],
  requests: [],
  erased: false,
};
const note: HeldReview = {
  id: 'rAAAAAAAAAAAA',
  epoch: 'eAAAAAAAAAAAA' as never,
  is: 'note',
  writtenAt: AT,
  ms: 65_000,
  by: 'Rosa',
  text: 'told the <i>wrong</i> price',
  tags: ['price', 'complaint'],
  agent: '',
  card: '',
  criteria: [],
  scores: {},
};
const card: HeldReview = {
  ...note,
  id: 'rBBBBBBBBBBBB',
  is: 'scores',
  ms: null,
  by: '',
  text: '',
  tags: [],
  agent: 'Héctor',
  card: 'Call',
  criteria: [
    { name: 'Tone', scale: '1-5', weight: 1 },
    { name: 'Greeting', scale: 'yes-no', weight: 2 },
    { name: 'End', scale: 'yes-no', weight: 1 },
    { name: 'Help', scale: '1-10', weight: 1 },
  ],
  scores: { Tone: 2, Greeting: 1, End: 0, Help: null },
};
const notes: HeldNotes = { opened: [note, card], missing: [] };
const held = [{ record, beside: { notes: 2, copies: 0, held: true, met: false }, notes }];
const lacking = (...missing: HeldNotes['missing']) =>
  held.map((one) => ({ ...one, notes: { opened: [], missing } satisfies HeldNotes }));

test('as data it has every part, in one spelling', () => {
  const read = JSON.parse(heldText(held, AT));
  expect(read).toMatchObject({ format: HELD_FORMAT, version: 1, madeAt: '2026-03-02T09:00:00.000Z' });
  expect(read.meetings).toMatchObject([
    {
      names: ['Ana <b>'],
      recordings: [{ ms: 5000, deleted: false }],
      disclosedTo: [{ whom: '"the team"', carried: 'recording' }, { carried: 'own' }],
      notes: 2,
      reviewsMissing: [],
      legalHold: true,
    },
  ]);
});

test('as a page it escapes what others wrote, runs nothing, and lists whoever got something of them', () => {
  const page = heldPage(held, AT);
  expect(page).toContain('Ana &lt;b&gt; joined.');
  expect(page).not.toContain('Ana <b>');
  expect(page).not.toMatch(/<script|https?:/);
  expect(page).toContain("default-src 'none'");
  expect(page.match(/for: /g)).toHaveLength(1);
});

test('what reviewers wrote is in it with its text, tags, scores and who wrote it', () => {
  const [meeting] = JSON.parse(heldText(held, AT)).meetings;
  expect(meeting.reviews).toEqual([
    {
      id: 'rAAAAAAAAAAAA',
      part: 'eAAAAAAAAAAAA',
      is: 'note',
      at: '2026-03-02T09:00:00.000Z',
      ms: 65_000,
      by: 'Rosa',
      text: 'told the <i>wrong</i> price',
      tags: ['price', 'complaint'],
      agent: '',
      card: '',
      criteria: [],
      scores: {},
    },
    expect.objectContaining({ is: 'scores', ms: null, criteria: card.criteria, scores: card.scores }),
  ]);
  const page = heldPage(held, AT);
  expect(page).toContain(
    '2026-03-02 09:00 UTC: a note by Rosa, at 1:05 of the recording, tagged price, complaint: “told the &lt;i&gt;wrong&lt;/i&gt; price”',
  );
  expect(page).toContain(
    'scores on the card “Call”, of Héctor’s call: Tone: 2 of 5; Greeting: yes; End: no; Help: not scored',
  );
  expect(page).not.toContain('missing');
});

test('a note without words, tags or writer, and scores with a comment, are read as they are', () => {
  const bare = { ...note, by: '', text: '', tags: [], ms: null };
  const page = heldPage(
    [{ ...held[0], notes: { ...notes, opened: [bare, { ...card, agent: '', text: 'curt' }] } }] as never,
    AT,
  );
  expect(page).toContain('2026-03-02 09:00 UTC: a note</li>');
  expect(page).toContain('scores on the card “Call”: Tone: 2 of 5; Greeting: yes; End: no; Help: not scored; “curt”');
});

test.each(NOTES_MISSING)('what is %s is not left out without a word, and how to get it', (why) => {
  const of = lacking({ why, n: 2 });
  const page = heldPage(of, AT);
  expect(page).toContain('but for the notes that are named as missing below');
  expect(page).toMatch(/2 notes or score cards about recordings of you are missing in this copy\. [^<]+Ask the host/);
  expect(heldPage(lacking({ why, n: 1 }), AT)).toContain('1 note or score card about recordings of you is missing');
  expect(JSON.parse(heldText(of, AT)).meetings).toMatchObject([
    { notes: 2, reviews: [], reviewsMissing: [{ why, count: 2 }] },
  ]);
});

test('a copy is whole when nothing is missing that somebody could still open', () => {
  const whole = (...why: NotesMissing[]) =>
    isWholeCopy({ opened: [], missing: why.map((one) => ({ why: one, n: 1 })) });
  expect([whole(), whole('refused', 'unreadable')]).toEqual([true, true]);
  expect([whole('locked'), whole('refused', 'others')]).toEqual([false, false]);
});
