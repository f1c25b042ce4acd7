import { describe, expect, test } from 'vitest';
import { loadAge } from './age.ts';
import { passkeysHere } from './passkey.ts';
import { sealerHere, WORK_FACTOR } from './passphrase.ts';

const IDENTITY = 'AGE-SECRET-KEY-1X';
const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

describe('a passphrase', () => {
  test('costs whoever tries one as much as was said, and lies nowhere in what it seals', async () => {
    expect(WORK_FACTOR).toBe(18);
    const sealed = text(await sealerHere(3).seal(IDENTITY, 'four words and more'));
    expect(sealed).toMatch(/^age-encryption\.org\/v1\n-> scrypt [\w+/]+ 3\n/);
    expect(sealed).not.toContain(IDENTITY);
    expect(sealed).not.toContain('four words');
  });

  test('opens what it sealed, however it is spelled; another one is wrong, and what is no such file is damaged', async () => {
    const sealer = sealerHere(2);
    const sealed = await sealer.seal(IDENTITY, 'fu\u0308nf gro\u00dfe');
    expect(await sealer.open(sealed, 'f\u00fcnf gro\u00dfe')).toBe(IDENTITY);
    await expect(sealer.open(sealed, 'funf gro\u00dfe')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(sealer.open(sealed.slice(0, -1), 'f\u00fcnf gro\u00dfe')).rejects.toMatchObject({ code: 'damaged' });
    await expect(sealer.open(new Uint8Array(), 'any')).rejects.toMatchObject({ code: 'damaged' });
  });
});

test('where no passkey can be had, that is said, and nothing opens', async () => {
  const passkey = { credential: 'AGE-PLUGIN-FIDO2PRF-1X', sealed: new Uint8Array(8), addedAt: 1 };
  await expect(passkeysHere.add(IDENTITY, 'Laptop', 1)).rejects.toMatchObject({ code: 'passkey-refused' });
  await expect(passkeysHere.open(passkey)).rejects.toMatchObject({ code: 'passkey-refused' });
});

test('age is loaded once, whoever asks', async () => {
  expect(loadAge()).toBe(loadAge());
  expect(await loadAge()).toHaveProperty('Encrypter');
});
