import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { leafHashBytes } from '../../src/log/leaf.ts';
import { ed25519Of } from '../../src/model/ed25519.ts';
import { verifyExport } from '../../src/verify/verify.ts';
import { figure } from './figure.ts';
import { largeLog } from './large-log.ts';
import type { Measure } from './measure.ts';

const ENTRIES = 100_000;
const ROUNDS = 3;
const PAGE = 'dist/verify.html';

/** How long the verifier's core takes for a large log, beside hashing the same leaves and commitments one after the other; and how large the page is that stands alone. */
export const verify: Measure = {
  name: 'verify',
  async run(say) {
    const { text, leaves, disclosures } = await largeLog(ENTRIES);
    const encoder = new TextEncoder();
    const [took, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      let began = performance.now();
      for (const leaf of leaves) await leafHashBytes(encoder.encode(leaf));
      for (const disclosure of disclosures) await crypto.subtle.digest('SHA-256', encoder.encode(disclosure));
      bare.push(performance.now() - began);
      began = performance.now();
      const { verdict } = await verifyExport(text, ed25519Of(crypto.subtle));
      took.push(performance.now() - began);
      if (verdict !== 'valid') throw new Error(`the log is ${verdict}`);
      say(`verify: ${Math.round(took.at(-1) ?? 0)} ms, hashing alone ${Math.round(bare.at(-1) ?? 0)} ms`);
    }
    const size = gzipSync(readFileSync(PAGE), { level: 9 }).length;
    return [
      figure('verifying an export of 100,000 entries', 'ms', took, bare, { mostTimes: 3 }),
      figure('page that checks a log without the extension, gzip', 'bytes', [size], null, { most: 60_000 }),
    ];
  },
};
