import type { Facts } from '../facts.ts';

/** What the adapter rests on: the source of BigBlueButton's client, versions 2.7 to 3.1, whose names for its own tests are shipped to everybody. */
export const facts: Facts = {
  call: { grade: 1, how: 'dom', seen: '2026-11' },
  'meeting-id': {
    grade: 1,
    how: 'dom',
    seen: '2026-11',
    note: 'one join by its link; another link is another meeting',
  },
  people: {
    grade: 1,
    how: 'dom',
    seen: '2026-11',
    note: 'names only; read while Users is open, whole for a moderator; remembered while the count stays',
  },
  count: { grade: 1, how: 'dom', seen: '2026-11', note: 'from version 3.0 on' },
  host: { grade: 1, how: 'dom', seen: '2026-11' },
  'not-people': { grade: null, how: null, seen: null, note: 'whoever is listed is taken for a person' },
  'chat-read': { grade: 1, how: 'dom', seen: '2026-11', note: 'while the public chat is open' },
  'chat-write': { grade: 1, how: 'dom', seen: '2026-11', note: 'while the public chat is open and not locked' },
  'recording-mark': { grade: 1, how: 'dom', seen: '2026-11' },
  mute: { grade: 1, how: 'dom', seen: '2026-11' },
  exposed: { grade: 1, how: 'dom', seen: '2026-11' },
  leave: { grade: 1, how: 'dom', seen: '2026-11' },
};
