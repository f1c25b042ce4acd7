import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Figure } from '../e2e/bench/figure.ts';
import { measureStartAndStop } from '../e2e/bench/start-stop.ts';
import { findChromium } from '../e2e/browser/find.ts';
import { buildExtension } from './build.ts';

/** npm run bench: one JSON line a figure, each beside a baseline of the same run where there is one. No test asserts a time. */
async function main(): Promise<void> {
  buildExtension();
  process.env.ATR_CHROMIUM = findChromium({ say: (line) => process.stderr.write(`${line}\n`) });
  tell(contentScript());
  for (const figure of await measureStartAndStop()) tell(figure);
}

/** What every meeting tab loads, banner included. */
function contentScript(): Figure {
  const size = gzipSync(readFileSync('dist/extension/content/meeting.iife.js'), { level: 9 }).length;
  return {
    name: 'content script with banner, gzip',
    value: size,
    unit: 'bytes',
    baseline: null,
    spread: [size, size],
    n: 1,
  };
}

function tell(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(() => process.exit());
