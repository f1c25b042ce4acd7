import { describe, expect, it } from 'vitest';
import { cleanName, nameSkeleton } from './confusable.ts';

describe('nameSkeleton', () => {
  it.each([
    'bob',
    'Bob ',
    ' BOB',
    'B\u00a0ob',
    'B\u200bob',
    'B\u200cob',
    '\u202eBob',
    'Bob\u00ad',
    '\u0412ob',
    'B\u043eb',
    '\u0392\u03bfb',
    '\uff22\uff4f\uff42',
    '𝐁𝐨𝐛',
    'B0b',
    'Bób',
    'Bob.',
    'Bob (You)',
    'Bob (Host, me)',
    'Bob [Guest]',
    'Bob（Guest）',
    'B\u3164ob',
  ])('%j passes for Bob', (name) => {
    expect(nameSkeleton(name)).toBe(nameSkeleton('Bob'));
  });

  it.each([
    ['Bill', 'BiII'],
    ['Lia', 'lia'],
    ['Al1', 'Ali'],
    ['Strauß', 'STRAUSS'],
    ['Αννα', 'ΑΝΝΑ'],
    ['Νίκος', 'ΝΙΚΟΣ'],
    ['Işık', 'ISIK'],
    ['Arnold', 'Amold'],
    ['Olivia', '0livia'],
    ['Иван', 'ИВАН'],
    ['José', 'Jose'],
    ['Wilma', 'VVilma'],
    ['Νίκος Αλεξίου', 'ΝΙΚΟΣΑΛΕΞΙΟΥ'],
    ['. .', '..'],
  ])('%s and %s pass for one another', (one, other) => {
    expect(nameSkeleton(one)).toBe(nameSkeleton(other));
  });

  it.each([
    ['Bob', 'Rob'],
    ['Ana', 'Anna'],
    ['राम', 'रीमा'],
    ['田中', '田口'],
    ['محمد', 'محمود'],
    ['🙂', '🎉'],
    ['Bob', ''],
  ])('%s and %s do not', (one, other) => {
    expect(nameSkeleton(one)).not.toBe(nameSkeleton(other));
  });

  it('keeps something of a name that is all brackets or marks', () => {
    expect(nameSkeleton('(Bob)')).toBe(nameSkeleton('Bob'));
    expect(nameSkeleton('...')).toBe('...');
    expect(nameSkeleton('\ud800')).not.toBe('');
  });
});

describe('cleanName', () => {
  it('drops controls and bidi overrides and collapses white space', () => {
    expect(cleanName(' \u202eBob\u202c\n\t  Smith\u0000 ', 40)).toBe('Bob Smith');
    expect(cleanName('Bob \u202e Smith', 40)).toBe('Bob Smith');
  });
  it('keeps joined emoji and names of other scripts', () => {
    expect(cleanName('Ana 👩‍💻', 40)).toBe('Ana 👩‍💻');
    expect(cleanName('می‌خواهم', 40)).toBe('می‌خواهم');
  });
  it('cuts at whole characters within the limit', () => {
    expect(cleanName('👩‍💻👩‍💻👩‍💻', 11)).toBe('👩‍💻👩‍💻…');
    expect(cleanName('abcdef', 6)).toBe('abcdef');
    expect(cleanName('abcdefg', 6)).toBe('abcde…');
    expect(cleanName('abc defg', 5)).toBe('abc…');
    expect(cleanName(`a${'\u0301'.repeat(300)}`, 20).length).toBeLessThanOrEqual(20);
  });
  it('gives nothing for a name that shows nothing', () => {
    expect(cleanName('\u200d\u3164\u2800 \u200c', 40)).toBe('');
  });
});
