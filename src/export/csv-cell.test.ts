import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canStartFormula, csvCell, csvLine } from './csv-cell.ts';

describe('a cell that could start a formula gets an apostrophe', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '|x',
    '\tx',
    '\rx',
    '\0x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '﹦1',
    '  =1',
    '\u200b=1',
    '"=1',
    '\ufeff-1',
  ])('%j', (text) => expect(csvCell(text)).toBe(`"'${text.replaceAll('"', '""')}"`));

  it.each(['yes', 'a=b', 'no - thanks', 'mail@host', "'tis", '', ' ', '😀 ok', '١'])('not %j', (text) =>
    expect(csvCell(text)).toBe(`"${text}"`),
  );

  it('also behind a semicolon, where that is the separator', () => {
    expect(csvCell('hi;=HYPERLINK(A1);x')).toBe(`"hi;'=HYPERLINK(A1);x"`);
    expect(csvCell('hi\n=A1')).toBe(`"hi\n'=A1"`);
  });

  it('and the border itself gets none: words that nobody could take for a formula stay as they are', () => {
    for (const text of ['a\tb', 'a\r\nb', 'a;b', 'a -b']) expect(csvCell(text)).toBe(`"${text}"`);
  });
});

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'=+-@|\t\r\n\0＝＋－＠﹦"\',; \u200b\ufeffab'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('for any cells', () => {
  it('an RFC 4180 reader gets them back, apart from the apostrophes', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1 }), (cells) => {
        const read = readLine(csvLine(cells));
        expect(read).toHaveLength(cells.length);
        for (const [at, cell] of cells.entries()) {
          expect(canStartFormula(read[at] ?? '=')).toBe(false);
          if (!cell.includes("'")) expect((read[at] ?? '').replaceAll("'", '')).toBe(cell);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([';', '\t'])('a reader that splits at %j finds no formula either', { timeout: 60_000 }, (separator) => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1 }), (cells) => {
        for (const cell of looseCells(csvLine(['2026', ...cells]), separator)) expect(isFormula(cell)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

/** A strict reader of one line in which every cell is quoted. */
function readLine(line: string): string[] {
  expect(line.endsWith('"\r\n')).toBe(true);
  const cells: string[] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n$)/gy;
  for (let end = 0; end < line.length; end = cell.lastIndex) {
    const found = cell.exec(line);
    if (!found) throw new Error(`not RFC 4180 at ${end}`);
    cells.push((found[1] ?? '').replaceAll('""', '"'));
  }
  return cells;
}

/** Stricter than any spreadsheet that we know of: a trigger after anything that might be skipped. */
function isFormula(cell: string): boolean {
  return canStartFormula(cell.replace(/^[\s\p{Cc}\p{Cf}]+/u, ''));
}

/** As a spreadsheet reads with another separator: a cell is quoted only when its first character is a quote. */
function looseCells(text: string, separator: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const quoted = /"((?:[^"]|"")*)"?/y;
      quoted.lastIndex = at;
      cell = (quoted.exec(text)?.[1] ?? '').replaceAll('""', '"');
      at = quoted.lastIndex;
    }
    while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') cell += text[at++];
    at += 1;
    cells.push(cell);
  }
  return cells;
}
