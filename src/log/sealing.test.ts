import { expect, test } from 'vitest';
import { canonical, utf8 } from './canonical.ts';
import { IV_BYTES, importPersonKey, seal, unseal } from './sealing.ts';
import { ANA, LOG } from './testdata/meeting.ts';

const iv = new Uint8Array(IV_BYTES).fill(3);
const place = { log: LOG, index: 3, field: 'name', subject: ANA };
const key = importPersonKey(new Uint8Array(32).fill(5));

test('a person’s key cannot be read again from what is used', async () => {
  expect((await key).extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', await key)).rejects.toThrow();
});

test('an empty text opens as one', async () => {
  expect(await unseal(await key, iv, place, await seal(await key, iv, place, ''))).toBe('');
});

test('what does not open is damage of that entry’s words, and says which and why', async () => {
  const sealed = await seal(await key, iv, { ...place, index: 4 }, 'words');
  const opening = unseal(await key, iv, place, sealed);
  await expect(opening).rejects.toMatchObject({ code: 'damaged', what: 'words', index: 3 });
  await expect(opening).rejects.toThrow('disclosure name of entry 3');
  await expect(opening).rejects.toHaveProperty('cause');
});

test('what opens and is no UTF-8 is damage too', async () => {
  const additionalData = utf8(canonical([place.log, place.index, place.field, place.subject]));
  const parameters = { name: 'AES-GCM', iv, additionalData };
  const sealed = await crypto.subtle.encrypt(parameters, await key, Uint8Array.of(0xff));
  await expect(unseal(await key, iv, place, new Uint8Array(sealed))).rejects.toMatchObject({
    code: 'damaged',
    what: 'words',
    index: 3,
  });
});
