import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Receipt } from '../log/receipt.ts';
import { ASK, NINE } from '../log/testdata/meeting.ts';
import { ed25519Of } from '../model/ed25519.ts';
import type { MyConsent } from '../model/my-consent.ts';
import { lookAt } from './given-file.ts';

const verify = ed25519Of(crypto.subtle);
const read = (name: string) => readFileSync(new URL(`./testdata/${name}.json`, import.meta.url), 'utf8');
const addendum = read('addendum');
const [{ size, root } = { size: 0, root: '' }] = (JSON.parse(addendum) as Receipt).roots;

/** What Ana kept of the meeting that the addendum is of. */
const kept = (change: Partial<MyConsent> = {}): MyConsent =>
  ({
    ask: ASK,
    roots: [{ at: NINE, epoch: 'eAAAAAAAAAAAA', size, hash: root }],
    answers: [{ at: NINE, answer: 'withdrawn', purposes: [], signed: null }],
    given: [],
    ...change,
  }) as unknown as MyConsent;
const earlier = (text: string) => [{ text, verdict: 'valid' }] as unknown as MyConsent['given'];

it('a receipt of the log that was seen is the same, with the one before it as well', async () => {
  const found = await lookAt(addendum, verify);
  expect([found.kind, found.verdict, found.isAbout(ASK), found.isAbout('aAAAAAAAAAAAA')]).toEqual([
    'receipt',
    'valid',
    true,
    false,
  ]);
  expect(found.fingerprint).toMatch(/^(\d{5} ){7}\d{5}$/);
  expect(await found.against(kept())).toBe('same');
  expect(await found.against(kept({ given: earlier(read('receipt')) }))).toBe('same');
  expect(await found.against(kept({ roots: [], answers: [] }))).toBe('nothing');
});

it('another root than was seen is a fork, and a newest answer that is not in it is left out', async () => {
  const found = await lookAt(addendum, verify);
  const other = [{ at: NINE, epoch: 'eAAAAAAAAAAAA', size, hash: 'A'.repeat(43) }];
  expect(await found.against(kept({ roots: other }))).toBe('fork');
  const yes = [{ at: NINE, answer: 'consented', purposes: [], signed: null }] as const;
  expect(await found.against(kept({ answers: yes }))).toBe('left-out');
});

it('an export is compared root by root, and what is neither is unreadable', async () => {
  const found = await lookAt(read('meeting'), verify);
  expect([found.kind, found.verdict, found.isAbout(ASK)]).toEqual(['export', 'valid', true]);
  expect(await found.against(kept({ roots: [] }))).toBe('nothing');
  const wrong = [{ at: NINE, epoch: 'eAAAAAAAAAAAA', size: 3, hash: root }];
  expect(await found.against(kept({ roots: wrong }))).toBe('fork');
  expect((await lookAt('<html>', verify)).verdict).toBe('unreadable');
});
