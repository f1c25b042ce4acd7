import type { VerifiedLine } from '../model/verified.ts';
import type { Code, Limit } from './codes.ts';
import { LIMIT_MEANINGS, MEANINGS } from './meanings.ts';

export type Line = VerifiedLine<Code, Limit>;

const NOT_JUDGED = 'This was not looked at: the log is not the one that was written, so what it tells proves nothing.';
const NO_MEDIA = 'This was not looked at: no recording was given along.';

export function check(
  code: Code,
  result: 'holds' | 'fails' | 'not-checked',
  log: string | null = null,
  index: number | null = null,
): Line {
  const means = result === 'not-checked' ? (code === 'media' ? NO_MEDIA : NOT_JUDGED) : MEANINGS[code][result];
  return { what: 'check', code, result, log, index, means };
}

export function limit(code: Limit, log: string | null): Line {
  return { what: 'limit', code, log, means: LIMIT_MEANINGS[code] };
}

export function fails(line: VerifiedLine): boolean {
  return line.what === 'check' && line.result === 'fails';
}
