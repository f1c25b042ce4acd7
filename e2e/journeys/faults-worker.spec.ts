import { expect, test } from '@playwright/test';
import { asked, killWorker, recording } from './fault-stage.ts';
import { chat, type Guest, type Host, type Line, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** The browser kills the worker while an answer is on its way. Each test has browsers of its own: what was killed before is no part of it. */
test.describe.configure({ timeout: 120_000 });

let party: Party;
let host: Host;
let cem: Guest;

test.beforeEach(async () => {
  party = await Party.start();
  host = await party.host('Host');
  cem = await party.stranger('Cem');
});
test.afterEach(async () => {
  await party.tell(test.info());
  await party.end();
});

/** Cem's answers by hand, as the log holds them. */
function written(log: readonly Line[]): string[] {
  return only(log, 'answered').flatMap(({ channel, answer }) => (channel === 'chat' ? [answer] : []));
}

/** Whatever was in the log is in it still, word by word, and nothing is missing between. */
async function grewFrom(before: readonly Line[]): Promise<Line[]> {
  const log = await logOf(host);
  expect(log.slice(0, before.length)).toEqual(before);
  expect(log.map(({ index }) => index)).toEqual(log.map((_, i) => i));
  return log;
}

test('killed as a yes is typed: the yes is in the log once, and recording starts', async () => {
  await party.move('typed', [[host], [cem]]);
  await asked(host, cem);
  const before = await logOf(host);
  await chat(cem, 'I agree');
  await killWorker(host);
  await records(host);
  expect(written(await grewFrom(before))).toEqual(['consented']);
});

test('killed as soon as the yes is in the log: it stays there, and recording starts', async () => {
  await party.move('logged', [[host], [cem]]);
  await asked(host, cem);
  await chat(cem, 'I agree');
  await expect.poll(async () => written(await logOf(host)), { timeout: LONG, intervals: [10] }).toEqual(['consented']);
  const before = await logOf(host);
  await killWorker(host);
  await records(host);
  expect(written(await grewFrom(before))).toEqual(['consented']);
});

test('killed as a yes is taken back: capture ends, the log says why once, and nothing starts again', async () => {
  await party.move('taken-back', [[host], [cem]]);
  await recording(host, cem, 0);
  const before = await logOf(host);
  await chat(cem, 'stop recording');
  await killWorker(host);
  await rests(host, 'A yes was taken back');
  const log = await grewFrom(before);
  expect(written(log)).toEqual(['consented', 'withdrawn']);
  expect(log.slice(before.length).filter(({ entry }) => entry.kind === 'gate-opened')).toEqual([]);
  await chat(cem, 'I agree');
  await records(host);
});

test('killed right after the host has asked: the question is asked once, and the answer counts', async () => {
  await party.move('asked', [[host], [cem]]);
  await asked(host, cem);
  await killWorker(host);
  await says(host, 'Waiting for 1 of 2');
  await chat(cem, 'I agree');
  await records(host);
  expect(only(await logOf(host), 'asked')).toHaveLength(1);
  await expect(cem.page.locator('[data-text]').filter({ hasText: 'May we record this meeting?' })).toHaveCount(1);
});
