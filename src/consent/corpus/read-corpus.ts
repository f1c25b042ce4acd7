import { readFileSync } from 'node:fs';
import type { Recognised } from '../recognise.ts';

/** One line of a corpus, for tests: what it must be read as, as `outcomeOf` writes it. */
export interface CorpusLine {
  readonly outcome: string;
  readonly text: string;
}

/** Reads corpus/<language>.txt: `= outcome` starts a section, `//` a comment; \u{...} and \n are escapes. */
export function readCorpus(language: string): CorpusLine[] {
  const lines = readFileSync(new URL(`./${language}.txt`, import.meta.url), 'utf8').split('\n');
  let outcome = '';
  return lines.flatMap((line) => {
    if (line.startsWith('= ')) outcome = line.slice(2);
    if (line === '' || line.startsWith('= ') || line.startsWith('//')) return [];
    const text = line.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
    return [{ outcome, text: text.replaceAll('\\n', '\n') }];
  });
}

/** yes, yes-all, perhaps-yes, perhaps-yes-company, no, perhaps-no, withdrawn, perhaps-withdrawn, pause, perhaps-pause, nothing. */
export function outcomeOf(heard: Recognised): string {
  if (heard.says === 'nothing') return 'nothing';
  const short = { consented: 'yes', refused: 'no', withdrawn: 'withdrawn', pause: 'pause' }[heard.says];
  return `${heard.sure ? '' : 'perhaps-'}${short}${heard.all ? '-all' : ''}${heard.company ? '-company' : ''}`;
}
