import type { Facts } from '../facts.ts';

/** What the adapter rests on. Zoom itself was never opened by us: these are the facts of open projects that run against it. */
export const facts: Facts = {
  call: { grade: 2, how: 'dom', seen: '2026-07' },
  'meeting-id': { grade: 2, how: 'dom', seen: '2026-08' },
  people: {
    grade: 2,
    how: 'dom',
    seen: '2026-07',
    note: 'names only; whole while the list is open and short enough to be in the page',
  },
  count: { grade: 2, how: 'dom', seen: '2026-07' },
  host: { grade: 3, how: 'dom', seen: '2026-07', note: 'in English only' },
  'not-people': { grade: null, how: null, seen: null, note: 'who is listed is taken for a person' },
  'chat-read': { grade: 2, how: 'dom', seen: '2026-07', note: 'while the chat is open, at its end' },
  'chat-write': { grade: 2, how: 'dom', seen: '2026-07', note: 'while the chat is open, and to everybody' },
  'recording-mark': { grade: 2, how: 'dom', seen: '2026-07' },
  mute: { grade: 3, how: 'dom', seen: '2026-07' },
  exposed: { grade: 3, how: 'dom', seen: '2026-07', note: 'private lines; the waiting room by an old name' },
  leave: { grade: 2, how: 'dom', seen: '2026-07' },
};
