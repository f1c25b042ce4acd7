import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { IDENTITY, RECIPIENT } from '../vault/testdata/one-recipient.ts';
import { openRows, readRows, rowsText, sealRows } from './sealed-rows.ts';

const ROWS = {
  keys: [{ name: 'p1', key: Uint8Array.of(0, 255, 7) }],
  sealed: Uint8Array.of(1, 2).buffer,
  empty: new Uint8Array(),
  words: 'Ana 🌿',
  none: null,
  count: 0,
};

test('rows come back as they were, bytes as bytes and buffers as buffers', () => {
  const back = readRows(rowsText(ROWS)) as typeof ROWS;
  expect(back).toEqual(ROWS);
  expect(back.keys[0]?.key).toBeInstanceOf(Uint8Array);
  expect(back.sealed).toBeInstanceOf(ArrayBuffer);
  expect(new Uint8Array(back.sealed)).toEqual(Uint8Array.of(1, 2));
});

test('bytes are spelt so that another program can read them', () => {
  expect(rowsText({ key: Uint8Array.of(0, 255), sealed: Uint8Array.of(1).buffer })).toBe(
    '{"key":{"~bytes":"AP8"},"sealed":{"~bytes":"AQ","buffer":true}}',
  );
});

test.each(['', '{', '{"key":{"~bytes":7}}', '{"key":{"~bytes":"!"}}', '{"key":{"~bytes":null}}'])(
  '%j is damaged, and not taken for rows',
  (text) => {
    expect(() => readRows(text)).toThrow(expect.objectContaining({ code: 'damaged' }));
  },
);

test('whoever may open the vault opens them, nobody else does, and nothing of them lies bare', async () => {
  const second = await generateX25519Identity();
  const text = 'Héctor Ruiz';
  const file = await sealRows([RECIPIENT, await identityToRecipient(second)], text);
  expect(Buffer.from(file).toString('utf8')).not.toContain('Ruiz');
  const blob = new Blob([file]);
  for (const key of [IDENTITY, second]) expect(await openRows({ keys: [key] }, blob)).toBe(text);
  const stranger = await generateX25519Identity();
  expect(await openRows({ keys: [stranger, second] }, blob)).toBe(text);
  await expect(openRows({ keys: [stranger] }, blob)).rejects.toMatchObject({ code: 'not-recipient' });
  await expect(openRows({ keys: [second] }, blob.slice(0, -1))).rejects.toMatchObject({ code: 'damaged' });
  await expect(openRows({ keys: [second] }, new Blob([]))).rejects.toMatchObject({ code: 'damaged' });
});
