/**
 * A notice that is too long for one message of a site goes in several. Each begins by saying what it is about, which one of how many it
 * is, and that one should read on; it holds whole sentences only. How a notice is cut follows from its sentences and the number of parts
 * alone, so that any other extension cuts it in the same way and can tell the very words of each part.
 */

/** More messages than that in a row are no question any more. */
export const PARTS_MAX = 9;

/** The sentences in so many groups, in order, the longest of which is as short as can be; null when there are too few sentences. */
export function cutNotice(sentences: readonly string[], of: number): string[] | null {
  if (of > sentences.length || of < 1) return null;
  if (of === 1) return [sentences.join(' ')];
  let best: string[] | null = null;
  for (let n = 1; n <= sentences.length - of + 1; n++) {
    const rest = cutNotice(sentences.slice(n), of - 1);
    const cut = rest && [sentences.slice(0, n).join(' '), ...rest];
    if (cut && (best === null || longest(cut) < longest(best))) best = cut;
  }
  return best;
}

function longest(parts: readonly string[]): number {
  return Math.max(...parts.map(({ length }) => length));
}
