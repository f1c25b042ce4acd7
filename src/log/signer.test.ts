import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ed25519Of } from '../model/ed25519.ts';
import { readCheckpointText } from './checkpoint.ts';
import { EMPTY_FRONTIER, extended, type Hash, rootOfFrontier } from './merkle.ts';
import { noteKey } from './note-key.ts';
import { isSealOf } from './seal.ts';
import { checkNote, readNote } from './signed-note.ts';
import { signedCheckpoint, signedSeal, signerOf } from './signer.ts';
import { LOG } from './testdata/meeting.ts';

const verify = ed25519Of(crypto.subtle);
const pairOf = async () =>
  (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as unknown as CryptoKeyPair;

test('a pair whose private half cannot be read signs, and tells its public half', async () => {
  const { key, sign } = await signerOf(crypto.subtle, await pairOf());
  expect(key).toHaveLength(32);
  const message = Uint8Array.of(1, 2, 3);
  expect(await verify(key, await sign(message), message)).toBe(true);
  expect(await verify(key, await sign(message), Uint8Array.of(1, 2))).toBe(false);
});

test('a checkpoint says log, size and root, and is signed by the key of that log', async () => {
  const signer = await signerOf(crypto.subtle, await pairOf());
  let frontier = EMPTY_FRONTIER;
  for (const one of ['a', 'b', 'c'])
    frontier = await extended(frontier, new Uint8Array(createHash('sha256').update(one).digest()) as Hash);
  const note = readNote(await signedCheckpoint(signer, LOG, frontier));
  if (!note) throw new Error('no note');
  const origin = `ask-to-record/${LOG}`;
  expect(readCheckpointText(note.text)).toEqual({ origin, size: 3, root: await rootOfFrontier(frontier) });
  expect(await checkNote(note, [await noteKey(origin, signer.key)], verify)).toBe('good');
});

test('a seal is that of the time and the logs', async () => {
  const signer = await signerOf(crypto.subtle, await pairOf());
  const exportedAt = '2026-03-02T10:00:00.000Z';
  const logs = [{ log: LOG, platform: 'sandbox', size: 3, head: 'x', disclosed: ['y'] }];
  const seal = await signedSeal(signer, exportedAt, logs);
  expect(await isSealOf(seal, { exportedAt, logs }, signer.key, verify)).toBe(true);
  expect(await isSealOf(seal, { exportedAt: '2026-03-02T10:00:00.001Z', logs }, signer.key, verify)).toBe(false);
});
