import type { Fact, Facts } from '../facts.ts';
import { facts as generic } from '../generic/facts.ts';

/** What is known of its page is of 2020 to 2022, so nothing rests on it but the address of a room. */
const address: Fact = { grade: 3, how: 'dom', seen: '2025-06', note: 'the room in the address' };

export const facts: Facts = {
  ...generic,
  call: { grade: 3, how: 'dom', seen: '2025-06', note: 'streams that play, at the address of a room' },
  'meeting-id': address,
};
