import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, type DeviceRow, openDatabase } from '../database/schema.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import { utf8 } from './canonical.ts';
import { checkpointText } from './checkpoint.ts';
import { deviceCheck } from './device-check.ts';
import { deviceLeafText, deviceOrigin, openingHash, openingText } from './device-leaf.ts';
import { leafHash, NO_LEAF } from './leaf.ts';
import { EMPTY_FRONTIER, extended, type Frontier, type Hash, rootOfFrontier } from './merkle.ts';
import { noteKey } from './note-key.ts';
import { noteText, signNote } from './signed-note.ts';
import { type Signer, signedCheckpoint } from './signer.ts';
import { id, NINE } from './testdata/meeting.ts';
import { testSigner } from './testdata/signer.ts';

let db: Database;
let signer: Signer;
let last: { row: DeviceRow | null; frontier: Frontier };
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => undefined);
  signer = await testSigner();
  last = { row: null, frontier: EMPTY_FRONTIER };
});

/** What a row says otherwise than one that continues the log; whatever is not given is as it should be. */
interface Forged {
  readonly index: number;
  readonly key: number;
  readonly prev: string;
  readonly at: number;
  readonly opening: string;
  readonly frontier: readonly Hash[];
  readonly origin: string;
  /** Name of the key in the signature. */
  readonly name: string;
  readonly size: number;
  readonly root: Hash;
  readonly by: Signer;
  readonly note: string;
}

/** One more meeting that was signed, by whoever has the key. */
async function add(part: Partial<Forged> = {}): Promise<void> {
  const number = last.frontier.size;
  const log = id('log', number + 1);
  const meeting = { size: 1, roots: [new Uint8Array(32).fill(number + 1) as Hash] };
  const note = await signedCheckpoint(signer, log, meeting);
  await db.put('checkpoints', { log, size: 1, note, device: number });
  const root = base64url(await rootOfFrontier(meeting));
  const opening = part.opening ?? openingText(new Uint8Array(16), { log, size: 1, root });
  const prev = part.prev ?? (last.row ? await leafHash(last.row.leaf) : NO_LEAF);
  const place = { index: part.index ?? number, prev, checkpoint: await openingHash(opening) };
  const leaf = utf8(deviceLeafText(place, part.at ?? NINE + number));
  const frontier = await extended(last.frontier, fromBase64url(await leafHash(leaf)) as Hash);
  const end = checkpointText({
    origin: part.origin ?? (await deviceOrigin(signer.key)),
    size: part.size ?? frontier.size,
    root: part.root ?? (await rootOfFrontier(frontier)),
  });
  const by = part.by ?? signer;
  const key = await noteKey(part.name ?? part.origin ?? (await deviceOrigin(signer.key)), by.key);
  const row = {
    index: part.key ?? number,
    leaf,
    opening,
    frontier: part.frontier ?? frontier.roots,
    note: part.note ?? noteText(await signNote(end, key, by.sign)),
  };
  await db.put('device', row);
  last = { row, frontier };
}

async function check() {
  const sizes: number[] = [];
  const walk = deviceCheck(db, signer.key, ed25519Of(crypto.subtle));
  for (;;) {
    const next = await walk.next();
    if (next.done) return { sizes, damage: next.value.map(({ what, log, index }) => [what, log, index]) };
    sizes.push(next.value);
  }
}

it('a device log that is as it was written holds, and so does an empty one', async () => {
  expect(await check()).toEqual({ sizes: [], damage: [] });
  for (let n = 0; n < 3; n++) await add();
  expect(await check()).toEqual({ sizes: [3], damage: [] });
});

describe('whoever has the database, and even the key, is found', () => {
  it.each<[string, Partial<Forged>]>([
    ['a leaf that does not name the one before', { prev: base64url(new Uint8Array(32).fill(9)) }],
    ['a leaf that passes over a number', { index: 3 }],
    ['a row that lies elsewhere than its leaf says', { key: 7 }],
    ['a time that runs back', { at: NINE - 1 }],
    ['a tree of another leaf', { frontier: [new Uint8Array(32) as Hash] }],
    ['no tree', { frontier: [] }],
    ['a tree of as many parts', { frontier: [new Uint8Array(32) as Hash, new Uint8Array(32) as Hash] }],
    ['a leaf and a row that pass over a number', { index: 3, key: 3 }],
  ])('by %s', async (_, part) => {
    await add();
    await add();
    await add(part);
    expect((await check()).damage).toEqual([['device', null, part.key ?? 2]]);
  });

  it.each<[string, (frontier: Frontier['roots']) => readonly Uint8Array<ArrayBuffer>[]]>([
    ['of which one part is another', (roots) => roots.with(1, new Uint8Array(32) as Hash)],
    ['with a part too many', (roots) => [...roots, new Uint8Array(32)]],
  ])('by a tree %s', async (_, harm) => {
    for (let n = 0; n < 3; n++) await add();
    const { row, frontier } = last;
    if (row) await db.put('device', { ...row, frontier: harm(frontier.roots) as Hash[] });
    expect((await check()).damage).toEqual([['device', null, 2]]);
  });

  it('by an opening that says nothing, though the leaf is committed to it', async () => {
    await add();
    await add({ opening: '[]' });
    expect((await check()).damage).toEqual([['device', null, 1]]);
  });
});

describe('an end that is not signed as it is', () => {
  it.each<[string, () => Promise<Partial<Forged>>]>([
    ['in no words', async () => ({ note: 'x' })],
    ['as another log', async () => ({ origin: 'ask-to-record/device/other' })],
    [
      'as another log, by the key of this one',
      async () => ({ origin: 'ask-to-record/device/other', name: await deviceOrigin(signer.key) }),
    ],
    [
      'in words that are no end of a log',
      async () => {
        const key = await noteKey(await deviceOrigin(signer.key), signer.key);
        return { note: noteText(await signNote('no end of a log\n', key, signer.sign)) };
      },
    ],
    ['of another size', async () => ({ size: 9 })],
    ['of another tree', async () => ({ root: new Uint8Array(32) as Hash })],
    ['by another device', async () => ({ by: await testSigner(7) })],
  ])('%s', async (_, part) => {
    await add();
    await add(await part());
    expect((await check()).damage).toEqual([['device', null, 1]]);
  });
});

describe('a meeting’s checkpoint that the device log names', () => {
  const log = id('log', 1);
  const kept = async () =>
    (await db.get('checkpoints', [log, 1])) as { log: string; size: number; note: string; device?: number };
  it.each<[string, () => Promise<unknown>]>([
    ['is gone', () => db.delete('checkpoints', [log, 1])],
    ['is another leaf’s', async () => db.put('checkpoints', { ...(await kept()), device: 1 })],
    ['cannot be read', async () => db.put('checkpoints', { ...(await kept()), note: 'x' })],
    [
      'has another root',
      async () => {
        const note = await signedCheckpoint(signer, log, { size: 1, roots: [new Uint8Array(32) as Hash] });
        await db.put('checkpoints', { ...(await kept()), note });
      },
    ],
  ])('%s', async (_, harm) => {
    await add();
    await add();
    await harm();
    expect((await check()).damage).toEqual([['checkpoint', log, 1]]);
  });
});
