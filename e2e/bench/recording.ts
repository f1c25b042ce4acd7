import { readdirSync, readFileSync } from 'node:fs';
import { offscreenEval } from '../browser/targets.ts';
import { figure } from './figure.ts';
import { bundled } from './inside/enter.ts';
import type { Measure } from './measure.ts';
import { processesOf } from './memory.ts';
import { Stage } from './stage/stage.ts';

const ROUNDS = 6;
const RUN_MS = 10_000;
/** Until what starting costs is over. */
const SETTLE_MS = 2500;
const MOST_TIMES = 1.1;

/**
 * Processor time of the whole browser while we record, beside a bare MediaRecorder on the same mixed stream with the same settings that
 * throws its chunks away. Runs are interleaved, so that both see the same machine.
 */
export const recording: Measure = {
  name: 'recording',
  async run(say) {
    const code = await bundled();
    const stage = await Stage.open();
    try {
      await stage.act('join', 'ana', 'Ana');
      await stage.host.panel.getByText('Ana').first().waitFor();
      await stage.ask();
      await offscreenEval(stage.host.context, `${code}; true`);
      const ours: number[] = [];
      const bare: number[] = [];
      for (let round = 1; round <= ROUNDS; round++) {
        const first = round % 2 === 0 ? [bareRun, ourRun] : [ourRun, bareRun];
        for (const run of first) (run === ourRun ? ours : bare).push(await run(stage));
        say(`recording ${round}/${ROUNDS}: ours ${ours.at(-1)}, bare ${bare.at(-1)} cores`);
      }
      return [
        figure(
          'recording: processor time of the browser, bare MediaRecorder on the same mixed stream beside it',
          'cores',
          ours,
          bare,
          {
            mostTimes: MOST_TIMES,
          },
        ),
      ];
    } finally {
      await stage.close();
    }
  },
};

async function ourRun(stage: Stage): Promise<number> {
  const [starts, stops] = [await stage.count('starts'), await stage.count('stops')];
  await stage.act('say', 'ana', 'I agree');
  await stage.next('starts', starts);
  const used = await coresOver(stage, RUN_MS);
  await stage.act('say', 'ana', 'stop recording');
  await stage.next('stops', stops);
  await stage.host.page.waitForTimeout(SETTLE_MS);
  return used;
}

async function bareRun(stage: Stage): Promise<number> {
  const { context, panel, tab } = stage.host;
  const id = await panel.evaluate((targetTabId) => chrome.tabCapture.getMediaStreamId({ targetTabId }), tab);
  await offscreenEval(context, `globalThis.inside.startBare(${JSON.stringify(id)})`);
  const used = await coresOver(stage, RUN_MS);
  await offscreenEval(context, 'globalThis.inside.stopBare()');
  await stage.host.page.waitForTimeout(SETTLE_MS);
  return used;
}

/** Cores in use on average, all processes of this browser together, from the kernel's own count. */
async function coresOver(stage: Stage, ms: number): Promise<number> {
  const { page, context } = stage.host;
  await page.waitForTimeout(SETTLE_MS);
  const root = (await processesOf(context)).find(({ type }) => type === 'browser')?.id;
  if (root === undefined) throw new Error('The browser names no process of its own.');
  const [began, before] = [performance.now(), treeTicks(root)];
  await page.waitForTimeout(ms);
  const ticks = treeTicks(root) - before;
  // 100 ticks a second is what Linux tells user space on every architecture (USER_HZ).
  return Math.round((ticks * 10 * 1000) / (performance.now() - began)) / 1000;
}

/** utime and stime of a process and of all below it. */
function treeTicks(root: number): number {
  const parents = new Map<number, number>();
  const ticks = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const fields = statOf(Number(name));
    if (!fields) continue;
    parents.set(Number(name), Number(fields[1]));
    ticks.set(Number(name), Number(fields[11]) + Number(fields[12]));
  }
  const within = (id: number | undefined): boolean =>
    id === root || (id !== undefined && id > 1 && within(parents.get(id)));
  return [...ticks].reduce((sum, [id, used]) => sum + (within(id) ? used : 0), 0);
}

/** The fields of /proc/PID/stat after the name, or null when the process is gone meanwhile. */
function statOf(id: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
