import type { ReportWords } from '../report.ts';

/** Each entry as its kind, whom it is about, and its fields. */
export const WORDS: ReportWords = {
  tell: (entry, nameOf, said) => {
    const who = 'participant' in entry && entry.participant ? nameOf(entry.participant) : '';
    return [entry.kind, who, ...Object.entries(said).map(([field, value]) => `${field}=${value}`)].join(' ').trim();
  },
  why: (reason) => `why ${reason}`,
};

/** What somebody reads of a report, line by line; cells apart by ` | `. */
export function linesOf(html: string): string[] {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<\/(?:td|th|time|span)>/g, ' | ')
    .replace(/<[^>]+>/g, '')
    .replace(/[\u2068\u2069]/g, '')
    .split('\n')
    .map((line) => line.replace(/(?: \|)+ *$/, '').trim())
    .filter((line) => line !== '');
}
