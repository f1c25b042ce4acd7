import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../log/canonical.ts';
import { parseJson } from '../log/json.ts';
import type { Receipt } from '../log/receipt.ts';
import { CODES } from './codes.ts';
import { verifyReceipt } from './receipt.ts';
import {
  type Changes,
  cuts,
  FLIPS,
  fields,
  flips,
  leafFields,
  PATIENCE_MS,
  remembering,
  taken,
} from './testdata/tampering.ts';

/** One addendum, changed in every way there is. */
const text = readFileSync(new URL('./testdata/addendum.json', import.meta.url), 'utf8');
const receiptOf = () => JSON.parse(text) as Receipt;
const verify = remembering();

async function wrong(changed: string): Promise<readonly string[]> {
  const { verdict, lines } = await verifyReceipt(changed, verify);
  const fails = lines.flatMap((line) => (line.what === 'check' && line.result === 'fails' ? [line.code] : []));
  for (const code of fails) expect(CODES).toContain(code);
  expect(verdict === 'valid').toBe(fails.length === 0);
  return fails;
}

const missed = (changes: Changes) => taken(changes, wrong);

beforeAll(async () => {
  expect(await wrong(text)).toEqual([]);
});

describe('every byte of a receipt', { timeout: PATIENCE_MS }, () => {
  it.each(FLIPS)('with its lowest bit flipped%s is found', async (_what, flip, every) => {
    expect(await missed(flips(text, flip, every))).toEqual([]);
  });

  it('at which it is cut off is found, and white space around it', async () => {
    expect(await missed(cuts(text))).toEqual([]);
    expect(await wrong(`${text}\n`)).toEqual(['receipt-canonical']);
    expect(await wrong(JSON.stringify(receiptOf(), null, 1))).toEqual(['receipt-canonical']);
  });
});

describe('every entry of a receipt', { timeout: PATIENCE_MS }, () => {
  const places = receiptOf().entries.map((_, at) => at);
  const changed = (change: (entries: Receipt['entries']) => void): string => {
    const receipt = receiptOf();
    change(receipt.entries);
    return canonical(receipt);
  };

  it('left out, told twice, or in the place of another is found', async () => {
    function* all(): Generator<[string, string]> {
      for (const at of places) {
        yield [`${at} left out`, changed((entries) => entries.splice(at, 1))];
        yield [`${at} twice`, changed((entries) => entries.splice(at, 0, ...entries.slice(at, at + 1)))];
        for (const other of places.slice(at + 1)) {
          yield [
            `${at} and ${other}`,
            changed((entries) => entries.splice(at, 1, ...entries.splice(other, 1, ...entries.slice(at, at + 1)))),
          ];
        }
      }
    }
    expect(await missed(all())).toEqual([]);
  });
});

describe('every field of a receipt', { timeout: PATIENCE_MS }, () => {
  it('changed, left out or with one too many is found', async () => {
    expect(await missed(fields(receiptOf, canonical))).toEqual([]);
  });

  it('of every leaf in it is found, also when the leaf is spelt as it must be', async () => {
    function* all(): Generator<[string, string]> {
      for (const [at, { leaf }] of receiptOf().entries.entries()) {
        for (const [name, changed] of leafFields(leaf)) {
          const receipt = receiptOf();
          const entry = receipt.entries[at];
          if (entry) entry.leaf = changed;
          yield [`${at}: ${name}`, canonical(receipt)];
        }
      }
    }
    expect(await missed(all())).toEqual([]);
  });
});

describe('what is no receipt', () => {
  it.each([
    ['nothing', '', 'receipt-json'],
    ['something else', '{"format":"ask-to-record-log","version":1}', 'receipt-version'],
    ['a later version', canonical({ ...receiptOf(), version: 2 }), 'receipt-version'],
    ['a member doubled', text.replace('"version":1}', '"version":1,"version":1}'), 'receipt-canonical'],
    ['a prototype', text.replace('{"checkpoint"', '{"__proto__":{},"checkpoint"'), 'receipt-shape'],
    ['a lone surrogate', text.replace('An addendum.', '\\ud800'), 'receipt-shape'],
    ['far too deep', '['.repeat(100_000), 'receipt-limits'],
    ['far too large', `"${'x'.repeat(9 * 1024 * 1024)}"`, 'receipt-limits'],
    ['far too many parts', `[${'{},'.repeat(200_000)}{}]`, 'receipt-limits'],
    [
      'a proof of more than any tree',
      text.replace('"proof":[', `"proof":[${`"${'A'.repeat(43)}",`.repeat(60)}`),
      'receipt-shape',
    ],
    ['a time that never was', text.replace(/"madeAt":"2026-03-02/, '"madeAt":"2026-02-30'), 'receipt-shape'],
  ])('%s', async (_what, changed, code) => {
    expect(parseJson(changed) === undefined || changed !== text).toBe(true);
    expect(await wrong(changed)).toEqual([code]);
  });
});
