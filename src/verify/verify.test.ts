import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, test } from 'vitest';
import type { Bundle } from '../log/bundle.ts';
import { CHECKS } from '../log/check.ts';
import { ANA } from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { ALONG, CODES, JUDGED, LIMITS, OF_FILES } from './codes.ts';
import type { Line } from './line.ts';
import { LIMIT_MEANINGS, MEANINGS } from './meanings.ts';
import { FALSEHOODS } from './testdata/falsehoods.ts';
import { exported, meeting, signed } from './testdata/story.ts';
import { verifyExport } from './verify.ts';

const verify = ed25519Of(crypto.subtle);
const folder = new URL('./testdata/', import.meta.url);
const read = (name: string) => readFileSync(new URL(`${name}.json`, folder), 'utf8');
const format = readFileSync(new URL('../log/FORMAT.md', import.meta.url), 'utf8');

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const isOfALog = (code: string) => !ALONG.some((other) => other === code);
const told = (lines: readonly Line[], result: string) =>
  lines.flatMap((line) => (line.what === 'check' && line.result === result ? [line.code] : []));
const limits = (lines: readonly Line[]) => lines.flatMap((line) => (line.what === 'limit' ? [line.code] : []));

describe('a log that is in order', () => {
  it.each([
    ['meeting', () => meeting().then((items) => exported(items))],
    ['meeting-not-signed', () => meeting().then((items) => exported(items, false))],
  ])('%s is written as it lies in testdata', async (name, make) => {
    await expect(await make()).toMatchFileSnapshot(`./testdata/${name}.json`);
  });

  it('is valid, every check is told, and so is what cannot be known', async () => {
    const { verdict, lines, lastHashes } = await verifyExport(await exported(await meeting()), verify);
    expect(told(lines, 'fails')).toEqual([]);
    expect(verdict).toBe('valid');
    expect(new Set(told(lines, 'holds'))).toEqual(new Set([...CHECKS, ...JUDGED].filter(isOfALog)));
    expect(limits(lines)).toEqual(['who-was-at-the-keyboard', 'tail-cut', 'clock', 'whose-key']);
    expect(lines.filter(({ what }) => what === 'answer')).toMatchObject([
      { answer: 'consented', grade: 'signed' },
      { answer: 'consented', grade: 'signed' },
      { answer: 'withdrawn', grade: 'signed' },
    ]);
    expect(lines.filter(({ what }) => what === 'fact')).toHaveLength(3);
    expect(lastHashes.size).toBe(1);
  });

  it('says more of what cannot be known where it is not signed, its words are erased, or it ends open', async () => {
    const items = await meeting();
    expect(limits((await verifyExport(await exported(items, false), verify)).lines)).toContain('not-signed');
    globalThis.indexedDB = new IDBFactory();
    const bundle = JSON.parse(await exported(items.slice(0, -3), false)) as Bundle;
    bundle.logs[0]?.disclosures.splice(0, 2);
    const { verdict, lines } = await verifyExport(JSON.stringify(bundle), verify);
    expect(verdict).toBe('valid');
    expect(limits(lines)).toEqual(expect.arrayContaining(['words-erased', 'still-open']));
  });

  it('may have answers by the word of the host, which are told for what they are', async () => {
    const items = (await meeting()).map((one) => {
      const { entry } = one.draft;
      const hers = entry.kind === 'answered' && entry.participant === ANA;
      return hers
        ? {
            ...one,
            draft: {
              ...one.draft,
              entry: { ...entry, grade: 'chat' as const, channel: 'chat' as const, signed: null },
            },
          }
        : one;
    });
    const { verdict, lines } = await verifyExport(await exported(items), verify);
    expect(verdict).toBe('valid');
    expect(limits(lines)).toContain('forged-from-the-start');
  });

  it('may have a yes to the question in the language of who answers', async () => {
    const shown = [{ language: 'de', version: 1, hash: `${'B'.repeat(42)}A` }];
    const yes = await signed(await testSigner(2), ANA, 8, { shown });
    const items = (await meeting()).map((one) => {
      const { entry } = one.draft;
      return entry.kind === 'answered' && entry.participant === ANA && entry.answer === 'consented' ? yes : one;
    });
    expect((await verifyExport(await exported(items), verify)).verdict).toBe('valid');
    const claimed = items.map((one) =>
      one === yes
        ? {
            ...yes,
            draft: {
              ...yes.draft,
              entry: { ...yes.draft.entry, shown: [{ ...shown[0], hash: `${'C'.repeat(42)}A` }] } as never,
            },
          }
        : one,
    );
    globalThis.indexedDB = new IDBFactory();
    expect(told((await verifyExport(await exported(claimed), verify)).lines, 'fails')).toEqual(['signature']);
  });

  it('may have a signed no that was for another of the people behind the tile', async () => {
    const items = await meeting();
    const no = await signed(await testSigner(2), ANA, 19, { answer: 'refused' }, 3);
    const changed = items.map((one) =>
      one.draft.entry.kind === 'answered' && one.draft.entry.answer === 'withdrawn'
        ? {
            ...no,
            draft: {
              ...no.draft,
              entry: { ...no.draft.entry, answer: 'withdrawn' as const } as typeof one.draft.entry,
            },
          }
        : one,
    );
    expect((await verifyExport(await exported(changed), verify)).verdict).toBe('valid');
  });
});

describe('a story that is false is found, although every hash and signature of the device holds', () => {
  it.each(Object.entries(FALSEHOODS))('%s', async (name, { code, tell }) => {
    const text = await exported(await tell());
    const { verdict, lines } = await verifyExport(text, verify);
    expect(told(lines, 'fails')).toContain(code);
    expect(verdict).toBe('invalid');
    const file = `${JSON.stringify({ expected: { code }, export: text }, null, 1)}\n`;
    await expect(file).toMatchFileSnapshot(`./testdata/false/${name}.json`);
  });

  it('and every check has one, and no file is of another', () => {
    expect(new Set(Object.values(FALSEHOODS).map(({ code }) => code))).toEqual(new Set(JUDGED.filter(isOfALog)));
    expect(readdirSync(new URL('false/', folder)).sort()).toEqual(
      Object.keys(FALSEHOODS)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });
});

test('what rests on other rules than ours is said, and not judged by ours', async () => {
  const items = (await meeting()).map((one) => {
    const { entry } = one.draft;
    return entry.kind === 'requirement-set' ? { ...one, draft: { ...one.draft, entry: { ...entry, pack: 99 } } } : one;
  });
  const { lines } = await verifyExport(await exported(items), verify);
  expect(limits(lines)).toContain('other-rules');
  expect(told(lines, 'fails')).not.toContain('rules');
});

test('a log that was changed is not judged: what it tells proves nothing', async () => {
  const { lines } = await verifyExport(read('meeting').replace('withdrawn', 'consented'), verify);
  expect(told(lines, 'not-checked')).toEqual(JUDGED.filter(isOfALog));
});

describe('FORMAT.md names', () => {
  const section = format.split(/^## /m)[13] ?? '';
  it.each(JUDGED)('the check %s', (code) => expect(section).toContain(`| \`${code}\` |`));
  const files = format.split(/^## /m).find((part) => part.startsWith('16.')) ?? '';
  it.each(OF_FILES)('the check %s', (code) => expect(files).toContain(`\`${code}\``));
  it.each(LIMITS)('the limit %s', (code) => expect(section).toContain(`| \`${code}\` |`));
});

test('every code has a sentence for somebody who is no engineer', () => {
  expect(Object.keys(MEANINGS).sort()).toEqual([...CODES].sort());
  expect(Object.keys(LIMIT_MEANINGS).sort()).toEqual([...LIMITS].sort());
});
