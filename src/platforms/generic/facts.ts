import type { Fact, Facts } from '../facts.ts';

/** What all pages have in common: streams that play. The rest is the host's word. */
const none: Fact = { grade: null, how: null, seen: null };
const host: Fact = { grade: null, how: 'host', seen: null };

export const facts: Facts = {
  call: { grade: 1, how: 'dom', seen: '2026-11', note: 'streams that play; not in frames of other sites' },
  'meeting-id': { grade: 3, how: 'dom', seen: '2026-11', note: 'the address at which the call began' },
  people: { ...host, note: 'the host writes the list' },
  count: none,
  host: none,
  'not-people': none,
  'chat-read': none,
  'chat-write': none,
  'recording-mark': none,
  mute: { ...host, note: 'a switch in the panel' },
  exposed: none,
  leave: none,
};
