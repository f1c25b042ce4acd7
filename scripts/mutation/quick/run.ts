import { fork } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';
import { judgesOf } from '../judges.ts';
import type { Told } from './child.ts';

/**
 * StrykerJS's own mutants of one file, judged in one process: each by modules that are loaded anew and by the tests given, without a
 * runner around them. Made of parts of StrykerJS, vitest and tsx, in the versions that these bring. How long a judge has been at it is
 * read from /proc, so it runs on Linux only.
 */

export type Judged = Pick<MutantResult, 'fileName' | 'mutatorName' | 'replacement' | 'location' | 'status'>;

/** CPU seconds, and half seconds asleep, that a mutant may take: it goes round for ever, or waits for what never comes. */
const MOST_SECONDS = 10;
const MOST_ASLEEP = 40;

/** Random schedules, whole meetings and killed workers would find most mutants too, late and without naming the promise. */
const INDIRECT = /(?:property|fuzz|crash|meetings|languages)\.test\.ts$/;

/**
 * The tests that `judges.ts` names, and of a file that it does not know those that import the file themselves, its own first; ATR_TESTS
 * names others, in the order in which they judge.
 */
export function testsOf(file: string): readonly string[] {
  const chosen = (process.env.ATR_TESTS ?? '').split(' ').filter(Boolean);
  if (chosen.length > 0) return chosen;
  const judges = judgesOf([file]);
  if (judges.length > 0) return judges;
  const own = file.replace(/\.ts$/, '.test.ts');
  const all = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => path.join('src', name));
  const direct = all.filter((test) => {
    if (!test.endsWith('.test.ts') || INDIRECT.test(test)) return false;
    const way = path.relative(path.dirname(test), file);
    return test === own || readFileSync(test, 'utf8').includes(`'${way.startsWith('.') ? way : `./${way}`}'`);
  });
  return direct.sort((a, b) => Number(b === own) - Number(a === own) || a.localeCompare(b));
}

const silent = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => false) });

function instrument(file: string): ReturnType<Instrumenter['instrument']> {
  const instrumenter = new Instrumenter(silent as never);
  const content = readFileSync(file, 'utf8');
  const how = { plugins: null, excludedMutations: [], ignorers: [] };
  return instrumenter.instrument([{ name: path.resolve(file), mutate: true, content }], how);
}

/** One test file with all that it imports, the mutated file instrumented. */
async function bundle(test: string, file: string, instrumented: string): Promise<string> {
  const made = await build({
    entryPoints: [test],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['vitest'],
    define: { __ATR_OPEN_SHADOW__: 'false' },
    logLevel: 'error',
    plugins: [
      {
        name: 'mutants',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, (args) => {
            const source = args.path === path.resolve(file) ? instrumented : readFileSync(args.path, 'utf8');
            // Files that read others beside themselves keep their place.
            const contents = source.replaceAll('import.meta.url', () => JSON.stringify(`file://${args.path}`));
            return { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  return made.outputFiles[0]?.text ?? '';
}

/** Of a busy machine only the time that the process had says anything. */
function timeOf(pid: number): { readonly asleep: boolean; readonly seconds: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return { asleep: fields[0] === 'S', seconds: (Number(fields[11]) + Number(fields[12])) / 100 };
}

/** Goes on with a new process after a mutant that had to be ended. */
async function judgeSome(bundles: readonly string[], ids: readonly string[], status: Map<string, Judged['status']>) {
  const job = `out/mutation/quick-${process.pid}.json`;
  writeFileSync(job, JSON.stringify({ bundles, ids }));
  const child = fork('scripts/mutation/quick/child.ts', [job], { execArgv: ['--import', 'tsx'] });
  let current: string | null = null;
  let [began, asleep] = [0, 0];
  const unfit: string[] = [];
  child.on('message', (said: Told) => {
    if ('unfit' in said) unfit.push(said.unfit);
    else if ('begins' in said) [current, began, asleep] = [said.begins, timeOf(child.pid ?? 0).seconds, 0];
    else {
      status.set(said.id, said.status);
      current = null;
    }
  });
  const watch = setInterval(() => {
    if (current === null || child.exitCode !== null) return;
    const time = timeOf(child.pid ?? 0);
    asleep = time.asleep ? asleep + 1 : 0;
    if (time.seconds - began > MOST_SECONDS || asleep > MOST_ASLEEP) child.kill('SIGKILL');
  }, 500);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (current !== null) status.set(current, 'Timeout');
  return { unfit, ended: current !== null };
}

export async function quick(file: string, tests: readonly string[]): Promise<Judged[]> {
  mkdirSync('out/mutation', { recursive: true });
  const { files, mutants } = await instrument(file);
  const bundles: string[] = [];
  for (const test of tests) bundles.push(await bundle(test, file, files[0]?.content ?? ''));
  const status = new Map<string, Judged['status']>();
  for (let first = true; status.size < mutants.length; first = false) {
    const ids = mutants.map(({ id }) => id).filter((id) => !status.has(id));
    const { unfit, ended } = await judgeSome(bundles, ids, status);
    if (first) for (const name of unfit) process.stdout.write(`not judged by: ${name}\n`);
    if (!ended && status.size < mutants.length) throw new Error(`the judge of ${file} ended too early`);
  }
  return mutants.map(({ id, fileName, mutatorName, replacement, location: { start, end } }) => ({
    fileName,
    mutatorName,
    replacement,
    // StrykerJS's own results count from 1, its instrumenter from 0.
    location: {
      start: { line: start.line + 1, column: start.column + 1 },
      end: { line: end.line + 1, column: end.column + 1 },
    },
    status: status.get(id) ?? 'Survived',
  }));
}
