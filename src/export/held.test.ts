import { expect, test } from 'vitest';
import type { LogId, ParticipantKey } from '../model/id.ts';
import type { PersonRecord } from '../model/person.ts';
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
const held = [{ record, beside: { notes: 1, copies: 0, held: true, met: false } }];

test('as data it has every part, in one spelling', () => {
  const read = JSON.parse(heldText(held, AT));
  expect(read).toMatchObject({ format: HELD_FORMAT, version: 1, madeAt: '2026-03-02T09:00:00.000Z' });
  expect(read.meetings).toMatchObject([
    {
      names: ['Ana <b>'],
      recordings: [{ ms: 5000, deleted: false }],
      disclosedTo: [{ whom: '"the team"', carried: 'recording' }, { carried: 'own' }],
      notes: 1,
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
