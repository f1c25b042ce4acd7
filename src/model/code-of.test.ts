import { expect, it } from 'vitest';
import { codeOf } from './code-of.ts';
import { Failure } from './failure.ts';

it('tells a full disk, however deep it lies', () => {
  const full = new DOMException('no room', 'QuotaExceededError');
  expect(codeOf(full)).toBe('disk-full');
  expect(codeOf(new Failure('unexpected', 'the file could not be made', { cause: full }))).toBe('disk-full');
});

it('keeps the code of a failure, and is at a loss with the rest', () => {
  expect(codeOf(new Failure('key-missing'))).toBe('key-missing');
  expect(codeOf(new TypeError('no such thing'))).toBe('unexpected');
  expect(codeOf('thrown text')).toBe('unexpected');
});
