const TRIGGERS = '=+-@|';
/** A tab, CR or NUL at the very start is a trigger of its own. */
const LEADING_CONTROL = /^[\t\r\0]/;
/** What a spreadsheet may skip before it looks for a formula: white space, control and format characters, an empty pair of quotes. */
const SKIPPED = /^[\s\p{Cc}\p{Cf}"]+/u;
/** Where a spreadsheet that takes ; or tab for the separator (the list separator of many European locales) begins a cell anew. */
const OTHER_BORDERS = /([;\t\r\n])/;

/**
 * One CSV cell, RFC 4180, always quoted. Whatever a spreadsheet could take for a formula gets a ' in front (OWASP ASVS 5.0, 1.2.10):
 * = + - @ | tab CR NUL, their full-width and small forms, at the start of the cell and after a border inside it. This holds for our
 * own hashes too, which may begin with -. The words in a table are therefore not always the exact ones; those in the JSON export are.
 */
export function csvCell(text: string): string {
  const inner = text
    .split(OTHER_BORDERS)
    .map((piece, at) => (at > 0 && at % 2 === 0 ? defused(piece) : piece))
    .join('');
  return `"${defused(inner).replaceAll('"', '""')}"`;
}

/** Cells joined to a line with its CRLF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

export function canStartFormula(text: string): boolean {
  if (LEADING_CONTROL.test(text)) return true;
  const [first = ''] = text.replace(SKIPPED, '');
  // NFKC folds ＝ (full-width), ﹦ (small) and ⁼ (superscript) to =, and so on.
  return first !== '' && TRIGGERS.includes(first.normalize('NFKC'));
}

function defused(text: string): string {
  return canStartFormula(text) ? `'${text}` : text;
}
