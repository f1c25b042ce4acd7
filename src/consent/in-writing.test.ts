import { describe, expect, test } from 'vitest';
import { isName, nameInWriting } from './in-writing.ts';

describe('agreeing in writing', () => {
  test.each([
    ['I, Ana Alvarez, agree in writing', 'Ana Alvarez'],
    ['i, ana alvarez, AGREE IN WRITING.', 'ana alvarez'],
    ['  I , José-María d’Arc Jr. , agree in writing! ', 'José-María d’Arc Jr.'],
    ['I, 李小龍, agree in writing', '李小龍'],
    ['I,Ana,agree in writing', 'Ana'],
    ['I, Ana, agree in writing .', 'Ana'],
  ])('%s', (line, name) => expect(nameInWriting(line)).toBe(name));

  test.each([
    'I agree in writing',
    'I, Ana, agree',
    'I, , agree in writing',
    'I, Ana, do not agree in writing',
    'I, Ana, agree in writing, but only to sound',
    'I, Ana, agree in writingly',
    'Ben said: I, Ana, agree in writing',
    'I, Ana, agree in writing\nnot',
    'I, Ana, Ben, agree in writing',
    `I, ${'a'.repeat(300)}, agree in writing`,
  ])('not: %s', (line) => expect(nameInWriting(line)).toBeNull());

  test('under the whole name of the list, however it is spaced and capitalised, and under no other', () => {
    expect(isName('ana  ALVAREZ', ' Ana Alvarez')).toBe(true);
    expect(isName('Ana', 'Ana Alvarez')).toBe(false);
    expect(isName('Ana Lisa', 'Analisa')).toBe(false);
    expect(isName('stra\u00dfe', 'STRASSE')).toBe(false);
    expect(isName('Аna Alvarez', 'Ana Alvarez')).toBe(false);
    expect(isName('', '')).toBe(false);
  });
});
