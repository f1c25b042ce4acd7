import { pathToFileURL } from 'node:url';
import { ABILITIES, FACTS, type Fact } from '../src/platforms/facts.ts';

/** npm run platforms: the table of README.md, what each platform's adapter rests on, how sure that is and when it was seen. */
export function platformTable(): string {
  const ids = Object.keys(FACTS).sort();
  const rows = ABILITIES.map((ability) => [ability, ...ids.map((id) => cell(FACTS[id]?.[ability]))]);
  const all = [['', ...ids], ...rows];
  const widths = ['', ...ids].map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((text, n) => text.padEnd(widths[n] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  const notes = ids.flatMap((id) =>
    ABILITIES.flatMap((ability) => {
      const note = FACTS[id]?.[ability].note;
      return note ? [`- ${id}, ${ability}: ${note}.`] : [];
    }),
  );
  const table = [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)];
  return [...table, '', ...notes].join('\n');
}

function cell(fact: Fact | undefined): string {
  if (!fact?.how) return 'no';
  return [fact.how, fact.grade, fact.seen].filter((part) => part !== null).join(' ');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(`${platformTable()}\n`);
