import { expect, test } from 'vitest';
import { ed25519Of } from '../model/ed25519.ts';
import { isSealed, sealedReceipt, type Unsealed } from './receipt-seal.ts';
import { LOG } from './testdata/meeting.ts';
import { testSigner } from './testdata/signer.ts';

const verify = ed25519Of(crypto.subtle);
/** What is sealed is all members, whatever they are. */
const receipt = { log: LOG, madeAt: '2026-03-02T10:00:00.000Z', entries: [] } as unknown as Unsealed;

test('the seal is that of exactly this, by this key', async () => {
  const signer = await testSigner();
  const sealed = await sealedReceipt(receipt, signer);
  const is = (change: object, key = signer.key) => isSealed({ ...sealed, ...change }, key, verify);
  expect(await is({})).toBe(true);
  expect(await is({ log: 'lAAAAAAAAAAAA' })).toBe(false);
  expect(await is({ madeAt: '2026-03-02T10:00:00.001Z' })).toBe(false);
  expect(await is({ more: 1 })).toBe(false);
  expect(await is({}, (await testSigner(43)).key)).toBe(false);
  expect(await is({ seal: (await sealedReceipt({ ...receipt, log: 'lAAAAAAAAAAAA' }, signer)).seal })).toBe(false);
  for (const seal of ['', 'no note', sealed.seal.replace(/\n— .*\n$/, '\n')]) expect(await is({ seal })).toBe(false);
});

test('nobody else’s signature will do', async () => {
  const { seal } = await sealedReceipt(receipt, await testSigner(43));
  expect(await isSealed({ ...receipt, seal }, (await testSigner()).key, verify)).toBe(false);
});
