import type { Fact, Facts } from '../facts.ts';

/** Read in the source of jitsi/jitsi-meet of 2025-26. Which version a server runs is its own matter. */
const store: Fact = { grade: 1, how: 'api', seen: '2026-11' };
const dom: Fact = { grade: 1, how: 'dom', seen: '2026-11' };

export const facts: Facts = {
  call: store,
  'meeting-id': { ...dom, note: 'the room in the address, and the breakout room' },
  people: { ...store, note: 'whoever looks on as a visitor is in no list, and then it is not whole' },
  count: store,
  host: { ...store, note: 'moderators' },
  'not-people': { ...store, note: 'shared screens and videos, whiteboards, hidden recorders' },
  'chat-read': {
    ...store,
    note: 'with the chat closed too, and when each was written; private messages count as nobody’s',
  },
  'chat-write': { ...store, note: 'with the chat closed too; not while it is turned to one person' },
  'recording-mark': { ...store, note: 'its own, streams, and recordings on somebody’s computer that it tells of' },
  mute: store,
  exposed: store,
  leave: dom,
};
