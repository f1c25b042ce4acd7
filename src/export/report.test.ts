import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  ANA,
  ASK,
  answered,
  type Bench,
  EPOCH,
  HOST,
  item,
  joined,
  MEETING,
  NINE,
  openBench,
  write,
} from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import type { ExportOrder } from './bundle.ts';
import { EVERYTHING } from './choice.ts';
import { escaped, isolated, isolatedName } from './html.ts';
import { Names } from './names.ts';
import { exportReport, type ReportWords } from './report.ts';
import { orderOf, textOf } from './testdata/order.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

const WORDS: ReportWords = {
  tell: (entry, nameOf, said) =>
    `${entry.kind} ${'participant' in entry && entry.participant ? nameOf(entry.participant) : ''} ${said.words ?? ''} ${said.name ?? ''}`,
  why: (reason) => `why ${reason}`,
};

const report = (part: Partial<ExportOrder> = {}) => textOf(exportReport(orderOf(bench, part), WORDS));

/** Tags and attributes of a page, told apart from its text as a browser does: what is in quotes is a value. */
const tagsIn = (html: string) => html.match(/<\/?[a-z][^\s>"']*(?:\s+(?:"[^"]*"|'[^']*'|[^>"'])*)?>/gi) ?? [];

describe('what it was used for', () => {
  const used = item({ kind: 'accessed', epochs: [EPOCH], purpose: 'quality', how: 'played' }, NINE + 90_000, HOST, {
    text: '<b>Rosa</b>',
  });
  const left = item({ kind: 'exported', format: 'json' }, NINE + 95_000);

  it('stands there by purpose, with who it was where names are in it', async () => {
    await write(bench.store, [...MEETING, used, left]);
    const text = await report();
    expect(text).toContain('opened to be played');
    expect(text).toContain('<td data-of="For">quality</td>');
    expect(text).toContain(escaped(isolated('<b>Rosa</b>')));
    expect(text).toContain('left as json');
    const bare = await report({ names: new Names('none', new Uint8Array(32)) });
    expect(bare).toContain('opened to be played');
    expect(bare).not.toContain('Rosa');
  });

  it('is said to be nothing where it was nothing', async () => {
    await write(bench.store, MEETING);
    expect(await report()).toContain('It was never opened, saved or exported.');
  });
});

describe('the report', () => {
  it('tells who agreed, how, to what, and each entry with its number', async () => {
    await write(bench.store, MEETING);
    const text = await report({ signer: await testSigner() });
    for (const part of [
      'Ana 🌿 Silva',
      'agreed',
      'took the yes back',
      'in their own words in the chat',
      'why withdrawn',
      'May we record this conversation?',
    ])
      expect(text).toContain(part);
    expect(text.match(/<li id="/g)).toHaveLength(MEETING.length);
    expect(text).toMatch(/Fingerprint[^<]*<code>(?:\d{5} ){7}\d{5}<\/code>/);
    expect(text.endsWith('</body></html>\n')).toBe(true);
  });

  it('tells what a guardian said, for whom and how, and that it is not an answer of their own', async () => {
    const young = { kind: 'guardian-answered', ask: ASK, participant: ANA, channel: 'paper', by: 'host' } as const;
    const before = MEETING.slice(0, 4);
    await write(bench.store, [
      ...before,
      item({ ...young, answer: 'refused' }, NINE + 7000),
      item({ ...young, answer: 'consented', channel: 'aloud' }, NINE + 8000),
    ]);
    const text = await report();
    const rows = text.match(/<tr>.*A guardian of.*<\/tr>/g) ?? [];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/Ana 🌿 Silva.*said no.*–.*on paper; the host noted it/);
    expect(rows[1]).toMatch(/Ana 🌿 Silva.*agreed.*quality.*aloud; the host noted it/);
    expect(text).toMatch(/No answer of their own here: [^<]*Ana/);
    const pseudo = await report({ names: new Names('pseudonyms', new Uint8Array(32)) });
    expect(pseudo).not.toContain('Silva');
    expect(pseudo).toMatch(/A guardian of [^<]*Person /);
    const other = await report({ choice: { ...EVERYTHING, people: new Set([HOST]) } });
    expect(other).not.toContain('A guardian of');
  });

  it('has no script, and fetches nothing', async () => {
    await write(bench.store, MEETING);
    const text = await report();
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    for (const tag of tagsIn(text))
      expect(tag).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form)\b|\s(?:src|href|on\w+|style)\s*=/i);
    expect(text).not.toMatch(/url\(|@import/);
  });

  it('is changed by nothing that anybody called themselves or wrote', async () => {
    const wild = '</style><script>alert(1)</script><img src=x onerror=alert(1)>"\'&';
    const people = [joined(ANA, wild, NINE + 2000), ...MEETING.slice(3, 4), answered('consented', wild, NINE + 8000)];
    await write(bench.store, [...MEETING.slice(0, 2), ...people]);
    const calm = await report();
    expect(calm).toContain('&lt;script&gt;alert(1)');
    const tags = new Set(tagsIn(calm).map((tag) => tag.replace(/[\s>].*$/s, '').toLowerCase()));
    for (const tag of tags) expect(tag).not.toMatch(/script$|img$/);
    expect(calm.match(/<style>/g)).toHaveLength(1);
  });

  it('tells neither names nor words where they were not to be told', async () => {
    await write(bench.store, MEETING);
    for (const how of ['pseudonyms', 'none'] as const) {
      const text = await report({ names: new Names(how, new Uint8Array(32)) });
      expect(text).not.toMatch(/Silva|Héctor|fully|stop, please|erased\)/);
      expect(text).toContain(how === 'none' ? ANA : 'Person ');
      expect(text).toContain('(left out)');
    }
  });

  it('says that it is a part, and how much is not in it', async () => {
    await write(bench.store, MEETING);
    const text = await report({ choice: { ...EVERYTHING, people: new Set([HOST]) } });
    expect(text).toContain('Only a part was asked for');
    expect(text).toContain('One entry is not of what was asked for');
    expect(text).not.toContain('stop, please');
    expect(await report()).not.toContain('Only a part');
  });

  it('says what nobody can know', async () => {
    await write(bench.store, MEETING);
    expect(await report()).toContain('Who really sat at a keyboard');
  });
});

describe('words of others', () => {
  it('cannot turn the sentence that they stand in', () => {
    expect(isolated('\u202eabc\u2066')).toBe('\u2068abc\u2069');
    expect(isolated('')).toBe('');
    expect(isolatedName('x'.repeat(10_000))).toHaveLength(203);
  });

  it('are text, whatever they hold', () => {
    expect(escaped('<a href="x">&\'')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;');
    expect(escaped('a\ud800b\0c\nd')).toBe('a\ufffdb\ufffdc\nd');
  });
});
