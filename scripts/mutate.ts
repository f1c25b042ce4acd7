import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { breakByHand } from './mutation/by-hand.ts';
import { EXPLAINED } from './mutation/explained.ts';
import { MUTATED, options } from './mutation/options.ts';
import { quick, testsOf } from './mutation/quick/run.ts';

/**
 * npm run mutate: changes what judges consent, one small change at a time, and asks whether a test notices. Files can be named:
 * npm run mutate -- src/consent/gate.ts. `-- --promises` makes the four mutants by hand instead. What was judged before and has not
 * changed since is not judged again (out/mutation). `-- --quick src/consent/gate.ts` judges the same mutants in a single process, by the
 * tests that import the named files: seconds instead of minutes, and so rather less is found than by all tests.
 */
const WANTED = 90;

type Judged = Pick<MutantResult, 'fileName' | 'mutatorName' | 'replacement' | 'location' | 'status'>;

interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly from: string;
  readonly to: string;
  /** The line that it begins in. */
  readonly text: string;
  readonly covered: boolean;
}

const sources = new Map<string, string[]>();
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

function textOf(file: string, { start, end }: Judged['location']): string {
  const lines = sources.get(file) ?? readFileSync(file, 'utf8').split('\n');
  sources.set(file, lines);
  const cut = lines.slice(start.line - 1, end.line);
  cut[cut.length - 1] = cut.at(-1)?.slice(0, end.column - 1) ?? '';
  cut[0] = cut[0]?.slice(start.column - 1) ?? '';
  return flat(cut.join('\n'));
}

function survivor(result: Judged): Survivor {
  const file = path.relative('.', result.fileName);
  const from = textOf(file, result.location);
  return {
    file,
    line: result.location.start.line,
    mutator: result.mutatorName,
    from,
    to: flat(result.replacement ?? ''),
    text: sources.get(file)?.[result.location.start.line - 1] ?? '',
    covered: result.status === 'Survived',
  };
}

function whyOf({ file, mutator, from, to, text }: Survivor): string | undefined {
  return EXPLAINED.find(
    (one) =>
      (one.file ?? file) === file &&
      fits(one.mutator, mutator) &&
      fits(one.from, from) &&
      fits(one.to ?? to, to) &&
      (one.within ?? /^/).test(text),
  )?.why;
}

function fits(wanted: string | RegExp, text: string): boolean {
  return typeof wanted === 'string' ? wanted === text : wanted.test(text);
}

const percent = (part: number, whole: number) => (whole === 0 ? '100.0' : ((100 * part) / whole).toFixed(1));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The mutants that nobody may live with, and the tests that say so. */
function promises(): void {
  const judged = breakByHand();
  for (const { name, failing, named } of judged) {
    say(`${name}: ${named ? 'found' : 'NOT FOUND by a test that names the promise'}`);
    for (const test of failing) say(`  fails: ${test}`);
  }
  process.exitCode = judged.every(({ named }) => named) ? 0 : 1;
}

async function mutants(named: readonly string[]): Promise<void> {
  const results = (await new Stryker(options(named.length > 0 ? named : MUTATED)).runMutationTest()).filter(
    ({ fileName }) => named.length === 0 || named.includes(path.relative('.', fileName)),
  );
  tell(results);
}

async function quickly(named: readonly string[]): Promise<void> {
  if (!existsSync('/proc/self/stat')) {
    process.stderr.write(
      '--quick reads from /proc how long a mutant takes, which only Linux has: leave it out, or run it there.\n',
    );
    process.exitCode = 2;
    return;
  }
  for (const file of named) tell(await quick(file, testsOf(file)));
}

function tell(results: readonly Judged[]): void {
  const files = new Map<string, Judged[]>();
  for (const result of results) {
    const file = path.relative('.', result.fileName);
    files.set(file, [...(files.get(file) ?? []), result]);
  }
  let [found, all, explained] = [0, 0, 0];
  const unexplained: Survivor[] = [];
  for (const [file, mutants] of [...files].sort(([a], [b]) => a.localeCompare(b))) {
    const killed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
    const lived = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map(survivor);
    const open = lived.filter((one) => whyOf(one) === undefined);
    found += killed;
    all += killed + lived.length;
    explained += lived.length - open.length;
    unexplained.push(...open);
    say(
      `${file}: ${percent(killed, killed + lived.length)} % of ${killed + lived.length} found, ${lived.length - open.length} explained, ${open.length} open`,
    );
  }
  for (const { file, line, mutator, from, to, covered } of unexplained)
    say(`${covered ? 'lives' : 'no test'}: ${file}:${line} ${mutator}: ${from.slice(0, 160)} -> ${to.slice(0, 160)}`);
  say(`${percent(found, all)} % of ${all} mutants found, ${explained} explained, ${unexplained.length} open`);
  if (unexplained.length > 0 && (100 * found) / all < WANTED) process.exitCode = 1;
}

const given = process.argv.slice(2);
mkdirSync('out/mutation', { recursive: true });
if (given.includes('--promises')) promises();
else if (given.includes('--quick')) await quickly(given.filter((one) => !one.startsWith('--')));
else await mutants(given);
