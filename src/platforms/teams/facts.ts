import type { Facts } from '../facts.ts';

/** What the adapter rests on. Teams itself was never opened by us: these are the facts of open projects that run against it. */
export const facts: Facts = {
  call: { grade: 2, how: 'dom', seen: '2026-09' },
  'meeting-id': {
    grade: 2,
    how: 'dom',
    seen: '2026-08',
    note: 'from the address, which soon loses it; a call joined from the calendar has an id of ours, and a page loaded anew is a new meeting',
  },
  people: {
    grade: 2,
    how: 'dom',
    seen: '2026-08',
    note: 'read once while People is open; then remembered while the count stays. From 20 people on the list has pages, all to be opened',
  },
  count: { grade: 2, how: 'dom', seen: '2026-09', note: 'on the button of People, and in the title of the open list' },
  host: { grade: 2, how: 'dom', seen: '2026-08', note: 'the organiser, while People is open' },
  'not-people': { grade: null, how: null, seen: null },
  'chat-read': {
    grade: 2,
    how: 'dom',
    seen: '2026-08',
    note: 'while the meeting’s chat is open and at its end, and the call is no small window; when each was written is its id',
  },
  'chat-write': { grade: 2, how: 'dom', seen: '2026-08', note: 'not for guests whose chat is locked' },
  'recording-mark': { grade: null, how: null, seen: null },
  mute: { grade: 2, how: 'dom', seen: '2026-09' },
  exposed: {
    grade: 2,
    how: 'dom',
    seen: '2026-08',
    note: 'who waits in the lobby; what stands beside the small window of a call',
  },
  leave: { grade: 2, how: 'dom', seen: '2026-09' },
};
