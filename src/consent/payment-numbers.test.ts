import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEFT_OUT, paymentNumberIn, withoutPaymentNumbers } from './payment-numbers.ts';

/** Numbers that the schemes themselves publish for tests, and the examples of the IBAN registry. */
const CARDS = ['4111111111111111', '5555555555554444', '378282246310005', '30569309025904', '6011111111111117'];
const ACCOUNTS = [
  'DE89370400440532013000',
  'GB29NWBK60161331926819',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
  'FR1420041010050500013M02606',
];

describe('a card number is found', () => {
  test.each([
    ...CARDS,
    'my card is 4111 1111 1111 1111, thanks',
    '4111-1111-1111-1111',
    '4111.1111.1111.1111',
    '4111\u00a01111\u00a01111\u00a01111',
    '4111 - 1111 - 1111 - 1111',
    '4111 1111\n1111 1111',
    '3782 822463 10005',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
    '41 11 11 11 11 11 11 11',
    'card:4111111111111111 exp 12/27 cvc 123',
    '4111 1111 1111 1111 12/27 123',
    '٤١١١ ١١١١ ١١١١ ١١١١',
    '４１１１１１１１１１１１１１１１',
    '४१११ ११११ ११११ ११११',
    '4111\u200b1111\u200b1111\u200b1111',
    'Karte:4111111111111111,danke',
    'カード番号は4111111111111111です',
    '2026 4111 1111 1111 1111',
  ])('%s', (text) => expect(paymentNumberIn(text)).toBe('card-number'));
});

describe('an account number is found', () => {
  test.each([
    ...ACCOUNTS,
    'DE89 3704 0044 0532 0130 00',
    'de89 3704 0044 0532 0130 00 please',
    'IBAN: GB29 NWBK 6016 1331 9268 19.',
    'IBANDE89370400440532013000',
    'DE 89 3704 0044 0532 0130 00',
    'DE89-3704-0044-0532-0130-00',
    'DE89 3704 0044 0532 0130 00\nthanks',
  ])('%s', (text) => expect(paymentNumberIn(text)).toBe('account-number'));
});

describe('nothing is found in', () => {
  test.each([
    '',
    'pause the recording',
    '4111 1111 1111 1112',
    'GB29NWBK60161331926818',
    'call +491701234567 or +1 (212) 555-0123',
    '2026-11-29 21:24:31 and 2026-11-29 21:25:02',
    '0000 0000 0000 0000',
    'meeting 812 3456 7890',
    '411111111111',
    '[atr1 ask aQ2wErTyUiOp 7Jf0kL2mN4pQ6rS8tU0vW2xY4zA6bC8dE0fG2hI4jK6]',
  ])('%s', (text) => expect(paymentNumberIn(text)).toBeNull());
});

const luhn = (digits: string): string => {
  const sum = [...digits].reverse().reduce((all, one, i) => {
    const digit = Number(one) * (i % 2 === 0 ? 2 : 1);
    return all + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
};

describe('properties', () => {
  const digits = fc.stringMatching(/^[1-9]\d{11,17}$/).map(luhn);
  const separator = fc.constantFrom('', ' ', '-', '.', '\u00a0', ' - ');
  const group = (number: string, by: string) => number.match(/.{1,4}/g)?.join(by) ?? '';
  const prose = fc.stringMatching(/^[ a-z,.!]{0,30}$/);

  test('every right card number is found in four and four, in any words, and nothing of it stays', () => {
    fc.assert(
      fc.property(digits, separator, prose, prose, (number, by, before, after) => {
        // A word of four letters, because one of two straight before it is a country, and one number in 97 is then an account's as well.
        const text = `${before} card ${group(number, by)} ${after}`;
        expect(paymentNumberIn(text)).toBe('card-number');
        expect(withoutPaymentNumbers(text)).toBe(`${before} card ${LEFT_OUT} ${after}`);
      }),
    );
  });
  test('one wrong digit, and it is none', () => {
    fc.assert(
      fc.property(digits, fc.nat(18), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const i = at % number.length;
        const wrong = number.slice(0, i) + String((Number(number[i]) + by) % 10) + number.slice(i + 1);
        expect(paymentNumberIn(wrong)).toBeNull();
      }),
    );
  });
  test('whatever is written: it ends, and a second look finds nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(paymentNumberIn(withoutPaymentNumbers(text))).toBeNull();
      }),
    );
  });
});

test('several are left out, and the words around them stay', () => {
  expect(withoutPaymentNumbers('from DE89 3704 0044 0532 0130 00 or 4111 1111 1111 1111!')).toBe(
    `from ${LEFT_OUT} or ${LEFT_OUT}!`,
  );
});

// Each digit a few times at most: whatever went back over them again would not end before the runner's limit for one test.
test('forty thousand digits are read to the end', () => {
  expect(paymentNumberIn('1 2 '.repeat(10_000))).toBe('card-number');
  expect(paymentNumberIn('7'.repeat(40_000))).toBeNull();
});
