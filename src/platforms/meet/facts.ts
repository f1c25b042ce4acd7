import type { Facts } from '../facts.ts';

/** What the adapter rests on. Meet itself was never opened by us: these are the facts of open projects that run against it. */
export const facts: Facts = {
  call: { grade: 2, how: 'dom', seen: '2026-08' },
  'meeting-id': { grade: 2, how: 'dom', seen: '2026-08' },
  people: {
    grade: 2,
    how: 'dom',
    seen: '2026-08',
    note: 'read once while People is open; then remembered while the count stays',
  },
  count: { grade: 2, how: 'dom', seen: '2026-06' },
  host: { grade: 3, how: 'dom', seen: '2026-08', note: 'in English only' },
  'not-people': {
    grade: 3,
    how: 'dom',
    seen: '2026-08',
    note: 'presentations, in four languages; elsewhere a row too many',
  },
  'chat-read': {
    grade: 2,
    how: 'dom',
    seen: '2026-08',
    note: 'while the chat is open; grade 3 where it is Google Chat, in a frame',
  },
  'chat-write': {
    grade: 2,
    how: 'dom',
    seen: '2026-08',
    note: 'while the chat is open; grade 3 where it is Google Chat, in a frame',
  },
  'recording-mark': { grade: 3, how: 'dom', seen: '2026-08', note: 'the question when it begins, in English only' },
  mute: { grade: 3, how: 'dom', seen: '2026-08' },
  exposed: { grade: 4, how: 'dom', seen: '2026-08', note: 'who waits to be let in, told by the count' },
  leave: { grade: 2, how: 'dom', seen: '2026-08' },
};
