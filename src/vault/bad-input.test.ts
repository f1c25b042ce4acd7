import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ChunkRow } from '../database/schema.ts';
import { hashOf, sealChunk } from './chunk-cipher.ts';
import { type Expected, readChunks } from './chunks.ts';
import { createEpochKey, readEpochKey } from './epoch-keys.ts';
import { EPOCH_KEYS } from './key-files.ts';
import { openByPassphrase, protectByPassphrase } from './protect.ts';
import { forRecipients, identitiesOf } from './recipients.ts';
import { readState } from './state.ts';
import { TestVault } from './testdata/vault.ts';

/** What somebody who has the computer's files can do to a recording: each has one clear outcome, and none of them plays anything else. */
const MIME = 'audio/webm;codecs=opus';
const MINE = { log: 'lAAAAAAAAAAAA', epoch: 'eAAAAAAAAAAAA' };
const OTHER = { log: 'lBBBBBBBBBBBB', epoch: 'eBBBBBBBBBBBB' };
const RIGHT = 'four words and more';

let vault: TestVault;
let expected: Expected;

async function record({ log, epoch }: typeof MINE): Promise<Expected> {
  const key = await createEpochKey(vault.files, epoch, forRecipients(vault.ground));
  let prev = '';
  for (let seq = 0; seq < 3; seq++) {
    const bytes = new TextEncoder().encode(`${epoch} ${seq} `);
    const made = await sealChunk(key, { log, epoch, seq, mime: MIME, prev }, bytes);
    await vault.db.put('chunks', { log, epoch, seq, endAt: seq, bytes: bytes.length, ...made });
    prev = made.hash;
  }
  return { chunks: 3, lastHash: prev };
}

/** What is heard of it, up to where it ends: a code when it does not end as the log says. */
async function hears(identity: string | null): Promise<[string, string]> {
  let heard = '';
  try {
    const who = await identitiesOf(vault.db, await readState(vault.db), identity);
    const key = await readEpochKey(vault.files, MINE.epoch, who);
    const { signal } = new AbortController();
    for await (const bytes of readChunks(vault.db, key, MINE.epoch, MIME, signal, expected))
      heard += new TextDecoder().decode(bytes);
    return [heard, 'whole'];
  } catch (error) {
    return [heard, (error as { code?: string }).code ?? 'unexpected'];
  }
}

const row = async (of: typeof MINE, seq: number) => (await vault.db.get('chunks', [of.epoch, seq])) as ChunkRow;
const put = (changed: ChunkRow) => vault.db.put('chunks', changed);

beforeEach(async () => {
  vault = await TestVault.open();
  expected = await record(MINE);
  await record(OTHER);
});

test('untouched, it is heard to its end', async () => {
  expect(await hears(null)).toEqual(['eAAAAAAAAAAAA 0 eAAAAAAAAAAAA 1 eAAAAAAAAAAAA 2 ', 'whole']);
});

describe('a chunk', () => {
  test('cut off', async () => {
    const chunk = await row(MINE, 1);
    await put({ ...chunk, sealed: chunk.sealed.slice(0, -5) });
    expect(await hears(null)).toEqual(['eAAAAAAAAAAAA 0 ', 'damaged']);
  });
  test('cut off to nothing, with its hash made to fit', async () => {
    const sealed = new ArrayBuffer(0);
    await put({ ...(await row(MINE, 1)), sealed, hash: await hashOf(sealed) });
    expect(await hears(null)).toEqual(['eAAAAAAAAAAAA 0 ', 'damaged']);
  });
  test('in the place of its neighbour', async () => {
    const [first, second] = [await row(MINE, 0), await row(MINE, 1)];
    await put({ ...first, seq: 1 });
    await put({ ...second, seq: 0 });
    expect(await hears(null)).toEqual(['', 'damaged']);
  });
  test('twice, in the place of the one after it', async () => {
    await put({ ...(await row(MINE, 0)), seq: 1 });
    expect(await hears(null)).toEqual(['eAAAAAAAAAAAA 0 ', 'damaged']);
  });
  test('of another recording, as it lies there', async () => {
    await put({ ...(await row(OTHER, 1)), epoch: MINE.epoch });
    expect(await hears(null)).toEqual(['eAAAAAAAAAAAA 0 ', 'damaged']);
  });
  test('of another recording, with that one’s key in the place of this one’s', async () => {
    for (const seq of [0, 1, 2]) await put({ ...(await row(OTHER, seq)), epoch: MINE.epoch });
    const key = (await vault.files.get(EPOCH_KEYS, OTHER.epoch)) as Uint8Array<ArrayBuffer>;
    await vault.files.put(EPOCH_KEYS, MINE.epoch, key);
    expect(await hears(null)).toEqual(['', 'damaged']);
  });
});

describe('a database that somebody edited', () => {
  test('another log in a chunk’s row', async () => {
    await put({ ...(await row(MINE, 0)), log: OTHER.log });
    expect(await hears(null)).toEqual(['', 'damaged']);
  });
  test('a tail that was taken away, and one that was put there', async () => {
    await vault.db.delete('chunks', [MINE.epoch, 2]);
    expect((await hears(null))[1]).toBe('damaged');
    const more = new ArrayBuffer(40);
    await put({ ...(await row(MINE, 1)), seq: 2, sealed: more, hash: await hashOf(more) });
    expect((await hears(null))[1]).toBe('damaged');
  });
  test('a state of the vault that is none: nobody guesses who may open it', async () => {
    await vault.db.put('vault', { version: 1, opensWith: 'everybody' } as never, 'state');
    expect(await hears(null)).toEqual(['', 'damaged']);
    await expect(protectByPassphrase(vault, RIGHT)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('a wrong passphrase', () => {
  test('opens nothing, however often, and the right one still does', async () => {
    await protectByPassphrase(vault, RIGHT);
    await vault.rewrap(null);
    for (const wrong of ['', 'four words and mor', `${RIGHT} `, RIGHT.toUpperCase()])
      await expect(openByPassphrase(vault, wrong)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(await hears(null)).toEqual(['', 'vault-locked']);
    expect((await hears(await openByPassphrase(vault, RIGHT)))[1]).toBe('whole');
  });
});
