import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { en } from '../consent/notices/en.ts';
import { canonical } from '../log/canonical.ts';
import type { Receipt } from '../log/receipt.ts';
import { openBench, write } from '../log/testdata/meeting.ts';
import { crowd, receiptOf } from '../verify/testdata/receipts.ts';
import { HASH } from '../verify/testdata/story.ts';
import { receiptPage } from './receipt-page.ts';
import { en as SAID } from './receipt-words/en.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

let made: Promise<Receipt> | null = null;

/** Ana's receipt of the crowd's meeting, in two lines, with what is changed in it: a page asks for no proof. */
async function receipt(change: (receipt: Receipt) => void = () => undefined): Promise<Receipt> {
  made ??= make();
  const copy = structuredClone(await made);
  copy.statement = { language: 'en', text: 'A receipt.\nKeep it.' };
  change(copy);
  return copy;
}

async function make(): Promise<Receipt> {
  const { store, db } = await openBench();
  await write(store, await crowd());
  const { receipt: one } = await receiptOf(store);
  db.close();
  return one;
}

/** The entries of these kinds, changed; `null` takes them out. */
function changed(receipt: Receipt, kind: string, to: ((entry: Record<string, unknown>) => object) | null): void {
  receipt.entries = receipt.entries.flatMap((one) => {
    const leaf = JSON.parse(one.leaf);
    if (leaf.entry.kind !== kind) return [one];
    return to ? [{ ...one, leaf: canonical({ ...leaf, entry: to(leaf.entry) }) }] : [];
  });
}
const pageOf = (of: Receipt) =>
  receiptPage(of, { fingerprint: '00001 00002', purposes: en.purposeNames, site: 'Sandbox' });

/** What somebody reads of it, line by line; a value behind its name. */
function read(html: string): string[] {
  return (
    html
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<\/(?:th|dt)>/g, ': ')
      .replace(/<br>|<\/(?:p|blockquote)>/g, '\n')
      .replace(/<[^>]+>/g, '')
      // Between the hour and AM stands a narrow space.
      .replace(/\u202f/g, ' ')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  );
}

const until = (lines: readonly string[]) => lines.slice(lines.indexOf('Kept until') + 1, lines.indexOf('For checking'));
const quotes = (page: string) =>
  [...page.matchAll(/<blockquote lang="(\w+)" dir="auto">(.*?)<\/blockquote>/g)].map(([, lang, text]) => [lang, text]);
const notice = (language: string, hash: string, text: string) => ({ language, version: 1, hash, text });
const [OTHER, THIRD] = ['A'.repeat(43), 'B'.repeat(42).concat('A')];

it('says all that a receipt holds, in its order', async () => {
  expect(read(pageOf(await receipt()))).toEqual([
    'Receipt: Ana 🌿 Silva',
    'Receipt',
    'Ana 🌿 Silva · Sandbox · March 2, 2026 at 9:00:00 AM UTC',
    'A receipt.',
    'Keep it.',
    'What you were asked',
    'March 2, 2026 at 9:00:05 AM UTC',
    'May we record this conversation?',
    'What you answered',
    'March 2, 2026 at 9:00:08 AM UTC: You agreed: quality checks Yes',
    'signed by your own extension',
    'March 2, 2026 at 9:00:19 AM UTC: You took your yes back No, stop',
    'signed by your own extension',
    'Kept until',
    'Recording of 9 s that ended March 2, 2026 at 9:00:20 AM UTC: kept until April 1, 2026 at 9:00:20 AM UTC',
    'Your name and words beside the proof: until March 2, 2027 at 9:00:20 AM UTC at the latest',
    'For checking',
    SAID.page.compare,
    'Fingerprint of the host’s key: 00001 00002',
    'Entries in the log: 28',
    'Root of the log: HV5a ltyv 2NbT CnlJ iDXG fofi FDRt WwZ5 -xr8 bPro pBg',
    'As it stood in the chat, with 22 entries: Hui3 66g0 yBjh WDbj YZYV 1A0i CdgP RO8X T37P BChd lGk',
    'Log, and your ids in it: lES5LaIWiv9z5 pIj9ceZaz0O0K',
    'Made: March 2, 2026 at 10:00:00 AM UTC',
    SAID.page.forReading,
  ]);
});

it('keeps what others wrote apart from its own words: signs by their numbers, and the first line of an answer alone', async () => {
  const page = pageOf(
    await receipt((of) => {
      of.disclosures = of.disclosures.map((one) => {
        const [salt, field] = JSON.parse(one.disclosure);
        const text = field === 'name' ? `<b>"A"&'` : 'Yes\nand more';
        return { ...one, disclosure: JSON.stringify([salt, field, text]) };
      });
    }),
  );
  expect(page).toContain('<b><bdi>&#60;b&#62;&#34;A&#34;&#38;&#39;</bdi></b>');
  expect(page).toContain('<q dir="auto">Yes</q>');
});

it('without a name, answers in words or a checkpoint says the rest', async () => {
  const lines = read(
    pageOf(
      await receipt((of) => {
        of.disclosures = [];
        of.checkpoint = 'none';
        of.since = { checkpoint: '', consistency: [] };
      }),
    ),
  );
  expect(lines.slice(0, 3)).toEqual([
    'Addendum to your receipt',
    'Addendum to your receipt',
    'Sandbox · March 2, 2026 at 9:00:00 AM UTC',
  ]);
  expect(lines).toContain('March 2, 2026 at 9:00:08 AM UTC: You agreed: quality checks');
  expect(lines).toContain('March 2, 2026 at 9:00:19 AM UTC: You took your yes back');
  expect(lines.filter((line) => /^(?:Entries in|Root of) the log/.test(line))).toEqual([
    'Entries in the log:',
    'Root of the log:',
  ]);
});

it('shows the notice as it was posted and as they read it, each text once', async () => {
  const own = await receipt(
    (of) => (of.notices = [notice('en', OTHER, 'As you read it'), notice('es', THIRD, 'No one')]),
  );
  expect(quotes(pageOf(own))).toEqual([
    ['en', '<p>May we record this conversation?</p>'],
    ['en', '<p>As you read it</p>'],
  ]);
  const same = await receipt((of) => (of.notices = [notice('en', HASH, 'May we record this conversation?')]));
  expect(quotes(pageOf(same))).toHaveLength(1);
  const erased = await receipt((of) => {
    of.disclosures = [];
    of.notices = [notice('en', THIRD, 'Not posted'), notice('en', HASH, 'Posted')];
    of.statement.language = 'es';
  });
  expect(quotes(pageOf(erased))).toEqual([['en', '<p>Posted</p>']]);
  const also = (language: string) =>
    receipt((of) => {
      changed(of, 'asked', (entry) => ({ ...entry, also: { language: 'es', version: 1, hash: OTHER } }));
      of.notices = [notice('es', OTHER, 'También'), notice('fr', THIRD, 'Non')];
      of.statement.language = language;
    });
  for (const language of ['en', 'es'])
    expect(quotes(pageOf(await also(language)))).toEqual([
      ['en', '<p>May we record this conversation?</p>'],
      ['es', '<p>También</p>'],
    ]);
});

it('counts no shorter time that was said before they were asked, and names every purpose', async () => {
  const page = pageOf(
    await receipt((of) => {
      const [first] = of.entries;
      const leaf = JSON.parse(first?.leaf ?? '');
      const entry = { kind: 'retention-shortened', keepDays: 1, proofDays: 1, by: 'host' };
      if (first) of.entries = [{ ...first, leaf: canonical({ ...leaf, entry }) }, ...of.entries.slice(1)];
      changed(of, 'answered', (one) => ({ ...one, purposes: ['quality', 'training'] }));
    }),
  );
  expect(until(read(page))[0]).toContain('kept until April 1, 2026');
  expect(page).toContain(`: ${en.purposeNames.quality}, ${en.purposeNames.training}`);
});

it('says until when only of what was recorded, and that nothing was where nothing was', async () => {
  const nothing = ['Nothing was recorded while you were there.', expect.stringContaining('Your name and words')];
  for (const to of [null, (entry: object) => ({ ...entry, ms: 0 })])
    expect(until(read(pageOf(await receipt((of) => changed(of, 'segment-sealed', to)))))).toEqual(nothing);
  expect(until(read(pageOf(await receipt((of) => changed(of, 'asked', null)))))).toEqual([]);
});
