import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUNDLE_FORMAT, BUNDLE_VERSION, type Bundle, type BundledLog } from './bundle.ts';
import { checkExport, holds } from './check.ts';

const text = readFileSync(new URL('./testdata/with-disclosures.json', import.meta.url), 'utf8');

describe('for any byte', () => {
  function valid(): { bundle: Bundle; log: BundledLog } {
    const bundle = JSON.parse(text) as Bundle;
    const [log] = bundle.logs;
    if (!log) throw new Error('no log');
    return { bundle, log };
  }

  it('of any leaf: flipped, it is found', { timeout: 60_000 }, async () => {
    const { bundle, log } = valid();
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (leaf, byte, flip) => {
        const leaves = [...log.leaves];
        const at = leaf % leaves.length;
        leaves[at] = flipped(leaves[at] ?? '', byte, flip);
        expect(holds(await checkExport(JSON.stringify({ ...bundle, logs: [{ ...log, leaves }] })))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('of any disclosure: flipped, it is found', { timeout: 60_000 }, async () => {
    const { bundle, log } = valid();
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, byte, flip) => {
        const disclosures = log.disclosures.map((one, at) =>
          at === which % log.disclosures.length ? { ...one, disclosure: flipped(one.disclosure, byte, flip) } : one,
        );
        expect(holds(await checkExport(JSON.stringify({ ...bundle, logs: [{ ...log, disclosures }] })))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('of a file that is anything at all: it is refused and nothing is thrown', { timeout: 60_000 }, async () => {
    const { bundle, log } = valid();
    const frame = { format: BUNDLE_FORMAT, version: BUNDLE_VERSION };
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => JSON.stringify({ ...frame, logs: json })),
        ),
        async (file) => {
          expect(holds(await checkExport(file))).toBe(false);
        },
      ),
    );
    const leaves = fc.array(fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.constant('['.repeat(20_000))), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(leaves, async (texts) => {
        const odd = { ...log, leaves: texts, size: texts.length };
        expect(holds(await checkExport(JSON.stringify({ ...bundle, logs: [odd] })))).toBe(false);
      }),
    );
  });
});

/** The text with one byte of its UTF-8 changed; what is no UTF-8 any more comes back as U+FFFD. */
function flipped(text: string, byte: number, flip: number): string {
  const bytes = new TextEncoder().encode(text);
  const at = byte % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ flip;
  return new TextDecoder().decode(bytes);
}
