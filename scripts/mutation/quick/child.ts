import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { collected, shim, type Test } from './vitest.ts';

/** Judges the mutants of one file: each on modules that were loaded anew, in one process. */

export type Told =
  | { readonly unfit: string }
  | { readonly begins: string }
  | { readonly id: string; readonly status: 'Killed' | 'Survived' | 'NoCoverage' };

/** What instrumented code reads and writes. */
interface Stryker {
  activeMutant?: string;
  hitCount?: number;
  hitLimit?: number;
  currentTestId?: string;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const [, , jobFile = ''] = process.argv;
const { bundles, ids } = JSON.parse(readFileSync(jobFile, 'utf8')) as { bundles: string[]; ids: string[] };
const real = createRequire(import.meta.url);
const require = (name: string) => (name === 'vitest' ? shim : real(name));
const global = globalThis as unknown as { __stryker__: Stryker };
const compiled = bundles.map((code) => new Function('require', 'module', 'exports', code));
const tell = (what: Told) => process.send?.(what);
process.channel?.unref();
console.warn = () => undefined;

function load(bundle: number, stryker: Stryker): readonly Test[] {
  global.__stryker__ = stryker;
  const module = { exports: {} };
  return collected(() => compiled[bundle]?.(require, module, module.exports));
}

/** By bundle and mutant: how often it is reached while loading, and by which tests. */
const reached = compiled.map(() => new Map<string, { hits: number; tests: Set<number>; always: boolean }>());

const unfit = compiled.map(() => new Set<number>());

for (const [b] of compiled.entries()) {
  const stryker: Stryker = {};
  const tests = load(b, stryker);
  for (const [i, test] of tests.entries()) {
    stryker.currentTestId = `${i}`;
    try {
      await test.run();
    } catch {
      // It measures a time, or wants what only the real runner has: it judges nobody.
      unfit[b]?.add(i);
      tell({ unfit: test.name });
    }
  }
  const note = (id: string, hits: number, at: number | null) => {
    const row = reached[b]?.get(id) ?? { hits: 0, tests: new Set(), always: false };
    reached[b]?.set(id, {
      hits: row.hits + hits,
      tests: at === null ? row.tests : row.tests.add(at),
      always: row.always || at === null,
    });
  };
  const { mutantCoverage } = stryker;
  for (const [id, hits] of Object.entries(mutantCoverage?.static ?? {})) note(id, hits, null);
  for (const [test, row] of Object.entries(mutantCoverage?.perTest ?? {}))
    for (const [id, hits] of Object.entries(row)) note(id, hits, Number(test));
}

async function judge(id: string): Promise<'Killed' | 'Survived' | 'NoCoverage'> {
  let covered = false;
  for (const [b] of compiled.entries()) {
    const row = reached[b]?.get(id);
    if (!row) continue;
    covered = true;
    try {
      // And all tests behind the first that reaches it: what is made once and kept is made in that one, and used in the others.
      const first = row.always ? 0 : Math.min(...row.tests);
      const tests = load(b, { activeMutant: id, hitCount: 0, hitLimit: row.hits * 100 + 1000 });
      for (const [i, test] of tests.entries()) if (!unfit[b]?.has(i) && i >= first) await test.run();
    } catch {
      return 'Killed';
    }
  }
  return covered ? 'Survived' : 'NoCoverage';
}

for (const id of ids) {
  tell({ begins: id });
  tell({ id, status: await judge(id) });
}
