import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle, BundledLog } from '../log/bundle.ts';
import { canonical, utf8 } from '../log/canonical.ts';
import { leafHash } from '../log/leaf.ts';
import { CODES } from './codes.ts';
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
import { type Verification, verifyExport } from './verify.ts';

/** One small signed export, changed in every way there is. */
const text = readFileSync(new URL('./testdata/meeting.json', import.meta.url), 'utf8');
const bundleOf = () => JSON.parse(text) as Bundle & { logs: [BundledLog] };
const verify = remembering();

const at = async (changed: string): Promise<Verification> => {
  const verification = await verifyExport(changed, verify);
  for (const line of verification.lines) if (line.what === 'check') expect(CODES).toContain(line.code);
  return verification;
};
const wrongOf = ({ lines }: Verification) =>
  lines.flatMap((line) => (line.what === 'check' && line.result === 'fails' ? [line.code] : []));

/** Those that were taken for valid. */
const missed = (changes: Changes) =>
  taken(changes, async (changed) => {
    const verification = await at(changed);
    return verification.verdict === 'valid' ? [] : wrongOf(verification);
  });

beforeAll(async () => {
  expect((await at(text)).verdict).toBe('valid');
});

describe('every byte', { timeout: PATIENCE_MS }, () => {
  it.each(FLIPS)('with its lowest bit flipped%s is found', async (_what, flip, every) => {
    expect(await missed(flips(text, flip, every))).toEqual([]);
  });

  it('at which it is cut off is found', async () => {
    // Without its last line break it is the same file still.
    expect(await missed(cuts(text.trimEnd()))).toEqual([]);
    expect((await at(text.trimEnd())).verdict).toBe('valid');
  });
});

describe('every entry', { timeout: PATIENCE_MS }, () => {
  const entries = bundleOf().logs[0].leaves.map((_, index) => index);
  const changed = (change: (leaves: string[]) => void): string => {
    const bundle = bundleOf();
    change(bundle.logs[0].leaves);
    return JSON.stringify(bundle);
  };

  it.each(entries)('%i left out is found as a gap, or as a missing end', async (index) => {
    const wrong = wrongOf(await at(changed((leaves) => leaves.splice(index, 1))));
    expect(wrong).toContain('size');
    expect(wrong).toContain(index === entries.length - 1 ? 'head' : 'index');
    expect(wrong).toContain('checkpoint-root');
  });

  it.each(entries)('%i told twice is found', async (index) => {
    const wrong = wrongOf(await at(changed((leaves) => leaves.splice(index, 0, leaves[index] ?? ''))));
    expect(wrong).toEqual(expect.arrayContaining(['size', 'index', 'link']));
  });

  it('told in the place of another is found', async () => {
    function* swaps(): Generator<[string, string]> {
      for (const one of entries)
        for (const two of entries.slice(one + 1))
          yield [
            `${one} and ${two}`,
            changed((leaves) => {
              [leaves[one], leaves[two]] = [leaves[two] ?? '', leaves[one] ?? ''];
            }),
          ];
    }
    expect(await missed(swaps())).toEqual([]);
  });
});

describe('every field', { timeout: PATIENCE_MS }, () => {
  it('of the file, changed or left out, is found', async () => {
    expect(await missed(fields(bundleOf, JSON.stringify))).toEqual([]);
  });

  it('of every entry is found, also when its leaf is spelt as it must be', async () => {
    function* all(): Generator<[string, string]> {
      for (const [index, leaf] of bundleOf().logs[0].leaves.entries()) {
        for (const [name, changed] of leafFields(leaf)) {
          const bundle = bundleOf();
          bundle.logs[0].leaves[index] = changed;
          yield [`${index}: ${name}`, JSON.stringify(bundle)];
        }
      }
    }
    expect(await missed(all())).toEqual([]);
  });
});

describe('somebody who hashes it all anew, but has not the key', { timeout: PATIENCE_MS }, () => {
  it('is found by what was signed, whatever entry they leave out', async () => {
    for (const index of bundleOf().logs[0].leaves.keys()) {
      const wrong = wrongOf(await at(JSON.stringify(await rehashed((leaves) => leaves.splice(index, 1)))));
      expect(wrong, `entry ${index}`).toEqual(expect.arrayContaining(['checkpoint-root', 'seal']));
      expect(wrong).not.toContain('link');
    }
  });

  it('and takes all signatures of the device out, is found where a withdrawal is missing', async () => {
    const bundle = await rehashed((leaves) =>
      leaves.splice(
        leaves.findIndex((leaf) => leaf.includes('"withdrawn","ask"')),
        1,
      ),
    );
    const { key: _key, seal: _seal, ...bare } = bundle;
    const { checkpoints: _checkpoints, ...log } = bundle.logs[0];
    log.disclosures = [];
    const verification = await at(JSON.stringify({ ...bare, logs: [log] }));
    expect(wrongOf(verification)).toEqual(['epoch-end']);
    expect(verification.lines).toContainEqual(expect.objectContaining({ what: 'limit', code: 'not-signed' }));
  });

  it('and puts the end of another log on it is found', async () => {
    const other = JSON.parse(readFileSync(new URL('../log/testdata/signed.json', import.meta.url), 'utf8')) as Bundle;
    for (const from of [3, 5]) {
      const bundle = bundleOf();
      bundle.logs[0].leaves.splice(from, bundle.logs[0].leaves.length, ...(other.logs[0]?.leaves.slice(from) ?? []));
      const wrong = wrongOf(await at(JSON.stringify(bundle)));
      expect(wrong).toEqual(expect.arrayContaining(['link', 'head', 'checkpoint-root']));
      const whole = bundleOf();
      const [another] = other.logs;
      if (another) whole.logs = [another];
      expect(wrongOf(await at(JSON.stringify(whole)))).toContain('seal');
    }
  });
});

/** The export after a change of its leaves, with places, links, size and head put right. */
async function rehashed(change: (leaves: string[]) => void): Promise<Bundle & { logs: [BundledLog] }> {
  const bundle = bundleOf();
  const [log] = bundle.logs;
  change(log.leaves);
  let prev = 'A'.repeat(43);
  for (const [index, leaf] of log.leaves.entries()) {
    const next = canonical({ ...JSON.parse(leaf), index, prev });
    log.leaves[index] = next;
    prev = await leafHash(utf8(next));
  }
  return Object.assign(bundle, { logs: [{ ...log, size: log.leaves.length, head: prev }] as [BundledLog] });
}
