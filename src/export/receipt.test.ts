import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { utf8 } from '../log/canonical.ts';
import { originOf } from '../log/checkpoint.ts';
import { leafHash } from '../log/leaf.ts';
import type { Hash } from '../log/merkle.ts';
import { noteKey } from '../log/note-key.ts';
import type { Receipt } from '../log/receipt.ts';
import { readReceipt } from '../log/receipt.ts';
import { ANA, HOST, id, item, LOG, NINE, openBench, write } from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import { checkTlogProof, tlogProofText } from '../log/tlog-proof.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { Failure } from '../model/failure.ts';
import { fromBase64url } from '../model/id.ts';
import { BEN, BENS, crowd, receiptOf, TWIN } from '../verify/testdata/receipts.ts';
import { says } from '../verify/testdata/story.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const kinds = ({ entries }: Receipt) => entries.map(({ leaf }) => JSON.parse(leaf).entry.kind as string);
const values = ({ disclosures }: Receipt) => disclosures.map(({ disclosure }) => JSON.parse(disclosure)[2] as string);
const later = { entry: { kind: 'exported', format: 'receipt', participant: ANA } } as const;

async function storeOf(items: Awaited<ReturnType<typeof crowd>>) {
  const bench = await openBench();
  await write(bench.store, items);
  return bench;
}

describe('the receipt of one of three', () => {
  it('holds her own story, and nothing that is of anybody else', async () => {
    const { store } = await storeOf(await crowd());
    const { receipt, text, size } = await receiptOf(store);
    expect(kinds(receipt)).toEqual([
      'meeting-opened',
      'meeting-described',
      'requirement-set',
      'participant-joined',
      'asked',
      'answered',
      'doubted',
      'settled',
      'doubted',
      'settled',
      'segment-started',
      'answered',
      'segment-sealed',
    ]);
    expect(values(receipt)).toEqual([
      'Ana 🌿 Silva',
      'site-of-Ana 🌿 Silva',
      'May we record this conversation?',
      'Yes',
      'Ana-perhaps-sender',
      'Ana-perhaps-message',
      'Ana-perhaps',
      'No, stop',
    ]);
    for (const foreign of [BENS, BEN, HOST, 'Héctor', '"FR"']) expect(text).not.toContain(foreign);
    expect(size).toBe((await store.row(LOG))?.size);
    expect(readReceipt(text)).toEqual({ ok: true, receipt });
  });

  it('holds of somebody else what is his, and nothing of hers', async () => {
    const { store } = await storeOf(await crowd());
    const { receipt, text } = await receiptOf(store, BEN);
    for (const foreign of ['Silva', ANA, HOST]) expect(text).not.toContain(foreign);
    expect(values(receipt)).toEqual(expect.arrayContaining([`${BENS}-yes`, `${BENS}-no`, `${BENS}-again`]));
    expect(text).not.toContain(`${BENS}-unsettled`);
    expect(receipt.roots).toHaveLength(1);
  });

  it('leaves out what the law asked where it may follow from where another one is', async () => {
    const items = await crowd();
    const where = { residence: null, known: 'declared', by: 'participant' } as const;
    items.splice(7, 0, says(4, { kind: 'place-stated', participant: BEN, ...where, places: ['US-CA'] }));
    const { store } = await storeOf(items);
    const { receipt, text } = await receiptOf(store);
    expect(kinds(receipt)).not.toContain('requirement-set');
    expect(text).not.toContain('US-CA');
  });

  it('has the rows that the host said are hers, and the texts that she read in her language', async () => {
    const items = await crowd();
    const twin = { kind: 'participant-joined', participant: TWIN, self: false, stable: true } as const;
    items.push(item(twin, NINE + 30_000, TWIN, { name: 'Ana’s phone' }));
    items.push(says(31, { kind: 'participant-matched', participant: TWIN, as: ANA, by: 'host' }));
    const { store } = await storeOf(items);
    const { receipt } = await receiptOf(store, TWIN);
    expect(receipt.participants).toEqual([ANA, TWIN].sort());
    expect(values(receipt)).toContain('Ana’s phone');
    expect(kinds(receipt)).toContain('participant-matched');
  });
});

describe('a proof of one entry', () => {
  it('can be had from it as a tlog-proof', async () => {
    const { store } = await storeOf(await crowd());
    const { receipt } = await receiptOf(store);
    const key = await noteKey(originOf(LOG), (await testSigner()).key);
    for (const { index, leaf, proof } of receipt.entries) {
      const path = proof.map((hash) => fromBase64url(hash) as Hash);
      const text = tlogProofText({ index, path, checkpoint: receipt.checkpoint });
      const hash = fromBase64url(await leafHash(utf8(leaf))) as Hash;
      expect(await checkTlogProof(text, hash, key, ed25519Of(crypto.subtle))).toMatchObject({ ok: true, index });
    }
  });
});

describe('an addendum', () => {
  it('is made when something came after the receipt that she was given, and goes on from it', async () => {
    const items = await crowd();
    const no = items.findIndex(({ draft }) => draft.entry.kind === 'answered' && draft.entry.answer === 'withdrawn');
    const { store } = await storeOf(items.slice(0, no));
    const first = await receiptOf(store);
    expect(first.receipt.since).toBeUndefined();
    const add = async (some: typeof items) => {
      const row = await store.row(LOG);
      if (row) expect((await store.append(LOG, row, some, null)).ok).toBe(true);
    };
    await add([says(18, { ...later.entry, size: first.size })]);
    expect((await receiptOf(store)).receipt.since, 'nothing came since').toBeUndefined();
    await add(items.slice(no));
    const { receipt } = await receiptOf(store);
    expect(receipt.statement.text).toBe('An addendum.');
    expect(receipt.since?.checkpoint).toBe(first.receipt.checkpoint);
    expect(kinds(receipt).slice(-4)).toEqual(['segment-started', 'exported', 'answered', 'segment-sealed']);
    // Somebody else's receipt is not theirs.
    expect((await receiptOf(store, BEN)).receipt.since).toBeUndefined();
  });
});

describe('what cannot be made', () => {
  it.each([
    ['for somebody who did not answer', id('participant', 9), LOG],
    ['of a log that is not there', ANA, id('log', 9)],
  ])('%s', async (_what, participant) => {
    const { store } = await storeOf((await crowd()).slice(0, _what.includes('not there') ? 3 : undefined));
    await expect(receiptOf(store, participant)).rejects.toThrow(Failure);
  });

  it('of a log that changes while it is made', async () => {
    const { store } = await storeOf(await crowd());
    const other = { ...store, leaf: () => store.leaf(LOG, 1) };
    await expect(receiptOf(other)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('of a log of which an entry was changed', async () => {
    const { store, db } = await storeOf(await crowd());
    const row = await db.get('entries', [LOG, 2]);
    if (row) await db.put('entries', { ...row, leaf: utf8('{"v":1}') });
    await expect(receiptOf(store)).rejects.toMatchObject({ code: 'damaged' });
  });
});
