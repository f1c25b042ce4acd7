import { existsSync } from 'node:fs';
import { findChromium } from '../e2e/browser/find.ts';
import { openForPeople } from '../e2e/tour/for-people.ts';
import { playStory } from '../e2e/tour/story.ts';
import { buildExtension } from './build.ts';

/**
 * npm start: builds the extension, finds a Chromium and opens the sandbox meeting with a host and two participants, each in a browser
 * of their own. Without a display, or with `-- --tour`, it plays the whole story by itself and writes out/tour/.
 */
const FOLDER = 'out/tour';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function main(): Promise<void> {
  say('Building the extension into dist/ …');
  buildExtension();
  process.env.ATR_CHROMIUM = findChromium({ say });
  if (hasDisplay() && !process.argv.includes('--tour')) return openForPeople(say);

  if (!process.argv.includes('--tour'))
    say('There is no display here, so the story plays by itself. With a display: npm start');
  const startedAt = Date.now();
  const summary = await playStory(
    FOLDER,
    (line) => say(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}`),
    {
      headless: true,
    },
  );
  const { durationMs, width, height, secondsShown } = summary.recording;
  say('');
  say(
    `recording.webm: ${(durationMs / 1000).toFixed(1)} s, ${width}×${height}; clock seconds seen in the agreed stretches: ${secondsShown.join(' and ')}.`,
  );
  for (const problem of summary.problems) say(`NOT SO: ${problem}`);
  say(
    summary.ok
      ? 'Read back frame by frame: nothing from before the last answer, from between the late joiner and her answer, or from after the withdrawal.'
      : `${summary.problems.length} things were not as promised.`,
  );
  say(`See ${FOLDER}/: recording.webm, log.json, log.csv, summary.json and ${summary.pictures.length} pictures.`);
  process.exitCode = summary.ok && existsSync(`${FOLDER}/recording.webm`) ? 0 : 1;
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  })
  // The sandbox's signalling server keeps timers that cannot be stopped.
  .finally(() => process.exit());
