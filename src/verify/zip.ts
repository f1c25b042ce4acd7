import type { Source } from './source.ts';
import { crc32, inflated } from './unzip.ts';

/**
 * A zip archive (PKWARE APPNOTE.TXT 6.3), read as somebody's who means harm: only what its directory at the end says counts, parts may not
 * overlap, and nothing is unpacked beyond what the directory promised and the limits allow. Refused: encryption,
 * several disks, ZIP64, other methods than stored and deflate, and names that lead out of a folder or are spelt twice.
 */
export const ZIP_FAULTS = ['zip-shape', 'zip-limits', 'zip-content'] as const;
export type ZipFaultCode = (typeof ZIP_FAULTS)[number];

export class ZipFault extends Error {
  override readonly name = 'ZipFault';
  constructor(
    readonly code: ZipFaultCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

export const ZIP_LIMITS = {
  files: 10_000,
  /** bytes of the directory */
  directory: 4 * 1024 * 1024,
  /** bytes of everything, unpacked */
  total: 1024 * 1024 * 1024,
  /** Logs shrink to a tenth or twentieth; what shrinks to a two-hundredth was made to. Small files are not asked. */
  ratio: 200,
  small: 64 * 1024,
} as const;

const END = { signature: 0x06054b50, bytes: 22, comment: 0xffff };
const ENTRY = { signature: 0x02014b50, bytes: 46 };
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const [ENCRYPTED, UTF8] = [0x1, 0x800];
const [STORED, DEFLATED] = [0, 8];
const ZIP64 = 0xffffffff;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** The files in it, each read and unpacked when it is asked for. Throws ZipFault. */
export async function openZip(zip: Source): Promise<Source[]> {
  const { entries, directoryAt } = await readDirectory(zip);
  checkTogether(entries);
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  const sources = new Map<Entry, Source>();
  const unpacked: Unpacked = { name: '', bytes: null };
  for (const [at, entry] of inOrder.entries()) {
    // A next file that is said to lie behind the directory leaves this one no more room than there is.
    const next = Math.min(inOrder[at + 1]?.offset ?? directoryAt, directoryAt);
    sources.set(entry, await sourceOf(zip, entry, next, unpacked));
  }
  return entries.filter(({ name }) => !name.endsWith('/')).map((entry) => sources.get(entry) as Source);
}

async function readDirectory(zip: Source): Promise<{ entries: Entry[]; directoryAt: number }> {
  const tailAt = Math.max(0, zip.size - END.bytes - END.comment);
  const tail = viewOf(await zip.bytes(tailAt, zip.size));
  let at = tail.byteLength - END.bytes;
  // The end says how long the comment behind it is: only one that is exactly as long is the end.
  while (at >= 0 && !(u32(tail, at) === END.signature && at + END.bytes + u16(tail, at + 20) === tail.byteLength)) at--;
  if (at < 0) throw new ZipFault('zip-shape', 'it has no end');
  const [count, bytes, directoryAt] = [u16(tail, at + 10), u32(tail, at + 12), u32(tail, at + 16)];
  if (u16(tail, at + 4) !== 0 || u16(tail, at + 6) !== 0 || u16(tail, at + 8) !== count)
    throw new ZipFault('zip-shape', 'it is one of several');
  if (count === 0xffff || bytes === ZIP64 || directoryAt === ZIP64) throw new ZipFault('zip-limits', 'it is ZIP64');
  if (count > ZIP_LIMITS.files || bytes > ZIP_LIMITS.directory) throw new ZipFault('zip-limits', `${count} files`);
  if (directoryAt + bytes !== tailAt + at) throw new ZipFault('zip-shape', 'its directory is not where it says');
  const directory = viewOf(await zip.bytes(directoryAt, directoryAt + bytes));
  const entries: Entry[] = [];
  let from = 0;
  for (let n = 0; n < count; n++) {
    if (from + ENTRY.bytes > bytes || u32(directory, from) !== ENTRY.signature)
      throw new ZipFault('zip-shape', `entry ${n} of its directory is none`);
    const [name, extra, comment] = [28, 30, 32].map((field) => u16(directory, from + field)) as [
      number,
      number,
      number,
    ];
    const end = from + ENTRY.bytes + name + extra + comment;
    if (end > bytes) throw new ZipFault('zip-shape', `entry ${n} is longer than its directory`);
    entries.push(entryOf(directory, from, name));
    from = end;
  }
  if (from !== bytes) throw new ZipFault('zip-shape', 'something stands behind its directory');
  return { entries, directoryAt };
}

function entryOf(directory: DataView, from: number, length: number): Entry {
  const flags = u16(directory, from + 8);
  const method = u16(directory, from + 10);
  const [crc, packed, size, offset] = [16, 20, 24, 42].map((field) => u32(directory, from + field)) as [
    number,
    number,
    number,
    number,
  ];
  const name = nameOf(directory, from + ENTRY.bytes, length, (flags & UTF8) !== 0);
  if (name === null) throw new ZipFault('zip-shape', 'a name leads elsewhere or is none');
  if ((flags & ENCRYPTED) !== 0 || (method !== STORED && method !== DEFLATED))
    throw new ZipFault('zip-shape', 'a file is packed in a way that is not read');
  if (packed === ZIP64 || size === ZIP64 || offset === ZIP64) throw new ZipFault('zip-limits', 'a file is ZIP64');
  if (method === STORED && packed !== size) throw new ZipFault('zip-shape', 'a stored file has two sizes');
  if (name.endsWith('/') && size > 0) throw new ZipFault('zip-shape', 'a folder has content');
  if (size > ZIP_LIMITS.small && size > packed * ZIP_LIMITS.ratio)
    throw new ZipFault('zip-limits', 'a file unpacks to too much');
  return { name, method, crc, packed, size, offset };
}

const NAME_MAX = 400;

/** Only names that mean one place in one folder, on every system; null for any other. */
function nameOf(view: DataView, from: number, length: number, utf8: boolean): string | null {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + from, length);
  if (length === 0 || length > NAME_MAX || (!utf8 && bytes.some((byte) => byte > 0x7e))) return null;
  try {
    const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const parts = name.replace(/\/$/, '').split('/');
    const odd = /[\p{Cc}\\:\u202a-\u202e\u2066-\u2069]/u.test(name);
    return odd || parts.some((part) => part === '' || part === '.' || part === '..') ? null : name;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function checkTogether(entries: readonly Entry[]): void {
  const names = new Set(entries.map(({ name }) => name.normalize('NFC').toLowerCase()));
  if (names.size !== entries.length) throw new ZipFault('zip-shape', 'a name is there twice');
  if (entries.reduce((sum, { size }) => sum + size, 0) > ZIP_LIMITS.total)
    throw new ZipFault('zip-limits', 'it unpacks to too much');
}

/** The file that was unpacked last: looked into and then read, it is unpacked once, and never two are in memory. */
interface Unpacked {
  name: string;
  bytes: Promise<Uint8Array<ArrayBuffer>> | null;
}

/** next: where the next part begins. What stands before a file's bytes must say the same as the directory. */
async function sourceOf(zip: Source, entry: Entry, next: number, unpacked: Unpacked): Promise<Source> {
  const { name, method, crc, packed, size, offset } = entry;
  if (offset + LOCAL.bytes > next) throw new ZipFault('zip-shape', 'files overlap');
  const head = viewOf(await zip.bytes(offset, offset + LOCAL.bytes));
  const [length, extra] = [u16(head, 26), u16(head, 28)];
  const from = offset + LOCAL.bytes + length + extra;
  if (u32(head, 0) !== LOCAL.signature || u16(head, 8) !== method || from + packed > next)
    throw new ZipFault('zip-shape', 'a file is not where the directory says, or files overlap');
  const own = viewOf(await zip.bytes(offset + LOCAL.bytes, offset + LOCAL.bytes + length));
  if (nameOf(own, 0, length, (u16(head, 6) & UTF8) !== 0) !== name)
    throw new ZipFault('zip-shape', 'a file has two names');
  const whole = async () => {
    const raw = await zip.bytes(from, from + packed);
    const bytes = method === STORED ? raw : await inflated(raw, size);
    if (bytes?.length !== size || crc32(bytes) !== crc) throw new ZipFault('zip-content', name);
    return bytes;
  };
  const bytes = async (start: number, end: number) => {
    if (unpacked.name !== name || !unpacked.bytes) Object.assign(unpacked, { name, bytes: whole() });
    return (await (unpacked.bytes as Promise<Uint8Array<ArrayBuffer>>)).subarray(start, end);
  };
  return { name: `${zip.name}/${name}`, size, bytes };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function u16(view: DataView, at: number): number {
  return view.getUint16(at, true);
}

function u32(view: DataView, at: number): number {
  return view.getUint32(at, true);
}
