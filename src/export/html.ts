/** What turns the writing direction, or cannot be seen: in somebody's name it would turn the sentence around it. */
const TURNS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const [ISOLATE, END] = ['\u2068', '\u2069'];
const NAME_SHOWN = 200;

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** As text or as the value of an attribute in quotes; never as a script, a style or an address. Lone surrogates have no UTF-8, and are replaced. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (sign) => MARKUP[sign] ?? '')
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd');
}

/** Words of somebody, in a sentence of ours: in whatever direction they run, the rest of the sentence stays as it is. */
export function isolated(text: string): string {
  const plain = text.replace(TURNS, '');
  return plain === '' ? '' : `${ISOLATE}${plain}${END}`;
}

/** The same of a name, which is cut where nobody would read on. */
export function isolatedName(name: string): string {
  const shown = [...name];
  return isolated(shown.length > NAME_SHOWN ? `${shown.slice(0, NAME_SHOWN).join('')}…` : name);
}

/** A table of cells that are escaped here. Where there is no room for columns, each cell says which one it is of. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  const body = rows.map((cells) => {
    const each = cells.map((cell, at) => `<td data-of="${escaped(columns[at] ?? '')}">${escaped(cell)}</td>`);
    return `<tr>${each.join('')}</tr>\n`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body.join('')}</tbody></table>\n`;
}
