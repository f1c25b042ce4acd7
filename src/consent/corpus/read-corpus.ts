import { readFileSync } from 'node:fs';
import type { Recognised } from '../recognise.ts';

/** One line of a corpus, for tests: what it must be read as, as `outcomeOf` writes it. */
export interface CorpusLine {
  readonly outcome: string;
  /** What kind of line it is: quotes, jokes, near misses ...; '' when its outcome says it all. */
  readonly kind: string;
  readonly text: string;
}

/** Reads corpus/<language>.txt: `= outcome` or `= outcome: kind` starts a section, `//` a comment; \u{...} and \n are escapes. */
export function readCorpus(language: string): CorpusLine[] {
  const lines = readFileSync(new URL(`./${language}.txt`, import.meta.url), 'utf8').split('\n');
  let [outcome, kind] = ['', ''];
  return lines.flatMap((line) => {
    if (line.startsWith('= ')) [outcome = '', kind = ''] = line.slice(2).split(': ');
    if (line === '' || line.startsWith('= ') || line.startsWith('//')) return [];
    const text = line.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
    return [{ outcome, kind, text: text.replaceAll('\\n', '\n') }];
  });
}

/** yes, yes-all, perhaps-yes, perhaps-yes-company, no, perhaps-no, withdrawn, perhaps-withdrawn, pause, perhaps-pause, nothing. */
export function outcomeOf(heard: Recognised): string {
  if (heard.says === 'nothing') return 'nothing';
  const short = { consented: 'yes', refused: 'no', withdrawn: 'withdrawn', pause: 'pause' }[heard.says];
  return `${heard.sure ? '' : 'perhaps-'}${short}${heard.all ? '-all' : ''}${heard.company ? '-company' : ''}`;
}
