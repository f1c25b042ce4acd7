import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DisclosureRow } from '../database/schema.ts';
import { KEY_BYTES, type KeyFiles, memoryKeyFiles } from '../vault/key-files.ts';
import { fullCheck } from './full-check.ts';
import { importPersonKey, unseal } from './sealing.ts';
import { ANA, type Bench, HOST, LOG, MEETING, openBench, write } from './testdata/meeting.ts';

let files: KeyFiles;
let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  files = memoryKeyFiles();
  bench = await openBench(random, files);
  await write(bench.store, MEETING);
});
afterEach(() => vi.restoreAllMocks());

const names = ({ field }: { field: string }) => field === 'name';
const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
const another = async () => (await openBench(random, files)).store;
/** What a full check of the log finds. */
async function damage() {
  const store = await another();
  const row = await store.row(LOG);
  if (!row) throw new Error('no log');
  const check = fullCheck(store.checkTools(null), row);
  for (;;) {
    const { done, value } = await check.next();
    if (done) return value;
  }
}

it('destroys some fields with the key that sealed them, and keeps the others', async () => {
  const rows = await bench.db.getAllFromIndex('disclosures', 'subject', [LOG, ANA]);
  const old = await importPersonKey((await files.get(LOG, ANA)) as Uint8Array<ArrayBuffer>);
  expect(await bench.store.forget(LOG, ANA, names)).toBe(1);
  const all = await (await another()).disclosures(LOG);
  expect(all.get(2)).toEqual({ site: 'site-of-Ana 🌿 Silva' });
  expect(all.get(4)?.words).toBe('Yes, I agree "fully"');
  expect(all.get(1)?.name).toBe('Héctor Ruiz');
  // Whoever finds the old rows on the disk has no key for them any more.
  const name = rows.find(names);
  if (!name) throw new Error('the name was not there');
  expect(await unseal(old, name.iv, name, name.sealed)).toContain('Ana');
  const now = (await files.get(LOG, ANA)) as Uint8Array<ArrayBuffer>;
  expect(now).toHaveLength(KEY_BYTES);
  await expect(unseal(await importPersonKey(now), name.iv, name, name.sealed)).rejects.toThrow();
  expect(await damage()).toEqual([]);
});

it('does nothing, and changes no key, where nothing goes', async () => {
  const before = await files.get(LOG, HOST);
  expect(await bench.store.forget(LOG, HOST, () => false)).toBe(0);
  expect(await bench.store.forget(LOG, 'pNobodyNobod', () => true)).toBe(0);
  expect(await files.get(LOG, HOST)).toEqual(before);
});

it('a reader that knew the old key reads on', async () => {
  const reader = await another();
  expect((await reader.disclosures(LOG)).get(4)?.words).toBeDefined();
  await bench.store.forget(LOG, ANA, names);
  expect((await reader.disclosures(LOG)).get(4)?.words).toBe('Yes, I agree "fully"');
});

it('is never brought back by an erasure that came first', async () => {
  await bench.store.erase(LOG, ANA);
  await bench.store.forget(LOG, ANA, names);
  expect(await files.get(LOG, ANA)).toBeNull();
});

/** Ana's words, as they lie there. */
const wordsRow = async () => (await bench.db.get('disclosures', [LOG, 4, 'words'])) as DisclosureRow;

it('leaves what does not open as it lies, for whoever looks for damage', async () => {
  const row = await wordsRow();
  const damaged = { ...row, sealed: row.sealed.map((byte) => byte ^ 1) };
  await bench.db.put('disclosures', damaged);
  expect(await bench.store.forget(LOG, ANA, names)).toBe(1);
  expect(await wordsRow()).toEqual(damaged);
  expect((await damage())?.map(({ what }) => what)).toEqual(['words']);
});

it('takes a key that cannot be read now for no damage, and destroys none', async () => {
  const row = await wordsRow();
  await bench.db.put('disclosures', { ...row, sealed: row.sealed.map((byte) => byte ^ 1) });
  let reads = 0;
  const failing: KeyFiles = {
    ...files,
    // Looked for, then changed; the third time is because of what does not open.
    get: (...given) => (++reads === 3 ? Promise.reject(new DOMException('', 'NotReadableError')) : files.get(...given)),
  };
  const store = (await openBench(random, failing)).store;
  await expect(store.forget(LOG, ANA, names)).rejects.toMatchObject({ code: 'storage-failed' });
  expect(await files.get(LOG, ANA)).toHaveLength(2 * KEY_BYTES);
  expect((await bench.db.getAllFromIndex('disclosures', 'subject', [LOG, ANA])).filter(names)).toHaveLength(1);
});

it('finishes what somebody else was cut in two at, though nothing more goes', async () => {
  // This one has seen the one key that there was.
  await bench.store.disclosures(LOG);
  const old = (await files.get(LOG, ANA)) as Uint8Array<ArrayBuffer>;
  await files.replace(LOG, ANA, new Uint8Array([...random(KEY_BYTES), ...old]));
  expect(await bench.store.forget(LOG, ANA, () => false)).toBe(0);
  expect(await files.get(LOG, ANA)).toHaveLength(KEY_BYTES);
  expect((await (await another()).disclosures(LOG)).get(4)?.words).toBe('Yes, I agree "fully"');
});

it('removes the fields of somebody whose key an erasure destroyed before it was cut in two, and makes no key', async () => {
  await files.destroy(LOG, ANA);
  expect(await bench.store.forget(LOG, ANA, names)).toBe(1);
  expect(await files.get(LOG, ANA)).toBeNull();
  expect((await bench.db.getAllFromIndex('disclosures', 'subject', [LOG, ANA])).filter(names)).toEqual([]);
});

it('cut in two after any of its steps, all that stays can be read, and done again it is done', async () => {
  for (let steps = 0; ; steps++) {
    globalThis.indexedDB = new IDBFactory();
    files = memoryKeyFiles();
    let left = Number.POSITIVE_INFINITY;
    let died = false;
    const step = () => {
      if (left-- > 0) return;
      died = true;
      throw new DOMException('no worker any more', 'AbortError');
    };
    const mortal: KeyFiles = {
      ...files,
      async get(...given) {
        step();
        return files.get(...given);
      },
      async replace(...given) {
        step();
        return files.replace(...given);
      },
    };
    bench = await openBench(random, mortal);
    await write(bench.store, MEETING);
    for (const method of ['put', 'delete'] as const) {
      const real = IDBObjectStore.prototype[method] as (...given: unknown[]) => unknown;
      vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
        this: IDBObjectStore,
        ...given: unknown[]
      ) {
        step();
        return real.apply(this, given) as never;
      });
    }
    left = steps;
    await bench.store.forget(LOG, ANA, names).catch(() => undefined);
    left = Number.POSITIVE_INFINITY;
    vi.restoreAllMocks();
    const all = await (await another()).disclosures(LOG);
    expect(all.get(4)?.words, `after ${steps} steps`).toBe('Yes, I agree "fully"');
    expect(await damage()).toEqual([]);
    await (await another()).forget(LOG, ANA, names);
    expect((await (await another()).disclosures(LOG)).get(2)).toEqual({ site: 'site-of-Ana 🌿 Silva' });
    expect(await files.get(LOG, ANA)).toHaveLength(KEY_BYTES);
    if (!died) return expect(steps).toBeGreaterThan(5);
  }
});
