import type { Fact, Facts } from '../facts.ts';

/** Our own page: its contract is e2e/sites/sandbox/README.md. */
const sure: Fact = { grade: 1, how: 'dom', seen: '2026-11' };
const none: Fact = { grade: null, how: null, seen: null };

export const facts: Facts = {
  call: sure,
  'meeting-id': sure,
  people: sure,
  count: sure,
  host: sure,
  'not-people': { ...none, note: 'it has people only' },
  'chat-read': { ...sure, note: 'while the chat is open' },
  'chat-write': { ...sure, note: 'while the chat is open' },
  'recording-mark': { ...none, note: 'it does not record' },
  mute: sure,
  exposed: { ...none, note: 'it has no private chat and no lobby list' },
  leave: sure,
};
