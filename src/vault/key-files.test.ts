import { beforeEach, describe, expect, test } from 'vitest';
import { EPOCH_KEYS, KEY_BYTES, KEY_FILE_MAX, type KeyFiles, memoryKeyFiles, opfsKeyFiles } from './key-files.ts';
import { type Locks, memoryLocks } from './locks.ts';
import { OriginFiles } from './testdata/origin-files.ts';

const NAME = 'eAAAAAAAAAAAA';
const AT = `/keys/${EPOCH_KEYS}/${NAME}`;
const key = (length = KEY_BYTES, of = 7) => new Uint8Array(length).fill(of);
let disk: OriginFiles;
let keys: KeyFiles;

beforeEach(() => {
  disk = new OriginFiles();
  keys = opfsKeyFiles(disk.root, memoryLocks());
});

describe.each<[string, () => KeyFiles]>([
  ['in the origin’s files', () => keys],
  ['in memory', memoryKeyFiles],
])('a key %s', (_where, made) => {
  test('is there when it was put, under its name and folder alone', async () => {
    const files = made();
    expect(await files.get(EPOCH_KEYS, NAME)).toBeNull();
    expect(await files.names(EPOCH_KEYS)).toEqual([]);
    await files.put(EPOCH_KEYS, NAME, key());
    await files.put('lAAAAAAAAAAAA', 'pAAAAAAAAAAAA', key(32, 8));
    expect(await files.get(EPOCH_KEYS, NAME)).toEqual(key());
    expect(await files.get('lAAAAAAAAAAAA', 'pAAAAAAAAAAAA')).toEqual(key(32, 8));
    expect(await files.get('lAAAAAAAAAAAA', NAME)).toBeNull();
    expect(await files.names(EPOCH_KEYS)).toEqual([NAME]);
    expect(await files.names('lAAAAAAAAAAAA')).toEqual(['pAAAAAAAAAAAA']);
  });

  test('that was destroyed is gone, never comes back in another form, and destroying it again is no error', async () => {
    const files = made();
    await files.put(EPOCH_KEYS, NAME, key());
    await files.put(EPOCH_KEYS, 'other', key());
    await files.destroy(EPOCH_KEYS, NAME);
    expect(await files.get(EPOCH_KEYS, NAME)).toBeNull();
    expect(await files.names(EPOCH_KEYS)).toEqual(['other']);
    expect(await files.replace(EPOCH_KEYS, NAME, key(300))).toBe(false);
    expect(await files.get(EPOCH_KEYS, NAME)).toBeNull();
    await files.destroy(EPOCH_KEYS, NAME);
    await files.destroy('never-there', NAME);
    expect(await files.replace('never-there', NAME, key())).toBe(false);
  });

  test('in another form takes the place of the one before', async () => {
    const files = made();
    await files.put(EPOCH_KEYS, NAME, key());
    expect(await files.replace(EPOCH_KEYS, NAME, key(300, 9))).toBe(true);
    expect(await files.get(EPOCH_KEYS, NAME)).toEqual(key(300, 9));
  });

  test('is not changed by what becomes of the bytes that were given or got', async () => {
    const files = made();
    const mine = key();
    await files.put(EPOCH_KEYS, NAME, mine);
    mine.fill(0);
    (await files.get(EPOCH_KEYS, NAME))?.fill(0);
    expect(await files.get(EPOCH_KEYS, NAME)).toEqual(key());
    const next = key(40);
    await files.replace(EPOCH_KEYS, NAME, next);
    next.fill(0);
    expect(await files.get(EPOCH_KEYS, NAME)).toEqual(key(40));
  });
});

test('a key that is destroyed was overwritten with as many zeros before its file was removed', async () => {
  await keys.put(EPOCH_KEYS, NAME, key(300));
  await keys.destroy(EPOCH_KEYS, NAME);
  expect(disk.written.at(-1)).toEqual([AT, new Uint8Array(300)]);
  expect([...disk.files.keys()]).toEqual([]);
});

test('a key of which a crash left only the zeros is gone: nobody takes it for one that can be opened', async () => {
  await keys.put(EPOCH_KEYS, NAME, key(300));
  disk.files.set(AT, new Uint8Array(300));
  expect(await keys.get(EPOCH_KEYS, NAME)).toBeNull();
  disk.files.set(
    AT,
    Uint8Array.from({ length: 300 }, (_, at) => (at === 299 ? 1 : 0)),
  );
  expect(await keys.get(EPOCH_KEYS, NAME)).toHaveLength(300);
});

test('a key lies in a file of its own and nowhere else', async () => {
  await keys.put(EPOCH_KEYS, NAME, key());
  expect([...disk.files.keys()]).toEqual([AT]);
});

test('to look for a key, and to destroy what is not there, makes nothing: no folder tells of a meeting that is gone', async () => {
  await keys.put(EPOCH_KEYS, NAME, key());
  const before = [...disk.folders];
  expect(await keys.get('lAAAAAAAAAAAA', NAME)).toBeNull();
  expect(await keys.names('lAAAAAAAAAAAA')).toEqual([]);
  expect(await keys.replace('lAAAAAAAAAAAA', NAME, key())).toBe(false);
  await keys.destroy('lAAAAAAAAAAAA', NAME);
  expect([...disk.folders]).toEqual(before);
});

describe('interrupted', () => {
  const dieAt = (what: string) => {
    disk.step = (step) => {
      if (step === what) throw new Error('the power went');
    };
  };
  const power = () => {
    disk.step = () => undefined;
  };

  test.each(['write', 'close'])('at the %s of a new key: there is none, never a wrong one', async (what) => {
    dieAt(what);
    await expect(keys.put(EPOCH_KEYS, NAME, key())).rejects.toThrow('the power went');
    power();
    expect(await keys.get(EPOCH_KEYS, NAME)).toBeNull();
  });

  test.each(['write', 'close'])('at the %s of another form: the one before opens as before', async (what) => {
    await keys.put(EPOCH_KEYS, NAME, key());
    dieAt(what);
    await expect(keys.replace(EPOCH_KEYS, NAME, key(300))).rejects.toThrow('the power went');
    power();
    expect(await keys.get(EPOCH_KEYS, NAME)).toEqual(key());
  });

  test.each(['open', 'read', 'write', 'close', 'remove'])(
    'at the %s of a destruction: it is told, and once more leaves nothing',
    async (what) => {
      await keys.put(EPOCH_KEYS, NAME, key());
      dieAt(what);
      await expect(keys.destroy(EPOCH_KEYS, NAME)).rejects.toMatchObject({ code: 'storage-failed' });
      power();
      if (what === 'remove') {
        expect(disk.files.get(AT)).toEqual(new Uint8Array(32));
        // What is overwritten opens nothing any more.
        expect(await keys.get(EPOCH_KEYS, NAME)).toBeNull();
      }
      await keys.destroy(EPOCH_KEYS, NAME);
      expect(disk.files.size).toBe(0);
    },
  );
});

describe('what is no key', () => {
  test.each([
    ['shorter than a bare one', KEY_BYTES - 1, false],
    ['a bare one', KEY_BYTES, true],
    ['the longest', KEY_FILE_MAX, true],
    ['longer than any', KEY_FILE_MAX + 1, false],
  ])('by its length: %s', async (_name, length, is) => {
    if (is) await keys.put(EPOCH_KEYS, NAME, key(length));
    else await expect(keys.put(EPOCH_KEYS, NAME, key(length))).rejects.toMatchObject({ code: 'unexpected' });
    expect(await keys.get(EPOCH_KEYS, NAME)).toEqual(is ? key(length) : null);
    await keys.put(EPOCH_KEYS, NAME, key());
    if (is) expect(await keys.replace(EPOCH_KEYS, NAME, key(length))).toBe(true);
    else await expect(keys.replace(EPOCH_KEYS, NAME, key(length))).rejects.toMatchObject({ code: 'unexpected' });
    disk.files.set(AT, key(length));
    expect(await keys.get(EPOCH_KEYS, NAME)).toEqual(is ? key(length) : null);
  });

  test.each(['', '..', 'a/b', '../x', 'a b', 'x'.repeat(65), `a\n`, '.a', 'a.'])(
    'a name that is a way out of the folder, or none: %j',
    async (name) => {
      await expect(keys.put(EPOCH_KEYS, name, key())).rejects.toMatchObject({ code: 'unexpected' });
      await expect(keys.put(name, NAME, key())).rejects.toMatchObject({ code: 'unexpected' });
      await expect(keys.destroy(name, NAME)).rejects.toMatchObject({ code: 'storage-failed' });
      expect(disk.files.size).toBe(0);
    },
  );

  test('64 letters are a name, and a stranger’s file beside the keys is not listed', async () => {
    const long = `${'x'.repeat(62)}_-`;
    await keys.put(EPOCH_KEYS, long, key());
    disk.files.set(`/keys/${EPOCH_KEYS}/.DS_Store`, key());
    expect(await keys.names(EPOCH_KEYS)).toEqual([long]);
  });
});

describe('a file system that fails is a failure, and never “no key”', () => {
  const failing = (name: string) => {
    disk.step = () => {
      throw new DOMException('no', name);
    };
  };
  test.each(['NotReadableError', 'InvalidStateError'])('%s', async (name) => {
    await keys.put(EPOCH_KEYS, NAME, key());
    failing(name);
    await expect(keys.get(EPOCH_KEYS, NAME)).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(keys.names(EPOCH_KEYS)).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(keys.destroy(EPOCH_KEYS, NAME)).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(keys.replace(EPOCH_KEYS, NAME, key())).rejects.toMatchObject({ name });
  });

  test('an error that is none of the browser’s is none of “not there”', async () => {
    await keys.put(EPOCH_KEYS, NAME, key());
    disk.step = () => {
      throw Object.assign(new Error('no'), { name: 'NotFoundError' });
    };
    await expect(keys.get(EPOCH_KEYS, NAME)).rejects.toMatchObject({ code: 'storage-failed' });
  });
});

test('whoever writes anew and whoever destroys take turns, over all windows, a key at a time', async () => {
  const asked: string[] = [];
  const locks: Locks = {
    shared: () => Promise.reject(new Error('not shared')),
    alone: (name, work) => {
      asked.push(name);
      return work();
    },
  };
  keys = opfsKeyFiles(disk.root, locks);
  await keys.put(EPOCH_KEYS, NAME, key());
  await keys.replace(EPOCH_KEYS, NAME, key());
  await keys.destroy(EPOCH_KEYS, NAME);
  expect(asked).toEqual([`key/${EPOCH_KEYS}/${NAME}`, `key/${EPOCH_KEYS}/${NAME}`]);
});

test('destroyed while it is written anew in another window: it stays destroyed', async () => {
  await keys.put(EPOCH_KEYS, NAME, key());
  const [, replaced] = await Promise.all([keys.destroy(EPOCH_KEYS, NAME), keys.replace(EPOCH_KEYS, NAME, key(300))]);
  expect(replaced).toBe(false);
  expect(disk.files.size).toBe(0);
});
