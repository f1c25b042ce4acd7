import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { fromBase64url } from '../model/id.ts';
import { originOf } from './checkpoint.ts';
import { type Hash, type Tree, treeOf } from './merkle.ts';
import { noteKey } from './note-key.ts';
import { type Provable, proofOf } from './prove.ts';
import { type Bench, item, LOG, MEETING, NINE, openBench, write } from './testdata/meeting.ts';
import { testSigner } from './testdata/signer.ts';
import { checkTlogProof } from './tlog-proof.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

async function provable(): Promise<Provable> {
  const row = (await bench.store.row(LOG)) as LogRow;
  const hashes: Hash[] = [];
  for await (const page of bench.store.pages(row))
    for (const { hash } of page) hashes.push(fromBase64url(hash) as Hash);
  return { row, tree: await treeOf(hashes) };
}
const prove = async (index: number) => proofOf(bench.store, await testSigner(), await provable(), index);

it('proves every entry, by a checkpoint that is kept', async () => {
  await write(bench.store, MEETING);
  const key = await noteKey(originOf(LOG), (await testSigner()).key);
  const { tree } = await provable();
  for (const [index, leaf] of (tree.levels[0] ?? []).entries()) {
    const proof = await prove(index);
    const checked = await checkTlogProof(proof.file, leaf, key, ed25519Of(crypto.subtle));
    expect(checked).toMatchObject({ ok: true, index, checkpoint: { size: 8 } });
    expect(JSON.parse(proof.leaf)).toMatchObject({ index, log: LOG });
  }
  // One signature for all of them.
  expect(await bench.db.count('checkpoints')).toBe(1);
});

it('takes the newest checkpoint that covers the entry, and signs only what is behind all of them', async () => {
  const { row } = await write(bench.store, MEETING);
  await prove(0);
  await bench.store.append(LOG, row, [item({ kind: 'paused' }, NINE + 70_000)], null);
  expect((await prove(3)).size).toBe(8);
  expect(await bench.db.count('checkpoints')).toBe(1);
  expect((await prove(8)).size).toBe(9);
  expect(await bench.db.count('checkpoints')).toBe(2);
  expect((await prove(3)).size).toBe(9);
});

it('proves nothing where the log is not the one that was signed, or has no such entry', async () => {
  await write(bench.store, MEETING);
  await prove(0);
  const [row] = await bench.db.getAll('checkpoints');
  if (!row) throw new Error('no checkpoint');
  await bench.db.put('checkpoints', { ...row, note: row.note.replace('\n8\n', '\n7\n') });
  await expect(prove(0)).rejects.toMatchObject({ code: 'damaged', what: 'fork' });
  await bench.db.put('checkpoints', { ...row, note: row.note.replace('\n8\n', '\n9\n') });
  await expect(prove(0)).rejects.toMatchObject({ code: 'damaged', what: 'fork' });
  await expect(prove(8)).rejects.toMatchObject({ code: 'unexpected' });
});

it('proves nothing by what was signed and cannot be read', async () => {
  await write(bench.store, MEETING);
  await prove(0);
  const [row] = await bench.db.getAll('checkpoints');
  if (!row) throw new Error('no checkpoint');
  for (const note of ['no note', row.note.replace('\n8\n', '\nmany\n')]) {
    await bench.db.put('checkpoints', { ...row, note });
    await expect(prove(0)).rejects.toMatchObject({ code: 'damaged', what: 'fork' });
  }
  const store = { checkpoints: async () => [], checkpoint: async () => 'no note', leaf: async () => '' };
  const proving = proofOf(store, await testSigner(), await provable(), 0);
  await expect(proving).rejects.toMatchObject({ code: 'damaged', what: 'checkpoint', index: null });
});

it('proves nothing from a tree of another size, or of nothing', async () => {
  await write(bench.store, MEETING);
  const { row, tree } = await provable();
  const signer = await testSigner();
  for (const size of [7, 9])
    await expect(proofOf(bench.store, signer, { row: { ...row, size }, tree }, 0)).rejects.toMatchObject({
      code: 'unexpected',
    });
  const none = { row: { ...row, size: 0 }, tree: { size: 0, levels: [] } as unknown as Tree };
  await expect(proofOf(bench.store, signer, none, 0)).rejects.toMatchObject({ code: 'unexpected' });
});
