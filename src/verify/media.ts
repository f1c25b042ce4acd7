import { base64url } from '../model/id.ts';
import { check, type Line, limit } from './line.ts';
import { sha256Of } from './reading.ts';

/** EBML, with which WebM and Matroska begin (RFC 8794 section 11.2.1). A chunk as it lies in the vault is encrypted and begins with anything. */
const EBML = [0x1a, 0x45, 0xdf, 0xa3];

/**
 * How one file of media compares with the logs that were given. lastHashes: of the last chunk of each segment. saved: of the recordings that
 * were saved as files. A film that is none of those may be one that was saved before logs told it, or was written anew by somebody's program.
 */
export async function mediaLines(
  bytes: Uint8Array<ArrayBuffer>,
  lastHashes: ReadonlySet<string>,
  saved: ReadonlySet<string>,
): Promise<Line[]> {
  const hash = base64url(await sha256Of(bytes));
  if (lastHashes.has(hash) || saved.has(hash)) return [check('media', 'holds')];
  const film = EBML.every((byte, at) => bytes[at] === byte);
  return film ? [limit('media-rewritten', null)] : [check('media', 'fails')];
}

/** What is said when recordings are told of and none was given along. */
export function withoutMedia(lastHashes: ReadonlySet<string>): Line[] {
  return lastHashes.size > 0 ? [check('media', 'not-checked'), limit('media-not-given', null)] : [];
}
