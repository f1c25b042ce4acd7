import { memberOf, parseJson } from '../log/json.ts';
import { baseOf, type Source, textOf } from './source.ts';

/**
 * What a file is, by its first bytes and, where these leave it open, by its name. `log` is also what claims to be one and is not: it is read as
 * one, and told what it lacks.
 */
export const FILE_KINDS = ['log', 'receipt', 'device', 'manifest', 'kept', 'media', 'zip', 'locked', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const HEAD_BYTES = 4096;
/** A file of which the first bytes do not say what JSON it is is read for it, if it is small: a manifest has its format in the middle. */
const PEEK_MAX = 8 * 1024 * 1024;

// A map, not an object: a format comes from outside, and `constructor` is none.
const FORMATS = new Map<unknown, FileKind>([
  ['ask-to-record-log', 'log'],
  ['ask-to-record-receipt', 'receipt'],
  ['ask-to-record-device-log', 'device'],
  ['ask-to-record-export', 'manifest'],
  // What is held about somebody, for themselves: what proves it are the receipts beside it.
  ['ask-to-record-held', 'other'],
]);

export async function kindOf(source: Source): Promise<FileKind> {
  const head = await source.bytes(0, Math.min(HEAD_BYTES, source.size));
  if (begins(head, [0x50, 0x4b, 3, 4]) || begins(head, [0x50, 0x4b, 5, 6])) return 'zip';
  // The last bytes may be half of a character.
  const text = new TextDecoder().decode(head);
  if (/^age-encryption\.org\/v\d|^-----BEGIN AGE ENCRYPTED FILE-----/.test(text)) return 'locked';
  const name = baseOf(source.name);
  if (/^\s*[{[]\s*["{[\]}]/.test(text) || /\.json$/i.test(name)) return jsonKind(source, text, name);
  if (text.startsWith('c2sp.org/tlog-proof@') || /\.(?:tlog-proof|checkpoint|txt)$/i.test(name)) return 'kept';
  if (/^(?:\ufeff)?\s*<(?:!doctype|html)/i.test(text) || /\.(?:csv|html?|pdf|md|css|jsonld)$/i.test(name))
    return 'other';
  return 'media';
}

async function jsonKind(source: Source, head: string, name: string): Promise<FileKind> {
  const near = /^\s*\{\s*"format"\s*:\s*"([a-z-]{1,40})"/.exec(head)?.[1];
  const known = FORMATS.get(near);
  if (known) return known;
  if (source.size <= PEEK_MAX) {
    const json = parseJson(textOf(await source.bytes(0, source.size)) ?? '');
    const format = FORMATS.get(memberOf(json, 'format'));
    if (format) return format;
    // Records in other people's formats, which lie beside a log in an export.
    if (memberOf(json, '@context') !== undefined || memberOf(json, 'jurisdiction') !== undefined) return 'other';
  }
  return name === 'manifest.json' ? 'manifest' : /receipt/i.test(name) ? 'receipt' : 'log';
}

function begins(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => head[at] === byte);
}
