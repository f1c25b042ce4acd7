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

/** A table row of cells that are escaped here. */
export function row(cells: readonly string[], tag: 'td' | 'th' = 'td'): string {
  const scope = tag === 'th' ? ' scope="col"' : '';
  return `<tr>${cells.map((cell) => `<${tag}${scope}>${escaped(cell)}</${tag}>`).join('')}</tr>\n`;
}
