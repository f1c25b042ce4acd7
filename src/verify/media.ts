import type { Step } from '../log/step.ts';
import { check, type Line, limit } from './line.ts';
import { hashOf, reading } from './reading.ts';
import type { Source } from './source.ts';

/** EBML, with which WebM and Matroska begin (RFC 8794 section 11.2.1). A chunk as it lies in the vault is encrypted and begins with anything. */
const EBML = [0x1a, 0x45, 0xdf, 0xa3];

/**
 * How one file of media compares with the logs that were given. lastHashes: of the last chunk of each segment. saved: of the recordings that
 * were saved as files. A film that is none of those may be one that was saved before logs told it, or was written anew by somebody's program.
 */
export async function mediaLines(
  source: Source,
  lastHashes: ReadonlySet<string>,
  saved: ReadonlySet<string>,
  step: Step,
): Promise<Line[]> {
  const hash = await hashOf(source, step);
  if (!hash.ok) return [check(hash.fault, 'fails')];
  if (lastHashes.has(hash.value) || saved.has(hash.value)) return [check('media', 'holds')];
  const head = await reading(() => source.bytes(0, Math.min(EBML.length, source.size)));
  const film = head.ok && EBML.every((byte, at) => head.value[at] === byte);
  return film ? [limit('media-rewritten', null)] : [check('media', 'fails')];
}

/** What is said when recordings are told of and none was given along. */
export function withoutMedia(lastHashes: ReadonlySet<string>): Line[] {
  return lastHashes.size > 0 ? [check('media', 'not-checked'), limit('media-not-given', null)] : [];
}
