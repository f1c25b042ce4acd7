import { spawnSync } from 'node:child_process';

/**
 * npm run soak [schedules]: plays 10,000 random schedules of a meeting against every promise, where npm test plays 300. The seed is said
 * first; with ATR_SEED the same schedules are played again. A broken promise prints the shortest story that still breaks it.
 */
const schedules = process.argv[2] ?? process.env.ATR_SCHEDULES ?? '10000';
const seed = process.env.ATR_SEED ?? String(Date.now() % 2 ** 31);
if (!/^[1-9]\d*$/.test(schedules)) throw new RangeError(`not a number of schedules: ${schedules}`);
const again = `ATR_SEED=${seed} npm run soak ${schedules}`;

process.stdout.write(`${schedules} schedules, seed ${seed}. The same again: ${again}\n`);
const files = ['src/consent/schedule.property.test.ts', 'src/export/json.property.test.ts'];
const { status } = spawnSync('npx', ['vitest', 'run', '--reporter=verbose', ...files], {
  stdio: 'inherit',
  env: { ...process.env, ATR_SCHEDULES: schedules, ATR_SEED: seed },
});
process.stdout.write(
  status === 0 ? `Every promise holds (seed ${seed}).\n` : `A promise broke. The same again: ${again}\n`,
);
process.exitCode = status === 0 ? 0 : 1;
