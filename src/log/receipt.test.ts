import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { canonical } from './canonical.ts';
import { isReceiptText, RECEIPT_MAX, type Receipt, type ReceiptFault, readReceipt, receiptText } from './receipt.ts';

const text = readFileSync(new URL('../verify/testdata/receipt.json', import.meta.url), 'utf8');
const whole = JSON.parse(text) as Receipt;
const faultOf = (of: string) => {
  const read = readReceipt(of);
  return read.ok ? null : read.fault;
};

test('a receipt is read back as it was written', () => {
  expect(readReceipt(text)).toEqual({ ok: true, receipt: whole });
  expect(receiptText(whole)).toBe(text);
});

describe('what is no receipt is refused, and said why', () => {
  it.each<[string, object, ReceiptFault]>([
    ['another format', { format: 'ask-to-record-log' }, 'receipt-version'],
    ['a version of the future', { version: 2 }, 'receipt-version'],
    ['a version of the future that says more', { version: 2, more: 1 }, 'receipt-version'],
    ['a member more', { more: 1 }, 'receipt-shape'],
    ['words before its time', { madeAt: `on ${whole.madeAt}` }, 'receipt-shape'],
    ['words after its time', { madeAt: `${whole.madeAt} or so` }, 'receipt-shape'],
    ['a day that there is not', { madeAt: '2026-02-30T09:00:00.000Z' }, 'receipt-shape'],
    ['a month that there is not', { madeAt: '2026-13-01T09:00:00.000Z' }, 'receipt-shape'],
    ['a key that is too short', { key: whole.key.slice(1) }, 'receipt-shape'],
    ['the id of a log with more before it', { log: `l${whole.log}` }, 'receipt-shape'],
    ['the id of a log with more behind it', { log: `${whole.log}A` }, 'receipt-shape'],
    ['the id of a participant with more before it', { participants: [`p${whole.participants[0]}`] }, 'receipt-shape'],
    ['the id of a participant with more behind it', { participants: [`${whole.participants[0]}A`] }, 'receipt-shape'],
    [
      'participants of whom the last two are out of order',
      { participants: ['pAAAAAAAAAAAA', 'pCAAAAAAAAAAA', 'pBAAAAAAAAAAA'] },
      'receipt-shape',
    ],
    ...['EN', 'xEN', 'e', '-en', 'en-', 'en-a', 'en-$$$', 'en-abcdefghi', 'en US'].map(
      (language): [string, object, ReceiptFault] => [
        `the language ${language}`,
        { statement: { language, text: '' } },
        'receipt-shape',
      ],
    ),
  ])('%s', (_what, part, fault) => expect(faultOf(canonical({ ...whole, ...part }))).toBe(fault));

  it.each<[string, string, ReceiptFault]>([
    ['no JSON', text.slice(0, -1), 'receipt-json'],
    ['nothing', '', 'receipt-json'],
    ['a list', '[]', 'receipt-version'],
    ['another spelling', ` ${text}`, 'receipt-canonical'],
    ['a member twice', text.replace('"version":1', '"version":1,"version":1'), 'receipt-canonical'],
    ['a lone surrogate', text.replace(whole.platform, '\\ud800'), 'receipt-shape'],
  ])('%s', (_what, of, fault) => {
    expect(of).not.toBe(text);
    expect(faultOf(of)).toBe(fault);
  });

  it.each(['en', 'gsw', 'pt-BR', 'zh-Hant-TW'])('and the language %s is one', (language) => {
    expect(faultOf(canonical({ ...whole, statement: { language, text: '' } }))).toBeNull();
  });

  it('and participants in their order are taken', () => {
    expect(
      faultOf(canonical({ ...whole, participants: ['pAAAAAAAAAAAA', 'pBAAAAAAAAAAA', 'pCAAAAAAAAAAA'] })),
    ).toBeNull();
  });
});

test('a text says that it is a receipt, of whatever version, or it does not', () => {
  expect(isReceiptText(text)).toBe(true);
  expect(isReceiptText(canonical({ ...whole, version: 2 }))).toBe(true);
  for (const other of ['', '{', '[]', '{"format":"ask-to-record-log"}']) expect(isReceiptText(other)).toBe(false);
  const padded = (length: number) => `${text}${' '.repeat(length - text.length)}`;
  expect([isReceiptText(padded(RECEIPT_MAX)), isReceiptText(padded(RECEIPT_MAX + 1))]).toEqual([true, false]);
});
