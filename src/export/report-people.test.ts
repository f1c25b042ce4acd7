import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { EVERY_KIND } from '../log/testdata/every-kind.ts';
import {
  ANA,
  answered,
  type Bench,
  gateOpened,
  HOST,
  id,
  item,
  joined,
  MEETING,
  NINE,
  openBench,
  write,
} from '../log/testdata/meeting.ts';
import { idOf } from '../model/id.ts';
import { EVERYTHING } from './choice.ts';
import { exportReport } from './report.ts';
import { orderOf, textOf } from './testdata/order.ts';
import { linesOf, WORDS } from './testdata/report-lines.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

const report = (part = {}) => textOf(exportReport(orderOf(bench, part), WORDS));
const START = MEETING.slice(0, 3);
const silentIn = (lines: readonly string[]) => lines.find((line) => line.startsWith('No answer of their own here'));

it('tells what a guardian said where it was said, with everything that had to be agreed to, and each question', async () => {
  const { asked, announced } = EVERY_KIND;
  const purposes = ['quality', 'notes'].map((purpose) => ({ purpose, required: true })) as never;
  await write(bench.store, [
    ...START,
    item({ ...asked, purposes, media: 'sound' }, NINE + 3000, HOST, { text: 'May we?' }),
    item(EVERY_KIND['guardian-answered'], NINE + 5000),
    answered('consented', 'Yes[atr1 a] of course [atr1 b] indeed', NINE + 8000),
    gateOpened(),
    item(announced, NINE + 9500),
    item({ ...asked, ask: id('ask', 2) }, NINE + 10_000, HOST, { text: 'And this?' }),
    item({ ...EVERY_KIND['requirement-set'], floor: 'legal-minimum' }, NINE + 11_000),
  ]);
  const html = await report();
  const lines = linesOf(html);
  expect(
    lines.slice(
      lines.indexOf('Who | Answer | For | How it was given | When | Entry') + 1,
      lines.indexOf('What was recorded, and why not the rest'),
    ),
  ).toEqual([
    'A guardian of Ana 🌿 Silva, who is under age | agreed | quality, notes | on paper; the host noted it, and it is the host’s word | 09:00:05 | 4',
    'Ana 🌿 Silva | agreed | quality, training | in their own words in the chat of the meeting: “Yes of course indeed” | 09:00:08 | 5',
    'No answer of their own here: Héctor Ruiz.',
    'What was asked',
    expect.stringMatching(/^09:00:03, entry 3: to record sound for quality, notes; kept 30 days/),
    'May we?',
    expect.stringMatching(/^09:00:10, entry 8: to record sound and picture for quality; kept 30 days/),
    'And this?',
  ]);
  expect(lines.join()).toContain('The host had chosen to ask no more than the law does. By the rules');
  expect(html).toMatch(/<span class="key">guardian-answered/);
});

it('of some days names whoever was there', async () => {
  await write(bench.store, MEETING);
  const lines = linesOf(await report({ choice: { ...EVERYTHING, from: NINE } }));
  expect(silentIn(lines)).toBe('No answer of their own here: Héctor Ruiz.');
});

it('cuts a name where nobody would read on, and no words; somebody without a name is called nothing in the story', async () => {
  const long = 'x'.repeat(300);
  await write(bench.store, [
    ...MEETING.slice(0, 2),
    joined(ANA, long, NINE + 2000),
    ...MEETING.slice(3, 4),
    answered('consented', long, NINE + 8000),
    item({ ...EVERY_KIND['participant-joined'], participant: id('participant', 9) }, NINE + 9000),
  ]);
  const lines = linesOf(await report());
  const name = `${'x'.repeat(200)}…`;
  expect(lines).toContain(`09:00:02 | participant-joined ${name} name=${name} site=site-of-${long} | 2`);
  expect(lines.find((line) => line.includes(`words=${long}`))).toBeDefined();
  expect(lines).toContain('09:00:09 | participant-joined | 5');
});

it('names whoever was silent up to three hundred of them, and counts them beyond', async () => {
  const crowd = (n: number) =>
    Array.from({ length: n }, (_, i) =>
      joined(
        idOf(
          'participant',
          Uint8Array.from({ length: 9 }, (_, at) => (at === 0 ? i >> 8 : i & 255)),
        ),
        `P${i}`,
        NINE + 1000 + i,
      ),
    );
  const names = (n: number) =>
    `No answer of their own here: ${Array.from({ length: n }, (_, i) => `P${i}`).join(', ')}.`;
  await write(bench.store, [...MEETING.slice(0, 1), ...crowd(300)]);
  const other = id('log', 2);
  await write(bench.store, [...MEETING.slice(0, 1), ...crowd(301)], other);
  expect(silentIn(linesOf(await report()))).toBe(names(300));
  expect(silentIn(linesOf(await report({ logs: [other] })))).toBe('No answer of their own here: 301 people.');
});
