import { defineConfig } from '@playwright/test';

/**
 * What takes long and breaks seldom: `npm test` leaves it out and stays under ten minutes on two cores, `npm test -- --all` and CI do
 * not. Whoever runs playwright itself runs everything.
 */
const LONG = [
  '**/announce.spec.ts',
  '**/awkward.spec.ts',
  '**/ends.spec.ts',
  '**/faults*.spec.ts',
  '**/host.spec.ts',
  '**/keyboard.spec.ts',
  '**/languages.spec.ts',
  '**/masked-copy.spec.ts',
  '**/player*.spec.ts',
  '**/lying-page.spec.ts',
  '**/managed.spec.ts',
  '**/pause.spec.ts',
  '**/places.spec.ts',
  '**/two-hosts.spec.ts',
  '**/vault.spec.ts',
  '**/backup*.spec.ts',
  '**/retention.spec.ts',
  '**/review.spec.ts',
  '**/rights.spec.ts',
  '**/verify.spec.ts',
  '**/where.spec.ts',
  '**/sites/**',
];

/** Journeys share two cores with the browsers that they start, so one runs at a time. No retries: flaky is broken. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: process.env.ATR_JOURNEYS === 'usual' ? LONG : [],
  outputDir: 'out/test/playwright',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'out/test/journeys.json' }]],
});
