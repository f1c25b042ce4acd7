import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportJson } from '../export/json.ts';
import type { Receipt } from '../log/receipt.ts';
import { receiptText } from '../log/receipt.ts';
import { sealedReceipt } from '../log/receipt-seal.ts';
import { ANA, ASK, LOG, NINE, openBench, write } from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { OF_RECEIPTS } from './codes.ts';
import type { Line } from './line.ts';
import { verifyReceipt } from './receipt.ts';
import { answerInReceipt, receiptInLog, receiptsAgree, rootInReceipt } from './receipt-along.ts';
import { RECEIPT_TOLD } from './receipt-told.ts';
import { BEN, crowd, receiptOf } from './testdata/receipts.ts';
import { says, WORDS } from './testdata/story.ts';
import { verifyExport } from './verify.ts';

const verify = ed25519Of(crypto.subtle);
const fails = (lines: readonly Line[]) =>
  lines.flatMap((line) => (line.what === 'check' && line.result === 'fails' ? [line.code] : []));
const result = (line: Line | null) => (line?.what === 'check' ? line.result : line);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function storeOf(items: Awaited<ReturnType<typeof crowd>>) {
  globalThis.indexedDB = new IDBFactory();
  const { store } = await openBench();
  await write(store, items);
  return store;
}
/** What a device writes that signs whatever it likes. */
async function resealed(receipt: Receipt, change: (receipt: Receipt) => void): Promise<string> {
  const { seal: _seal, ...changed } = structuredClone(receipt);
  change(changed as Receipt);
  return receiptText(await sealedReceipt(changed, await testSigner()));
}
/** Receipt, then her withdrawal, then what was made after it. */
async function withAddendum(doubts = true) {
  const items = await crowd({ doubts });
  const no = items.findIndex(({ draft }) => draft.entry.kind === 'answered' && draft.entry.answer === 'withdrawn');
  const store = await storeOf(items.slice(0, no));
  const first = await receiptOf(store);
  const row = await store.row(LOG);
  const given = says(18, { kind: 'exported', format: 'receipt', participant: ANA, size: first.size });
  if (row) await store.append(LOG, row, [given, ...items.slice(no)], null);
  return { first, second: await receiptOf(store), store };
}

describe('a receipt that is in order', () => {
  it('is valid; each check is told, her answers with their grade, and what cannot be known', async () => {
    const { text } = await receiptOf(await storeOf(await crowd()));
    const { verdict, lines, receipt } = await verifyReceipt(text, verify);
    expect(fails(lines)).toEqual([]);
    expect(verdict).toBe('valid');
    expect(receipt?.platform).toBe('sandbox');
    expect(lines.filter(({ what }) => what === 'answer')).toMatchObject([
      { answer: 'consented', grade: 'signed', name: 'Ana 🌿 Silva', participant: ANA },
      { answer: 'withdrawn', grade: 'signed' },
    ]);
    expect(lines.flatMap((line) => (line.what === 'limit' ? [line.code] : []))).toEqual([
      'who-was-at-the-keyboard',
      'receipt-is-a-part',
      'tail-cut',
      'clock',
      'whose-key',
    ]);
    expect(lines.filter(({ what }) => what === 'fact')).toHaveLength(3);
    expect(lines).toContainEqual(expect.objectContaining({ code: 'inclusion', result: 'holds' }));
  });

  it('so is an addendum, and one of answers that nobody signed says what that means', async () => {
    const { second } = await withAddendum();
    const { verdict, lines } = await verifyReceipt(second.text, verify);
    expect([verdict, fails(lines)]).toEqual(['valid', []]);
    expect(lines).toContainEqual(expect.objectContaining({ code: 'addendum', result: 'holds' }));
    const ben = await verifyReceipt((await receiptOf(await storeOf(await crowd()), BEN)).text, verify);
    expect(ben.verdict).toBe('valid');
    expect(ben.lines).toContainEqual(expect.objectContaining({ what: 'limit', code: 'forged-from-the-start' }));
  });
});

it('receipt and addendum are written as they lie in testdata', async () => {
  const { first, second } = await withAddendum(false);
  await expect(first.text).toMatchFileSnapshot('./testdata/receipt.json');
  await expect(second.text).toMatchFileSnapshot('./testdata/addendum.json');
});

describe('what a device signs that lies', () => {
  const lies: readonly [string, string, (receipt: Receipt, other: Receipt) => void][] = [
    ['an entry of somebody else', 'receipt-foreign', (r, b) => merge(r, b, 'answered')],
    ['the person whom another receipt is for', 'receipt-foreign', (r) => (r.participants = [BEN])],
    ['one more person than it tells of', 'receipt-foreign', (r) => (r.participants = [...r.participants, BEN].sort())],
    [
      'no answer',
      'receipt-foreign',
      (r) => {
        r.entries = r.entries.filter(({ leaf }) => !leaf.includes('"kind":"answered"'));
        r.disclosures = [];
      },
    ],
    [
      'no question for the answer',
      'answer-ask',
      (r) => {
        const asked = r.entries.find(({ leaf }) => leaf.includes('"kind":"asked"'))?.index;
        r.entries = r.entries.filter(({ index }) => index !== asked);
        r.disclosures = r.disclosures.filter(({ index }) => index !== asked);
      },
    ],
    [
      'a person who never came',
      'answer-person',
      (r) => {
        const came = r.entries.find(({ leaf }) => leaf.includes('participant-joined'))?.index;
        r.entries = r.entries.filter(({ index }) => index !== came);
        r.disclosures = r.disclosures.filter(({ index }) => index !== came);
      },
    ],
    [
      'a notice that no entry names',
      'receipt-foreign',
      (r) => (r.notices = [{ language: 'en', version: 1, hash: 'A'.repeat(43), text: WORDS }]),
    ],
    ['another beginning', 'receipt-order', (r) => r.entries.shift()],
    ['another platform', 'platform', (r) => (r.platform = 'meet')],
    ['another root in the chat', 'consistency', (r) => (r.roots = r.roots.map((one) => ({ ...one, root: r.key })))],
    [
      'no proof of the root in the chat',
      'consistency',
      (r) => (r.roots = r.roots.map((one) => ({ ...one, consistency: [] }))),
    ],
    ['another checkpoint', 'checkpoint-signature', (r) => (r.checkpoint = r.checkpoint.replace(/\n\d+\n/, '\n21\n'))],
    ['no checkpoint', 'checkpoint-shape', (r) => (r.checkpoint = '')],
    ['the checkpoint of another log', 'checkpoint-log', (r) => (r.log = 'lAAAAAAAAAAAA')],
    ['entries out of order', 'receipt-order', (r) => r.entries.reverse()],
    ['an entry twice', 'receipt-order', (r) => r.entries.splice(3, 0, ...r.entries.slice(3, 4))],
    [
      'the wrong place',
      'inclusion',
      (r) =>
        (r.entries = r.entries.map((one, i, all) => (i === all.length - 1 ? { ...one, index: one.index + 1 } : one))),
    ],
    ['a name that it is not committed to', 'commitment', (r) => (r.disclosures = r.disclosures.map(renamed))],
    ['a disclosure twice', 'disclosure-place', (r) => r.disclosures.push(...r.disclosures.slice(-1))],
    [
      'a disclosure that is none',
      'disclosure-shape',
      (r) => (r.disclosures = r.disclosures.map((one) => ({ ...one, disclosure: '[]' }))),
    ],
  ];

  it.each(lies)('%s: %s', async (_what, code, change) => {
    const store = await storeOf(await crowd());
    const [ana, ben] = [await receiptOf(store), await receiptOf(store, BEN)];
    const { verdict, lines } = await verifyReceipt(
      await resealed(ana.receipt, (receipt) => change(receipt, ben.receipt)),
      verify,
    );
    expect(verdict).toBe('invalid');
    expect(fails(lines)).toContain(code);
  });

  it('a withdrawal that is left out of an addendum, and what came with it', async () => {
    const { first, second } = await withAddendum();
    const lie = await resealed(second.receipt, (receipt) => {
      const { length } = first.receipt.entries;
      receipt.entries = receipt.entries.slice(0, length + 1);
      receipt.disclosures = receipt.disclosures.filter(({ index }) =>
        receipt.entries.some((one) => one.index === index),
      );
    });
    expect(fails((await verifyReceipt(lie, verify)).lines)).toEqual(['addendum']);
  });

  it('a withdrawal alone, by what she kept herself', async () => {
    const { second } = await withAddendum();
    const kept = { ask: ASK, answer: 'withdrawn', at: NINE + 19_000 } as const;
    expect(result(answerInReceipt(second.receipt, kept))).toBe('holds');
    const lie = structuredClone(second.receipt);
    lie.entries = lie.entries.filter(({ leaf }) => !leaf.includes('"answer":"withdrawn"'));
    expect(result(answerInReceipt(lie, kept))).toBe('fails');
    expect(answerInReceipt(lie, { ...kept, at: Date.parse(lie.madeAt) })).toBeNull();
  });
});

describe('FORMAT.md section 14 names', () => {
  const format = readFileSync(new URL('../log/FORMAT.md', import.meta.url), 'utf8');
  const section = format.split(/^## /m).find((part) => part.startsWith('14.')) ?? '';
  it.each([...OF_RECEIPTS, ...RECEIPT_TOLD])('the check %s', (code) => expect(section).toContain(`\`${code}\``));
});

describe('what is kept of the same log', () => {
  it('a root from the chat, in the receipt or not', async () => {
    const { receipt } = await receiptOf(await storeOf(await crowd()));
    const [{ size, root } = { size: 0, root: '' }] = receipt.roots;
    expect(result(rootInReceipt(receipt, { size, hash: root }))).toBe('holds');
    expect(result(rootInReceipt(receipt, { size, hash: receipt.key }))).toBe('fails');
    expect(result(rootInReceipt(receipt, { size: size - 1, hash: root }))).toBe('fails');
    expect(rootInReceipt(receipt, { size: 1000, hash: root })).toBeNull();
  });

  it('a whole export of it, or of another one that looks like it', async () => {
    const items = await crowd();
    const exported = async (some: typeof items, key = 42) => {
      const store = await storeOf(some);
      const { signal } = new AbortController();
      const order = { source: store, logs: [LOG], at: NINE, signal, progress: () => undefined };
      let text = '';
      for await (const part of exportJson({ ...order, signer: await testSigner(key) })) text += part;
      return (await verifyExport(text, verify)).given;
    };
    const { receipt } = await receiptOf(await storeOf(items));
    expect(result(await receiptInLog(receipt, await exported(items), verify))).toBe('holds');
    const other = [...items];
    other.splice(10, 1);
    other.push(items.at(-1) ?? says(40, { kind: 'stopped' }));
    expect(result(await receiptInLog(receipt, await exported(other), verify))).toBe('fails');
    expect(result(await receiptInLog(receipt, await exported(items, 7), verify))).toBe('fails');
    expect(await receiptInLog(receipt, await exported(items.slice(0, -2)), verify)).toBeNull();
    expect(await receiptInLog(receipt, [], verify)).toBeNull();
  });

  it('an earlier receipt: the same log, another one, or entries that are missing', async () => {
    const { first, second } = await withAddendum();
    const told = (lines: readonly Line[]) => lines.flatMap((l) => (l.what === 'check' ? [[l.code, l.result]] : []));
    expect(told(receiptsAgree(first.receipt, second.receipt))).toEqual([
      ['witness', 'holds'],
      ['receipt-kept', 'holds'],
    ]);
    expect(receiptsAgree(second.receipt, first.receipt)).toEqual(receiptsAgree(first.receipt, second.receipt));
    const less = structuredClone(second.receipt);
    less.entries.splice(4, 1);
    expect(told(receiptsAgree(first.receipt, less))).toContainEqual(['receipt-kept', 'fails']);
    const items = await crowd();
    items.splice(10, 1);
    const fork = await receiptOf(await storeOf(items.slice(0, first.size)));
    expect(told(receiptsAgree(first.receipt, fork.receipt))).toContainEqual(['witness', 'fails']);
    expect(receiptsAgree(first.receipt, { ...second.receipt, log: 'lAAAAAAAAAAAA' })).toEqual([]);
  });
});

function merge(receipt: Receipt, other: Receipt, kind: string): void {
  const more = other.entries.filter(({ leaf }) => leaf.includes(`"kind":"${kind}"`));
  receipt.entries = [...receipt.entries, ...more].sort((a, b) => a.index - b.index);
}

function renamed(one: Receipt['disclosures'][number]): Receipt['disclosures'][number] {
  return { ...one, disclosure: one.disclosure.replace('Silva', 'Souza') };
}
