import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import type { Item } from '../log/append.ts';
import { EVERY_KIND } from '../log/testdata/every-kind.ts';
import {
  ANA,
  answered,
  asked,
  type Bench,
  EPOCH,
  gateOpened,
  HOST,
  id,
  item,
  joined,
  LOG,
  MEETING,
  NINE,
  NOTICE,
  openBench,
  opened,
  write,
} from '../log/testdata/meeting.ts';
import type { Decider } from '../model/decision.ts';
import type { ExportOrder } from './bundle.ts';
import { EVERYTHING } from './choice.ts';
import { Names } from './names.ts';
import { exportReport } from './report.ts';
import { ADVICE, NAMING_WORDS, PROOF } from './report-words.ts';
import { orderOf, textOf } from './testdata/order.ts';
import { linesOf, WORDS } from './testdata/report-lines.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

const report = async (part: Partial<ExportOrder> = {}) =>
  linesOf(await textOf(exportReport(orderOf(bench, part), WORDS)));

const reason = {
  place: 'US-IL',
  name: 'Illinois',
  special: null,
  source: 'https://law.example',
  confidence: 'high',
} as const;
const decider = (): Decider => (logged: { readonly index: number }) =>
  logged.index === 5
    ? {
        index: 5,
        fingerprint: NOTICE,
        reasons: [
          { ...reason, ground: 'law', statutes: ['§ 1', '§ 2'], seen: 'primary', reviewed: '2026-01-02' },
          { ...reason, ground: 'minor', place: null, name: null, statutes: [], seen: 'none', reviewed: null },
          { ...reason, ground: 'special-rule', name: null, statutes: ['§ 3'], seen: 'secondary', reviewed: null },
        ],
      }
    : null;

const at = (seconds: number) => NINE + seconds * 1000;
const [SECOND, THIRD, FOURTH, FIFTH] = [2, 3, 4, 5].map((n) => id('epoch', n)) as [
  typeof EPOCH,
  typeof EPOCH,
  typeof EPOCH,
  typeof EPOCH,
];
const sealed = (epoch: typeof EPOCH, ms: number, when: number) =>
  item({ ...EVERY_KIND['segment-sealed'], epoch, ms }, at(when));
const closed = (epoch: typeof EPOCH, when: number) =>
  item({ kind: 'gate-closed', epoch, reasons: ['withdrawn', 'waiting'] }, at(when));
const used = (how: 'played' | 'saved' | 'copied' | 'reviewed', when: number) =>
  item({ ...EVERY_KIND.accessed, how }, at(when), HOST, how === 'saved' ? { text: 'Rosa' } : {});
const AGREED: Item = answered('consented', 'Yes, of course\u3000[atr1 c:abc d]\n[atr1 x] ', at(8));
const LATER: readonly Item[] = [
  item({ kind: 'deleted', epoch: null, why: 'time-over' }, at(200)),
  used('played', 210),
  used('saved', 211),
  used('copied', 212),
  used('reviewed', 213),
  item(EVERY_KIND.reviewed, at(214)),
  item({ kind: 'exported', format: 'json' }, at(215)),
];
const LONG: readonly Item[] = [
  ...MEETING.slice(0, 4),
  AGREED,
  item(EVERY_KIND['requirement-set'], at(9)),
  gateOpened(EPOCH, at(10)),
  closed(EPOCH, 20),
  sealed(EPOCH, 9600, 21),
  item(
    {
      ...EVERY_KIND.answered,
      answer: 'refused',
      person: 2,
      purposes: [],
      grade: 'attested',
      channel: 'aloud',
      signed: null,
    },
    at(30),
    ANA,
  ),
  item({ kind: 'participant-renamed', participant: ANA }, at(31), ANA, { name: 'Ana S.' }),
  gateOpened(SECOND, at(40)),
  closed(SECOND, 50),
  sealed(SECOND, 8000, 51),
  item({ kind: 'deleted', epoch: SECOND, why: 'shortened' }, at(52)),
  gateOpened(THIRD, at(60)),
  sealed(THIRD, 12_000, 70),
  item({ ...EVERY_KIND.cut, epoch: THIRD }, at(71)),
  gateOpened(FOURTH, at(80)),
  sealed(FOURTH, 4000, 90),
  gateOpened(FIFTH, at(100)),
  ...LATER,
];

const HEAD = [
  '1. Meeting of 2026-03-02, 09:00 to 09:03',
  'Sitesandbox',
  'LoglES5LaIWiv9z5, 28 entries',
  'Root of all entries28 p0DNviyJbMINC0tdzsougegRvVF2VghwWKTUvgIsvlc',
  'Hash of the last entryXtyAHAj_0nh-tOhJ1SG-hw8Zinvj5ZB_fupCoU5PtH0',
  'Who answered what',
  'Who | Answer | For | How it was given | When | Entry',
  'Ana S. | agreed | quality, training | in their own words in the chat of the meeting: “Yes, of course” | 09:00:08 | 4',
  'Ana S. | said no (person 2 at this place) | – | aloud or on paper; the host noted it, and it is the host’s word | 09:00:30 | 9',
  'No answer of their own here: Héctor Ruiz.',
  'What was asked',
  '09:00:03, entry 3: to record sound for quality, training (by choice); kept 30 days, names and words 365 days. Notice in language en, version 1, SHA-256 n5Wb0Yp8kqzqJ2yTn1v0m8o2l7sQ3dX9aR4uE6tCwHk.',
  'May we record this conversation?',
  'What was recorded, and why not the rest',
  'Recording ran only between these moments. Everything else in the meeting was not recorded.',
  'From | To | People who had agreed | Recording | Why it ended',
  '09:00:10 | 09:00:20 | 2 | 10 s kept | why withdrawn; why waiting',
  '09:00:40 | 09:00:50 | 2 | deleted since, with its key | why withdrawn; why waiting',
  '09:01:00 | still open | 2 | 10 s kept | –',
  '09:01:20 | still open | 2 | 4 s kept | –',
  '09:01:40 | still open | 2 | running | –',
  'What the law asked',
  'In the end, what was needed was a yes of everybody’s own. Ask to Record itself asks everybody, whatever the law asks. By the rules (version 1) the law alone asked for a yes of everybody’s own.',
  'Because | Place | Statutes | Where it was read',
  'the law of this place | Illinois | § 1; § 2 | https://law.example (read in the text itself, 2026-01-02)',
  'somebody was under age | – | – | https://law.example (not looked up)',
  'a special rule of this place | US-IL | § 3 | https://law.example (read in a guide)',
  'What it was used for',
  'Purposes are not user accounts: who it was is what they called themselves. What has no purpose is the log itself, which proves what was agreed to.',
  'When | What | For | Who | Entry',
  '2026-03-02 09:03 | opened to be played | quality | – | 22',
  '2026-03-02 09:03 | opened to be saved | quality | Rosa | 23',
  '2026-03-02 09:03 | opened for a voice-masked copy | quality | – | 24',
  '2026-03-02 09:03 | its review was opened | quality | – | 25',
  '2026-03-02 09:03 | its review was worked on | quality | – | 26',
  '2026-03-02 09:03 | left as json | – | – | 27',
];

const STORY = [
  'What happened, entry by entry',
  '09:00:00 | meeting-opened | 0',
  '09:00:01 | participant-joined Héctor Ruiz name=Héctor Ruiz site=site-of-Héctor Ruiz | 1',
  '09:00:02 | participant-joined Ana S. name=Ana 🌿 Silva site=site-of-Ana 🌿 Silva | 2',
  '09:00:03 | asked  text=May we record this conversation? | 3',
  '09:00:08 | answered Ana S. site=message-1772442008000 words=Yes, of course　[atr1 c:abc d]',
  '[atr1 x]  | 4',
  '09:00:09 | requirement-set | 5',
  '09:00:10 | gate-opened | 6',
  '09:00:20 | gate-closed | 7',
  '09:00:21 | segment-sealed | 8',
  '09:00:30 | answered Ana S. | 9',
  '09:00:31 | participant-renamed Ana S. name=Ana S. | 10',
  '09:00:40 | gate-opened | 11',
  '09:00:50 | gate-closed | 12',
  '09:00:51 | segment-sealed | 13',
  '09:00:52 | deleted | 14',
  '09:01:00 | gate-opened | 15',
  '09:01:10 | segment-sealed | 16',
  '09:01:11 | cut | 17',
  '09:01:20 | gate-opened | 18',
  '09:01:30 | segment-sealed | 19',
  '09:01:40 | gate-opened | 20',
  '09:03:20 | deleted | 21',
  '09:03:30 | accessed | 22',
  '09:03:31 | accessed  text=Rosa | 23',
  '09:03:32 | accessed | 24',
  '09:03:33 | accessed | 25',
  '09:03:34 | reviewed | 26',
  '09:03:35 | exported | 27',
];

it('stands there whole: who answered what, what was asked, recorded, needed and used, and then each entry', async () => {
  await write(bench.store, LONG);
  const lines = await report({ decider });
  const [head, story, end] = [HEAD[0], STORY[0], 'What nobody can know from this'].map((one) =>
    lines.indexOf(one ?? ''),
  );
  expect(lines.slice(0, 3)).toEqual([
    'Consent report 2026-03-02',
    'Who agreed to be recorded',
    'Ask to Record, one meeting. Exported 2026-03-02 09:00:00. All times are UTC.',
  ]);
  expect(lines[3]).toBe(`${NAMING_WORDS.full}${PROOF}${ADVICE}`);
  expect(lines[4]).toBe(HEAD[0]);
  expect(lines.slice(head, story)).toEqual(HEAD);
  expect(lines.slice(story, end)).toEqual(STORY);
  expect(lines.slice(end)).toHaveLength(7);
});

it('has in it what people look for first by a mark of its own, and a time that a program can read', async () => {
  await write(bench.store, LONG);
  const html = await textOf(exportReport(orderOf(bench), WORDS));
  const marked = [...html.matchAll(/<li id="([^"]+)-(\d+)"><time datetime="([^"]+)">[^<]*<\/time><span class="key">/g)];
  expect(marked.map(([, log, index]) => [log, Number(index)])).toEqual(
    [3, 4, 6, 7, 9, 11, 12, 14, 15, 17, 18, 20, 21].map((index) => [LOG, index]),
  );
  expect(html.match(/<\/time><span>/g)).toHaveLength(LONG.length - marked.length);
  expect(marked[0]?.[3]).toBe('2026-03-02T09:00:03.000Z');
});

it('under codes says what was left out, and gives somebody who was renamed one code', async () => {
  await write(bench.store, LONG);
  const lines = await report({ names: new Names('pseudonyms', new Uint8Array(32)) });
  const code = lines.find((line) => line.includes(' | participant-renamed '))?.match(/Person \S+/)?.[0];
  expect(code).toBeTruthy();
  expect(lines).toContain(`09:00:02 | participant-joined ${code} name= | 2`);
  expect(lines).toContain(`09:00:08 | answered ${code} (left out) | 4`);
  expect(lines).toContain(`09:00:30 | answered ${code} | 9`);
  expect(lines).toContain(`09:00:31 | participant-renamed ${code} name=${code} | 10`);
  expect(lines).toContain('2026-03-02 09:03 | opened to be saved | quality | (left out) | 23');
  expect(lines).toContain('The statutes behind it are not known to this version of the rules.');
});

it('without names calls people by their keys', async () => {
  await write(bench.store, LONG);
  const lines = await report({ names: new Names('none', new Uint8Array(32)) });
  expect(lines).toContain(`09:00:31 | participant-renamed ${ANA} name=${ANA} | 10`);
  expect(lines).toContain(`No answer of their own here: ${HOST}.`);
});

it('of one person names nobody else, and counts what it does not tell where it was', async () => {
  await write(bench.store, [...MEETING.slice(0, 3), joined(id('participant', 3), 'Ben', at(2)), ...LONG.slice(3, 5)]);
  const lines = await report({ choice: { ...EVERYTHING, people: new Set([HOST]) } });
  expect(lines).toContain('There is no answer in what was asked for.');
  expect(lines).toContain('No answer of their own here: Héctor Ruiz.');
  expect(lines.join()).not.toMatch(/Ana|Ben/);
  expect(lines.slice(lines.indexOf('What happened, entry by entry') + 1, -7)).toEqual([
    '09:00:00 | meeting-opened | 0',
    '09:00:01 | participant-joined Héctor Ruiz name=Héctor Ruiz site=site-of-Héctor Ruiz | 1',
    '| 2 entries are not of what was asked for, and not told here. |',
    '09:00:03 | asked  text=May we record this conversation? | 4',
    '| One entry is not of what was asked for, and not told here. |',
  ]);
});

it('says in so many words that nothing was asked or recorded', async () => {
  await write(bench.store, [opened]);
  const lines = await report();
  expect(lines.slice(lines.indexOf('Who answered what'), lines.indexOf('What the law asked'))).toEqual([
    'Who answered what',
    'There is no answer in what was asked for.',
    'What was asked',
    'Nothing was asked.',
    'What was recorded',
    'Nothing.',
  ]);
});

it('with two meetings counts both, numbers them, and says of which the notice is gone', async () => {
  const other = id('log', 2);
  const told: unknown[] = [];
  await write(bench.store, MEETING);
  await write(bench.store, [opened, { ...asked, draft: { ...asked.draft, disclosures: {} } }], other);
  const lines = await report({ logs: [LOG, other], progress: (one) => told.push(one) });
  expect(lines[2]).toMatch(/^Ask to Record, 2 meetings\./);
  expect(lines.filter((line) => /^\d\. Meeting/.test(line)).map((line) => line.slice(0, 10))).toEqual([
    '1. Meeting',
    '2. Meeting',
  ]);
  expect(lines).toContain('The text of the notice is erased.');
  expect(lines).toContain('09:00:09 | 09:01:00 | 2 | 0 s kept | why withdrawn');
  expect(told.at(-1)).toEqual({ done: 20, total: 20 });
});
