import type { LogId, ParticipantKey } from '../../../src/model/id.ts';
import type { ListedRequest, RequestDue } from '../../../src/model/person.ts';
import type { RequestsShown } from '../../../src/ui/requests/intents.ts';

const NOW = Date.UTC(2026, 10, 12, 10);
const days = (n: number) => NOW + n * 86_400_000;
const nothing = () => undefined;

export const gdpr = (at: number): RequestDue => ({
  at,
  law: 'GDPR',
  source: 'GDPR art. 12(3)',
  longer: { at: at + 61 * 86_400_000, law: 'GDPR', source: 'GDPR art. 12(3)' },
  noted: null,
  guessed: false,
});
export const guessed = (at: number): RequestDue => ({
  at,
  law: 'Law 25.326 (Argentina)',
  source: 'Ley 25.326 art. 16(2)',
  longer: null,
  noted: null,
  guessed: true,
});

/** It takes longer, and they were told so. */
export const taken = (at: number): RequestDue => ({
  at,
  law: 'GDPR',
  source: 'GDPR art. 12(3)',
  longer: null,
  noted: { why: 'complex', told: '2026-11-10' },
  guessed: false,
});

const listed = (change: Partial<ListedRequest>): ListedRequest => ({
  log: 'lAAAAAAAAAAAA' as LogId,
  participant: 'pAAAAAAAAAAAA' as ParticipantKey,
  index: 30,
  what: 'copy',
  way: 'file',
  at: days(-4),
  state: 'open',
  why: null,
  endedAt: null,
  due: gdpr(days(26)),
  ...change,
});

export const listedRequests: readonly ListedRequest[] = [
  listed({}),
  listed({ index: 31, what: 'erasure', way: 'chat', at: days(-9), due: guessed(days(2)) }),
  listed({ index: 32, what: 'correction', way: 'host', at: days(-40), due: gdpr(days(-10)) }),
  listed({ index: 33, what: 'erasure', at: days(-60), state: 'refused', why: 'hold', endedAt: days(-50) }),
];

export const noRequests: RequestsShown = {
  all: [],
  taking: { state: 'none' },
  now: NOW,
  take: nothing,
  cancel: nothing,
};
