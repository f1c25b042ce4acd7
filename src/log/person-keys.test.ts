import { beforeEach, describe, expect, it } from 'vitest';
import { KEY_BYTES, type KeyFiles, memoryKeyFiles } from '../vault/key-files.ts';
import { type PersonKeys, personKeys } from './person-keys.ts';
import { IV_BYTES, seal, unseal } from './sealing.ts';
import { ANA, countedBytes, HOST, id, LOG } from './testdata/meeting.ts';

/** How often a file was read. */
let reads: number;
let files: KeyFiles;
let keys: PersonKeys;
const open = (random: (n: number) => Uint8Array<ArrayBuffer>) => personKeys(files, random, async () => undefined);
beforeEach(() => {
  reads = 0;
  const memory = memoryKeyFiles();
  files = {
    ...memory,
    get: (...given) => {
      reads += 1;
      return memory.get(...given);
    },
  };
  keys = open(countedBytes());
});

const iv = new Uint8Array(IV_BYTES);
const place = { log: LOG, index: 1, field: 'name', subject: ANA };
/** Whether two keys are the same. */
async function same(one: CryptoKey, other: CryptoKey): Promise<boolean> {
  const sealed = await seal(one, iv, place, 'x');
  return unseal(other, iv, place, sealed).then(
    () => true,
    () => false,
  );
}

describe('a person’s key', () => {
  it('is one of that person in that log, and found again without asking the disk', async () => {
    const [ana, host] = [await keys.take(LOG, ANA), await keys.take(LOG, HOST)];
    const elsewhere = await keys.take(id('log', 2), ANA);
    expect([await same(ana, host), await same(ana, elsewhere)]).toEqual([false, false]);
    reads = 0;
    const found = await keys.find(LOG, ANA);
    expect(found).toHaveLength(1);
    expect(await same(ana, found[0] as CryptoKey)).toBe(true);
    expect(reads).toBe(0);
    await keys.find(LOG, ANA, 'anew');
    expect(reads).toBe(1);
  });

  it('that was not there is asked for again: another context may have made it since', async () => {
    expect(await keys.find(LOG, ANA)).toEqual([]);
    const made = await open(countedBytes()).take(LOG, ANA);
    const [found] = await keys.find(LOG, ANA);
    expect(found && (await same(made, found))).toBe(true);
  });

  it('is not made of too few bytes, and then none lies there', async () => {
    const poor = open((n) => new Uint8Array(n - 1));
    await expect(poor.take(LOG, ANA)).rejects.toMatchObject({ code: 'unexpected' });
    expect(await files.get(LOG, ANA)).toBeNull();
  });

  it('is two while one takes the place of the other, and the newer alone when that is settled', async () => {
    const old = await keys.take(LOG, ANA);
    const next = (await keys.change(LOG, ANA)) as CryptoKey;
    const both = await keys.find(LOG, ANA);
    expect(await Promise.all(both.map((one) => same(one, next)))).toEqual([true, false]);
    expect(await same(both[1] as CryptoKey, old)).toBe(true);
    await keys.settle(LOG, ANA);
    reads = 0;
    const [left, ...others] = await keys.find(LOG, ANA);
    expect([left && (await same(left, next)), others.length, reads]).toEqual([true, 0, 0]);
    expect(await files.get(LOG, ANA)).toHaveLength(KEY_BYTES);
  });
});
