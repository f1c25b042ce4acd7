import type { Facts } from '../facts.ts';

/** What the adapter rests on. Webex itself was never opened by us: each of these is one project's word, and none is sure. */
export const facts: Facts = {
  call: { grade: 3, how: 'dom', seen: '2026-08', note: 'two signs must agree' },
  'meeting-id': { grade: 3, how: 'dom', seen: '2026-08', note: 'the address by which one came' },
  people: {
    grade: 3,
    how: 'dom',
    seen: '2026-08',
    note: 'names only; while the list is open beside the chat; oneself by one’s name',
  },
  count: { grade: 3, how: 'dom', seen: '2026-08', note: 'while the list is open' },
  host: { grade: null, how: null, seen: null },
  'not-people': { grade: null, how: null, seen: null, note: 'whoever is listed is taken for a person' },
  'chat-read': { grade: 3, how: 'dom', seen: '2026-08', note: 'while the chat is open' },
  'chat-write': { grade: 3, how: 'dom', seen: '2026-08', note: 'while the chat is open; to whom it goes is not seen' },
  'recording-mark': { grade: null, how: null, seen: null },
  mute: { grade: 3, how: 'dom', seen: '2026-08', note: 'in English only' },
  exposed: { grade: 3, how: 'dom', seen: '2026-08', note: 'private lines, in English only' },
  leave: { grade: 3, how: 'dom', seen: '2026-08' },
};
