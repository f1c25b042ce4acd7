import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schedules } from '../consent/testdata/steps.ts';
import type { Logged } from '../model/entry.ts';
import { judgeLog } from './judge.ts';

/** A recorder in a schedule has no chunks, and so no hash of its last one. */
function withHash(logged: Logged): Logged {
  const { entry } = logged;
  return entry.kind === 'segment-sealed' ? { ...logged, entry: { ...entry, lastHash: 'A'.repeat(43) } } : logged;
}

/** A third of the schedules that the gate itself is judged by: each is judged a second time here, by what verifies a log. */
const RUNS = Math.ceil(Number(process.env.ATR_SCHEDULES ?? 300) / 3);
const seed = Number(process.env.ATR_SEED ?? (process.env.ATR_SCHEDULES ? Date.now() % 2 ** 31 : 20_261_129));

test(
  'whatever happened: what the product wrote is found to be in order',
  async () => {
    let opened = 0;
    const property = fc.asyncProperty(schedules, async (schedule) => {
      const { log } = await schedule.play({});
      opened += log.entries.filter(({ entry }) => entry.kind === 'gate-opened').length;
      const { faults } = await judgeLog(log.entries.map(withHash), () => Promise.resolve(true));
      // Signatures are only played in schedules.
      expect(faults.filter(({ code }) => code !== 'signature')).toEqual([]);
    });
    await fc.assert(property, { seed, numRuns: RUNS });
    expect(opened).toBeGreaterThan(RUNS / 3);
  },
  60_000 + RUNS * 400,
);
