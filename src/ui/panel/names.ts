import { NAME_MAX } from '../../model/roster.ts';

/** Marks of a list in front of a name: a dash, a dot, a number. */
const MARK = /^(?:[-*•–]|\d{1,3}[.)])\s+/u;

/** The names in what was typed or pasted, one a line or with semicolons between them, each once. A comma may belong to a name. */
export function namesIn(text: string): string[] {
  const names = text
    .split(/[\n\r;]+/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim().replace(MARK, '').slice(0, NAME_MAX).trim());
  return [...new Set(names)].filter((name) => name !== '');
}
