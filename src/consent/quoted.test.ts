import { expect, test } from 'vitest';
import type { ChatLine } from '../model/chat.ts';
import { quoted } from './quoted.ts';

const line = (text: string, id: string | null = null): ChatLine => ({
  id,
  sender: { id: null, name: 'Ana', self: false },
  text,
  edited: false,
});

test('the words as they were written, with the site’s id of the message where it has one', () => {
  expect(quoted(line('Yes, I agree.', 'm1'))).toEqual({ words: 'Yes, I agree.', site: 'm1' });
  expect(quoted(line('Yes, I agree.'))).toEqual({ words: 'Yes, I agree.' });
});

test('a card’s number is no evidence, and is not kept as one', () => {
  const { words } = quoted(line('Yes, take 4111 1111 1111 1111 then'));
  expect(words).toContain('Yes, take');
  expect(words).not.toMatch(/4111|1111/);
});

test('a thousand signs of it, and half a character that is cut there is none', () => {
  expect(quoted(line('a'.repeat(1001))).words).toBe('a'.repeat(1000));
  expect(quoted(line(`${'a'.repeat(999)}😀`)).words).toBe(`${'a'.repeat(999)}\ufffd`);
});
