import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaymentNumber } from './payment-numbers.ts';
import { SpreadNumbers } from './spread-number.ts';

type Said = readonly [who: string, words: string];
const line = (name: string, text: string) => ({
  id: null,
  sender: { id: name, name, self: name === 'me' },
  text,
  edited: false,
});
/** What each line completes, a second after the one before. */
function heard(said: readonly Said[], everyMs = 1000): (PaymentNumber | null)[] {
  const spread = new SpreadNumbers();
  return said.map(([who, words], n) => spread.hear(line(who, words), words, n * everyMs));
}
const by = (...words: string[]): Said[] => words.map((one) => ['Ana', one]);
const last = (said: readonly Said[], everyMs?: number) => heard(said, everyMs).at(-1);

describe('a number over several messages is found with its last piece, and not before', () => {
  test.each<[string, PaymentNumber, Said[]]>([
    ['two halves', 'card-number', by('4111 1111', '1111 1111')],
    ['four groups', 'card-number', by('4111', '1111', '1111', '1111')],
    ['without spaces', 'card-number', by('55555555', '55554444')],
    ['words before and after', 'card-number', by('my card is 5555 5555', '5555 4444, thanks')],
    ['a line of words in between', 'card-number', by('4111 1111', 'wait', '1111 1111')],
    ['a card of fifteen', 'card-number', by('3782 822463', '10005')],
    ['another script', 'card-number', by('٤١١١ ١١١١', '١١١١ ١١١١')],
    ['with its date after it', 'card-number', by('4111 1111', '1111 1111 12/27')],
    ['with its date after some blanks', 'card-number', by('4111 1111', '1111 1111   12 / 27')],
    ['with its date after a comma', 'card-number', by('4111 1111', '1111 1111, 12/2027')],
    ['with all that stands on it', 'card-number', by('4111 1111', '1111 1111 12/27, 123')],
    ['a card of thirteen', 'card-number', by('4222 2222', '22222')],
    ['groups that only begin or end like years', 'card-number', by('20115 20346', '20472')],
    ['another group like one at its end', 'card-number', by('42011 52034', '62047')],
    ['with something else before it, a word away', 'card-number', by('12 people, 4111 1111', '1111 1111')],
    ['with something else behind it, a word away', 'card-number', by('4111 1111', '1111 1111 until 5')],
    [
      'the host’s own',
      'card-number',
      [
        ['me', '4111 1111'],
        ['me', '1111 1111'],
      ],
    ],
    [
      'somebody else speaks in between',
      'card-number',
      [
        ['Ana', '4111 1111'],
        ['Ben', '12 30'],
        ['Ana', '1111 1111'],
      ],
    ],
    ['another number before it', 'card-number', by('room 12', 'so', '4111 1111', '1111 1111')],
    ['an account', 'account-number', by('DE89 3704 0044', '0532 0130 00')],
    ['an account in four', 'account-number', by('IBAN GB29', 'NWBK 6016', '1331 9268', '19')],
  ])('%s', (_, kind, said) => {
    const found = heard(said);
    expect(found.at(-1)).toBe(kind);
    expect(found.slice(0, -1).every((one) => one === null)).toBe(true);
  });
});

describe('nothing is found', () => {
  test.each<[string, Said[]]>([
    [
      'halves of two people',
      [
        ['Ana', '4111 1111'],
        ['Ben', '1111 1111'],
      ],
    ],
    ['one digit is wrong', by('4111 1111', '1111 1112')],
    ['words between the digits', by('4111 1111 is the order', '1111 1111 the customer')],
    ['telephone numbers', by('0170 1234567', '0171 7654321', '+49 30 123456', '+44 20 79460000')],
    ['American ones', by('(212) 555-0123', '(415) 555-0199', '212 555 0123')],
    ['dates and times', by('29.11.2026', '30.11.2026', '14:30', '15:00', '16:45')],
    ['years', by('2019', '2020', '2021', '2018')],
    ['votes', by('1', '2', '3')],
    ['rooms and prices', by('room 12', '1200', '1500', '25 €')],
    ['meeting ids and codes', by('812 3456 7890', '123456')],
    ['a piece of a longer number', by('4111 1111 1111', '1111 2222 3333')],
    ['a list that it stands in', by('20, 4111 1111', '1111 1111')],
    ['a list that goes on', by('4111 1111', '1111 1111, 22')],
    ['a list behind a date', by('4111 1111', '1111 1111 12/27 123 456')],
    ['what begins like a telephone number', by('1234 5678', '9012 3452')],
    [
      'what is whole in its own line: that is found where each line is read',
      by('it is', 'ok 7 so', '4111 1111 1111 1111'),
    ],
    ['what was whole in the line before', by('4111 1111 1111 1111', 'ok 5')],
    ['words alone', by('hello', 'I agree', 'thanks')],
    ['nothing', by('', ' ')],
  ])('%s', (_, said) => expect(heard(said).every((one) => one === null)).toBe(true));

  test('where years make a number that is right', () => {
    // 2018 2019 2020 2026 ends right by Luhn, or one of its neighbours does: ten in a row hold one.
    const years = Array.from({ length: 10 }, (_, n) => by('2018', '2019', '2020', `${2020 + n}`));
    for (const said of years) expect(last(said)).toBeNull();
  });

  test('whatever the clock says that it goes by', () => {
    const spread = new SpreadNumbers();
    const day = 86_400_000;
    expect(spread.hear(line('Ana', ''), '4111 1111', day)).toBeNull();
    expect(spread.hear(line('Ana', ''), '1111 1111', day + 1000)).toBe('card-number');
  });

  test('when two minutes lie between', () => {
    expect(last(by('4111 1111', '1111 1111'), 120_000)).toBe('card-number');
    expect(last(by('4111 1111', '1111 1111'), 120_001)).toBeNull();
  });
});

test('found once, its pieces are gone: they complete nothing more', () => {
  expect(heard(by('4111 1111', '1111 1111', '1111 1111'))).toEqual([null, 'card-number', null]);
  // With the one behind it, the second would be another number that is right.
  expect(heard(by('4111 1111', '4000 0004', '0000 0008'))).toEqual([null, 'card-number', null]);
});

test('every card number, cut into groups and those into messages anyhow', () => {
  const luhn = (digits: string): string => {
    const sum = [...digits].reverse().reduce((all, one, i) => {
      const digit = Number(one) * (i % 2 === 0 ? 2 : 1);
      return all + (digit > 9 ? digit - 9 : digit);
    }, 0);
    return digits + String((10 - (sum % 10)) % 10);
  };
  const card = fc.stringMatching(/^[3-6]\d{14}$/).map(luhn);
  fc.assert(
    fc.property(card, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (number, breaks) => {
      fc.pre(breaks.some((one) => one));
      const [first = '', ...rest] = number.match(/.{4}/g) ?? [];
      const text = rest.reduce((all, group, i) => all + (breaks[i] ? '\n' : ' ') + group, first);
      expect(last(by(...text.split('\n')))).toBe('card-number');
    }),
  );
});

test('few ordinary numbers make a card by chance: pairs of eight digits, one in ten and no more', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
  let alarms = 0;
  for (let i = 0; i < 1000; i++) {
    const eight = () => `${(random() % 90_000_000) + 10_000_000}`;
    if (last(by(eight(), eight())) !== null) alarms += 1;
  }
  expect(alarms).toBeLessThan(100);
});
