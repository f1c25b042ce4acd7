import { base64url } from '../model/id.ts';
import { check, type Line, limit } from './line.ts';

/** A sealed chunk as it lies in the vault, given along with its log. */
export interface Media {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How one file of media compares with the logs that were given. lastHashes: of the last chunk of each segment. */
export async function mediaLine({ bytes }: Media, lastHashes: ReadonlySet<string>): Promise<Line> {
  const hash = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  return check('media', lastHashes.has(hash) ? 'holds' : 'fails', null, null);
}

/** What is said when recordings are told of and none was given along. */
export function withoutMedia(lastHashes: ReadonlySet<string>): Line[] {
  return lastHashes.size > 0 ? [check('media', 'not-checked', null, null), limit('media-not-given', null)] : [];
}
