import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../log/canonical.ts';
import { parseJson } from '../log/json.ts';
import type { Receipt } from '../log/receipt.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { CODES } from './codes.ts';
import { verifyReceipt } from './receipt.ts';
import { CHANGES, edit, pathsOf } from './testdata/changes.ts';

/** One addendum, changed in every way there is. Signatures are checked once for each thing that is signed and remembered. */
const text = readFileSync(new URL('./testdata/addendum.json', import.meta.url), 'utf8');
const receiptOf = () => JSON.parse(text) as Receipt;
const known = new Map<string, Promise<boolean>>();
const really = ed25519Of(crypto.subtle);
const verify: typeof really = (key, signature, message) => {
  const what = [key, signature, message].map((bytes) => Buffer.from(bytes).toString('base64')).join();
  const answer = known.get(what) ?? really(key, signature, message);
  known.set(what, answer);
  return answer;
};

const PATIENCE_MS = 180_000;

async function wrong(changed: string): Promise<readonly string[]> {
  const { verdict, lines } = await verifyReceipt(changed, verify);
  const fails = lines.flatMap((line) => (line.what === 'check' && line.result === 'fails' ? [line.code] : []));
  for (const code of fails) expect(CODES).toContain(code);
  expect(verdict === 'valid').toBe(fails.length === 0);
  return fails;
}

/** Verifies each, some at a time, and gives those that were taken for valid. */
async function taken(changes: Iterable<readonly [string, string]>): Promise<string[]> {
  const missed: string[] = [];
  const some: Promise<void>[] = [];
  for (const [name, changed] of changes) {
    some.push(wrong(changed).then((fails) => void (fails.length === 0 && missed.push(name))));
    if (some.length === 64) await Promise.all(some.splice(0));
  }
  await Promise.all(some);
  return missed;
}

beforeAll(async () => {
  expect(await wrong(text)).toEqual([]);
});

describe('every byte of a receipt', { timeout: PATIENCE_MS }, () => {
  const bytes = new TextEncoder().encode(text);

  it.each([
    ['', 1, 1],
    [', or another bit of every fifth,', 0x20, 5],
    [', or the highest bit of every seventh,', 0x80, 7],
  ])('with its lowest bit flipped%s is found', async (_what, flip, every) => {
    function* flips(): Generator<[string, string]> {
      for (const [place, byte] of bytes.entries()) {
        if (place % every !== 0) continue;
        const changed = Uint8Array.from(bytes);
        changed[place] = byte ^ flip;
        yield [`byte ${place}`, new TextDecoder().decode(changed)];
      }
    }
    expect(await taken(flips())).toEqual([]);
  });

  it('at which it is cut off is found, and white space around it', async () => {
    function* cuts(): Generator<[string, string]> {
      for (let length = 0; length < text.length; length++) yield [`cut at ${length}`, text.slice(0, length)];
    }
    expect(await taken(cuts())).toEqual([]);
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
    expect(await taken(all())).toEqual([]);
  });
});

describe('every field of a receipt', { timeout: PATIENCE_MS }, () => {
  it('changed, left out or with one too many is found', async () => {
    function* fields(): Generator<[string, string]> {
      for (const path of pathsOf(receiptOf())) {
        for (const [how, change] of Object.entries(CHANGES)) {
          const receipt = receiptOf();
          if (edit(receipt, path, change)) yield [`${path.join('.')} ${how}`, canonical(receipt)];
        }
      }
    }
    expect(await taken(fields())).toEqual([]);
  });

  it('of every leaf in it is found, also when the leaf is spelt as it must be', async () => {
    function* fields(): Generator<[string, string]> {
      for (const [at, { leaf }] of receiptOf().entries.entries()) {
        for (const path of pathsOf(JSON.parse(leaf))) {
          for (const [how, change] of Object.entries(CHANGES)) {
            const [receipt, parsed] = [receiptOf(), JSON.parse(leaf)];
            if (!edit(parsed, path, change)) continue;
            const entry = receipt.entries[at];
            if (entry) entry.leaf = canonical(parsed);
            yield [`${at}: ${path.join('.')} ${how}`, canonical(receipt)];
          }
        }
      }
    }
    expect(await taken(fields())).toEqual([]);
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
