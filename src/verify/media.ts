import { base64url } from '../model/id.ts';
import { check, type Line, limit } from './line.ts';
import { sha256Of } from './reading.ts';

/** EBML, with which WebM and Matroska begin (RFC 8794 section 11.2.1). A chunk as it lies in the vault is encrypted and begins with anything. */
const EBML = [0x1a, 0x45, 0xdf, 0xa3];

/** How one file of media compares with the logs that were given. lastHashes: of the last chunk of each segment. */
export async function mediaLines(bytes: Uint8Array<ArrayBuffer>, lastHashes: ReadonlySet<string>): Promise<Line[]> {
  if (lastHashes.has(base64url(await sha256Of(bytes)))) return [check('media', 'holds')];
  const saved = EBML.every((byte, at) => bytes[at] === byte);
  return saved ? [limit('media-rewritten', null)] : [check('media', 'fails')];
}

/** What is said when recordings are told of and none was given along. */
export function withoutMedia(lastHashes: ReadonlySet<string>): Line[] {
  return lastHashes.size > 0 ? [check('media', 'not-checked'), limit('media-not-given', null)] : [];
}
