import type { PartialStrykerOptions } from '@stryker-mutator/api/core';

/** What is mutated: all that judges consent, and what it is to be. */
export const MUTATED = [
  'src/consent/**/*.ts',
  'src/session/**/*.ts',
  'src/policy/**/*.ts',
  '!src/**/*.test.ts',
  '!src/**/testdata/**',
  '!src/**/corpus/**',
  // Data: its own test holds every row, and its fingerprint every letter.
  '!src/policy/places/**',
  // Lists of words and letters: a changed letter is another word, not another judgement. The corpus and the notices' tests hold them.
  '!src/consent/phrases/??.ts',
  '!src/consent/phrases/elsewhere.ts',
  '!src/consent/notices/??.ts',
  '!src/consent/notices/details/??.ts',
  '!src/consent/place-other-names.ts',
  '!src/consent/confusable-letters.ts',
];

/** No checker: TypeScript 7 has no compiler API to ask; a mutant that would not compile is judged by the tests like any other. */
export function options(mutate: readonly string[]): PartialStrykerOptions {
  // Read in `vitest.config.ts`, in the process that runs the tests.
  process.env.ATR_MUTATED = mutate.join(' ');
  return {
    mutate: [...mutate],
    testRunner: 'vitest',
    // Named, because a plug-in is otherwise looked for beside the core only.
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.ATR_WORKERS ?? 2),
    // Long, so that a busy machine does not count as a mutant found; longer still where one is told to be.
    timeoutMS: Number(process.env.ATR_TIMEOUT ?? 10_000),
    incremental: true,
    incrementalFile: 'out/mutation/incremental.json',
    tempDirName: 'out/mutation/sandbox',
    ignorePatterns: ['dist', 'dist-*', 'out', 'public', 'e2e', '.ci'],
    reporters: ['json', 'html'],
    jsonReporter: { fileName: 'out/mutation/report.json' },
    htmlReporter: { fileName: 'out/mutation/report.html' },
    // None: Stryker would rewrite it by the same missing API.
    tsconfigFile: 'out/mutation/no-tsconfig.json',
    allowConsoleColors: false,
    logLevel: 'warn' as NonNullable<PartialStrykerOptions['logLevel']>,
    thresholds: { high: 90, low: 90, break: null },
  };
}
