import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { findChromium } from '../e2e/browser/find.ts';

/**
 * npm test: everything that must hold before a change lands, cheapest first. The last line reads `N passed, N failed, N skipped`;
 * a check (format, lint, types, build) counts as one test. `npm test -- --all` runs the long journeys too (playwright.config.ts), as CI
 * does.
 */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const all = process.argv.includes('--all');
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
mkdirSync('out/test', { recursive: true });

function run(title: string, command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  process.stdout.write(`\n== ${title}\n`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) process.stdout.write(`${title} could not be started: ${error.message}\n`);
  return status === 0;
}

function check(title: string, command: string, args: readonly string[]): void {
  if (run(title, command, args)) total.passed += 1;
  else total.failed += 1;
}

function add(title: string, ok: boolean, file: string, read: (report: unknown) => Tally): void {
  let tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  try {
    tally = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    process.stdout.write(`${title} left no report: ${(error as Error).message}\n`);
  }
  if (!ok && tally.failed === 0) tally.failed = 1;
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
}

check('format and lint (biome)', 'npx', ['biome', 'ci', '--diagnostic-level=warn', '.']);
check('promises and switches (oxlint, type-aware)', 'npx', [
  'oxlint',
  '--type-aware',
  '-c',
  '.oxlintrc.json',
  'src',
  'extension',
  'e2e',
  'scripts',
]);
check('types (tsc)', 'npx', ['tsc', '--noEmit']);
check('build', 'npx', ['vite', 'build', '--logLevel', 'warn']);
check('build with an open root, for accessibility checks', 'npx', [
  'vite',
  'build',
  '--mode',
  'open-root',
  '--logLevel',
  'warn',
]);

check('every branch of who must agree, and of what their words say, is tested (vitest, coverage)', 'npm', [
  'run',
  'coverage',
]);

const unit = run('unit, property and vector tests (vitest)', 'npx', [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=out/test/unit.json',
]);
add('vitest', unit, 'out/test/unit.json', (report) => {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report as Record<string, number>;
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
});

try {
  const chromium = findChromium({ say: (line) => process.stdout.write(`${line}\n`) });
  const journeys = run(
    'journeys in Chromium (playwright)',
    'npx',
    ['playwright', 'test', '-c', 'playwright.config.ts'],
    {
      ATR_CHROMIUM: chromium,
      ATR_JOURNEYS: all ? 'all' : 'usual',
      PLAYWRIGHT_JSON_OUTPUT_FILE: 'out/test/journeys.json',
    },
  );
  add('playwright', journeys, 'out/test/journeys.json', (report) => {
    const { stats } = report as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  });
} catch (error) {
  process.stdout.write(`journeys could not run: ${(error as Error).message}\n`);
  total.failed += 1;
}

if (!all) process.stdout.write('\nThe long journeys are not in this run: npm test -- --all\n');
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
