import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { isAgeRecipient } from './age-recipient.ts';

const KNOWN = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

test('whatever age makes is one', async () => {
  expect(isAgeRecipient(KNOWN)).toBe(true);
  for (let n = 0; n < 20; n++)
    expect(isAgeRecipient(await identityToRecipient(await generateX25519Identity()))).toBe(true);
});

test('one letter wrong, or two that changed places, is found wherever it is', () => {
  for (let at = 4; at < KNOWN.length; at++) {
    const wrong = KNOWN[at] === 'q' ? 'p' : 'q';
    expect(isAgeRecipient(KNOWN.slice(0, at) + wrong + KNOWN.slice(at + 1)), `${at}`).toBe(false);
    const [one, two] = [KNOWN[at - 1] ?? '', KNOWN[at] ?? ''];
    if (at > 4 && one !== two)
      expect(isAgeRecipient(KNOWN.slice(0, at - 1) + two + one + KNOWN.slice(at + 1)), `${at}`).toBe(false);
  }
});

test.each([
  '',
  'age1',
  KNOWN.toUpperCase(),
  ` ${KNOWN}`,
  `${KNOWN}q`,
  KNOWN.slice(1),
  'AGE-SECRET-KEY-1QQQ',
  'age1pq1qqqq',
])('%j is none', (text) => {
  expect(isAgeRecipient(text)).toBe(false);
});
