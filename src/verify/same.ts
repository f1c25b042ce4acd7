import { sameHash } from '../log/merkle-proof.ts';
import { check, type Line } from './line.ts';
import type { Given } from './witness.ts';

/**
 * Two exports of one log against each other: whichever is longer must begin with the other, and both are signed with one key. A difference is a
 * fork, and stands in the file that was looked at second, at the first entry that differs.
 */
export function sameLogLines(logs: readonly Given[], before: readonly Given[]): Line[] {
  return logs.flatMap((log) =>
    before
      .filter((other) => other.log === log.log)
      .map((other) => {
        const both = Math.min(log.hashes.length, other.hashes.length);
        let at = 0;
        while (at < both && sameHash(log.hashes[at] as Uint8Array, other.hashes[at] as Uint8Array)) at++;
        if (at < both) return check('same-log', 'fails', log.log, at);
        const keys = log.key && other.key ? sameHash(log.key, other.key) : true;
        return keys ? check('same-log', 'holds', log.log) : check('same-key', 'fails', log.log);
      }),
  );
}
