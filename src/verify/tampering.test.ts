import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle, BundledLog } from '../log/bundle.ts';
import { canonical, utf8 } from '../log/canonical.ts';
import { leafHash } from '../log/leaf.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { CODES } from './codes.ts';
import { CHANGES, edit, pathsOf } from './testdata/changes.ts';
import { type Verification, verifyExport } from './verify.ts';

/**
 * One small signed export, changed in every way there is. Signatures are checked once for each thing that is signed and remembered, so that ten
 * thousand files are verified in the time of a test.
 */
const text = readFileSync(new URL('./testdata/meeting.json', import.meta.url), 'utf8');
const bundleOf = () => JSON.parse(text) as Bundle & { logs: [BundledLog] };
const known = new Map<string, Promise<boolean>>();
const really = ed25519Of(crypto.subtle);
const verify: typeof really = (key, signature, message) => {
  const what = [key, signature, message].map((bytes) => Buffer.from(bytes).toString('base64')).join();
  const answer = known.get(what) ?? really(key, signature, message);
  known.set(what, answer);
  return answer;
};

const PATIENCE_MS = 180_000;
const at = async (changed: string): Promise<Verification> => {
  const verification = await verifyExport(changed, verify);
  for (const line of verification.lines) if (line.what === 'check') expect(CODES).toContain(line.code);
  return verification;
};
const wrongOf = ({ lines }: Verification) =>
  lines.flatMap((line) => (line.what === 'check' && line.result === 'fails' ? [line.code] : []));

/** Verifies each, some at a time, and gives those that were taken for valid. */
async function taken(changes: Iterable<readonly [string, string]>): Promise<string[]> {
  const missed: string[] = [];
  const some: Promise<void>[] = [];
  for (const [name, changed] of changes) {
    some.push(
      at(changed).then((verification) => {
        if (verification.verdict === 'valid' || wrongOf(verification).length === 0) missed.push(name);
      }),
    );
    if (some.length === 64) await Promise.all(some.splice(0));
  }
  await Promise.all(some);
  return missed;
}

beforeAll(async () => {
  expect((await at(text)).verdict).toBe('valid');
});

describe('every byte', { timeout: PATIENCE_MS }, () => {
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

  it('at which it is cut off is found', async () => {
    function* cuts(): Generator<[string, string]> {
      // Without its last line break it is the same file still.
      for (let length = 0; length < text.trimEnd().length; length++) yield [`cut at ${length}`, text.slice(0, length)];
    }
    expect(await taken(cuts())).toEqual([]);
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
    expect(await taken(swaps())).toEqual([]);
  });
});

describe('every field', { timeout: PATIENCE_MS }, () => {
  it('of the file, changed or left out, is found', async () => {
    function* fields(): Generator<[string, string]> {
      for (const path of pathsOf(bundleOf())) {
        for (const [how, change] of Object.entries(CHANGES)) {
          const bundle = bundleOf();
          if (edit(bundle, path, change)) yield [`${path.join('.')} ${how}`, JSON.stringify(bundle)];
        }
      }
    }
    expect(await taken(fields())).toEqual([]);
  });

  it('of every entry is found, also when its leaf is spelt as it must be', async () => {
    function* fields(): Generator<[string, string]> {
      for (const [index, leaf] of bundleOf().logs[0].leaves.entries()) {
        for (const path of pathsOf(JSON.parse(leaf))) {
          for (const [how, change] of Object.entries(CHANGES)) {
            const [bundle, parsed] = [bundleOf(), JSON.parse(leaf)];
            if (!edit(parsed, path, change)) continue;
            bundle.logs[0].leaves[index] = canonical(parsed);
            yield [`${index}: ${path.join('.')} ${how}`, JSON.stringify(bundle)];
          }
        }
      }
    }
    expect(await taken(fields())).toEqual([]);
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
