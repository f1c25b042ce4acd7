import { describe, expect, test } from 'vitest';
import { namesIn } from './names.ts';

describe('names that are typed or pasted', () => {
  test.each([
    ['one', 'Ana', ['Ana']],
    ['one a line, with blank ones between them', 'Ana\n\n  Ben \r\nCem\n', ['Ana', 'Ben', 'Cem']],
    ['as a mail program lists them', 'Ana Ray; Ben Oz;', ['Ana Ray', 'Ben Oz']],
    ['with a comma in them', 'Ray, Ana\nOz, Ben', ['Ray, Ana', 'Oz, Ben']],
    ['as a list', '- Ana\n* Ben\n3. Cem\n4) Dia\n• Eve', ['Ana', 'Ben', 'Cem', 'Dia', 'Eve']],
    ['that begin with a digit or a dash', '3M guest\n-Ana', ['3M guest', '-Ana']],
    ['twice', 'Ana\nAna \nana', ['Ana', 'ana']],
    ['with white space of all kinds in them', 'Ana\u00a0\t Ray', ['Ana Ray']],
    ['not at all', ' \n;; \n', []],
  ])('%s', (_, text, names) => expect(namesIn(text)).toEqual(names));

  test('too long: cut', () => expect(namesIn('x'.repeat(900))).toEqual(['x'.repeat(200)]));
});
