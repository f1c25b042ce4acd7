import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ed25519Of } from '../model/ed25519.ts';
import { canonical } from './canonical.ts';
import { hashOfDecisions, isSealOf, SEAL_NAME, type Sealed, sealKey, sealText } from './seal.ts';
import { noteText, signNote } from './signed-note.ts';
import { LOG } from './testdata/meeting.ts';
import { testSigner } from './testdata/signer.ts';

const verify = ed25519Of(crypto.subtle);
const AT = '2026-03-02T10:00:00.000Z';
const HASH = 'A'.repeat(43);
const LOGS: readonly Sealed[] = [{ log: LOG, platform: 'sandbox', size: 3, head: HASH, disclosed: [HASH] }];

/** By whom it is signed, and by whom it says that it is. */
async function sealBy(byte: number, claimed = byte, logs = LOGS): Promise<string> {
  const [signer, named] = [await testSigner(byte), await testSigner(claimed)];
  return noteText(await signNote(await sealText(AT, logs), await sealKey(named.key), signer.sign));
}
const holds = async (note: string, logs = LOGS, exportedAt = AT) =>
  isSealOf(note, { exportedAt, logs }, (await testSigner(1)).key, verify);

describe('a seal', () => {
  it('holds for what it was made of', async () => {
    expect(await holds(await sealBy(1))).toBe(true);
    const hash = createHash('sha256')
      .update(canonical(LOGS.map((one) => ({ ...one }))))
      .digest('base64');
    expect(await sealText(AT, LOGS)).toBe(`${SEAL_NAME}\n${AT}\n${hash}\n`);
    expect(SEAL_NAME).toBe('ask-to-record/export');
  });

  it('of another device holds for nobody, nor one that only says that it is by this one', async () => {
    expect(await holds(await sealBy(2))).toBe(false);
    expect(await holds(await sealBy(2, 1))).toBe(false);
  });

  it('holds for nothing else: a log less, a word that was left out, another time', async () => {
    const seal = await sealBy(1);
    const [log] = LOGS as [Sealed];
    for (const other of [
      [],
      [log, log],
      [{ ...log, disclosed: [] }],
      [{ ...log, size: 2 }],
      [{ ...log, platform: 'x' }],
    ])
      expect(await holds(seal, other)).toBe(false);
    expect(await holds(seal, LOGS, '2026-03-02T10:00:00.001Z')).toBe(false);
    expect(await holds('')).toBe(false);
  });

  it('is over what the requirements rested on, where that is told: it can be neither taken away nor put to it', async () => {
    const [log] = LOGS as [Sealed];
    const decided = [{ ...log, decisions: HASH }];
    expect(await holds(await sealBy(1, 1, decided), decided)).toBe(true);
    expect(await holds(await sealBy(1, 1, decided))).toBe(false);
    expect(await holds(await sealBy(1), decided)).toBe(false);
  });
});

it('decisions are hashed as RFC 8785 spells them, in their order', async () => {
  const decisions = [{ index: 2 }, { index: 1 }] as unknown as Parameters<typeof hashOfDecisions>[0];
  const hash = createHash('sha256').update('[{"index":2},{"index":1}]').digest('base64url');
  expect(await hashOfDecisions(decisions)).toBe(hash);
});
