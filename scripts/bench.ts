import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Figure } from '../e2e/bench/figure.ts';
import { LONG_MEASURES, MEASURES } from '../e2e/bench/measures.ts';
import { tableOf } from '../e2e/bench/table.ts';
import { findChromium } from '../e2e/browser/find.ts';
import { buildExtension } from './build.ts';

/**
 * npm run bench: one JSON line a figure on standard output, progress on standard error, everything in out/bench.json, as a table in out/bench.md. With names of
 * measures only those; --long adds those that take many minutes. A figure that is missed is told, not failed: no test asserts a time.
 */
const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(args: readonly string[]): Promise<void> {
  const all = [...MEASURES, ...LONG_MEASURES];
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !all.some((measure) => measure.name === name));
  if (unknown.length > 0) {
    throw new Error(`No measure ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}.`);
  }
  const usual = args.includes('--long') ? all : MEASURES;
  const chosen = names.length > 0 ? all.filter(({ name }) => names.includes(name)) : usual;

  buildExtension();
  process.env.ATR_CHROMIUM = findChromium({ say });
  const figures: Figure[] = [];
  const broken: string[] = [];
  for (const measure of chosen) {
    const began = performance.now();
    try {
      for (const figure of await measure.run(say)) {
        figures.push(figure);
        process.stdout.write(`${JSON.stringify(figure)}\n`);
      }
    } catch (error) {
      broken.push(measure.name);
      say(`${measure.name} broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      process.exitCode = 1;
    }
    say(`${measure.name}: ${Math.round((performance.now() - began) / 1000)} s`);
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
  const missed = figures.filter(({ met }) => met === false).map(({ name }) => name);
  mkdirSync('out', { recursive: true });
  const report = { at: new Date().toISOString(), machine, figures, missed, broken };
  writeFileSync('out/bench.json', `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync('out/bench.md', tableOf(figures));
  if (broken.length > 0) say(`Broke off, so that some figures are lacking: ${broken.join(', ')}`);
  say(missed.length > 0 ? `Missed: ${missed.join('; ')}` : 'Nothing that was measured was missed.');
}

main(process.argv.slice(2))
  .catch((error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  })
  .finally(() => process.exit());
