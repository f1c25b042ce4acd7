import { defineConfig } from '@playwright/test';

/** Journeys share two cores with the browsers that they start, so one runs at a time. No retries: flaky is broken. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/test/playwright',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'out/test/journeys.json' }]],
});
