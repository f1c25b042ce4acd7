import { Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import { RECIPIENT } from '../vault/testdata/one-recipient.ts';
import { locked, notRecipients } from './age.ts';

const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer());

test('a passphrase opens it however it was typed: letter by letter, or with its accents already joined', async () => {
  const passphrase = 'Cafe\u0301 \ufb01ve nine';
  const file = await bytesOf(await locked(new Blob(['what was said']).stream(), { with: 'passphrase', passphrase }));
  const opener = new Decrypter();
  opener.addPassphrase('Caf\u00e9 five nine');
  expect(await opener.decrypt(file, 'text')).toBe('what was said');
});

test('what nobody can lock to is told by name, a secret key too', async () => {
  const secret = `AGE-SECRET-KEY-1${'Q'.repeat(58)}`;
  expect(await notRecipients([RECIPIENT, 'age1none', secret])).toEqual(['age1none', secret]);
  await expect(
    locked(new Blob(['x']).stream(), { with: 'recipients', recipients: [RECIPIENT, 'age1none'] }),
  ).rejects.toMatchObject({ code: 'bad-recipient' });
});
