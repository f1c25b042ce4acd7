import type { Receipt } from '../log/receipt.ts';
import { part, type Step } from '../log/step.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import { base64url } from '../model/id.ts';
import { type DeviceLine, type GivenSigned, verifyDeviceLog } from './device-log.ts';
import { check, type Line } from './line.ts';
import { type Listing, listingOf, type Opened } from './listed.ts';
import { mediaLines, withoutMedia } from './media.ts';
import { type Reading, reading, readWhole } from './reading.ts';
import { verifyReceipt } from './receipt.ts';
import { receiptInLog, receiptsAgree, rootsInReceipts } from './receipt-along.ts';
import { sameLogLines } from './same.ts';
import { type Source, textOf } from './source.ts';
import { verifyExport } from './verify.ts';
import { keptRoots, witnessLine } from './witness.ts';

/** What is known so far of everything that was given: each file is checked for itself, and against what lies on the table already. */
export class Table {
  readonly #given: (GivenSigned & { readonly file: string })[] = [];
  readonly #receipts: Receipt[] = [];
  readonly #lastHashes = new Set<string>();
  readonly #saved = new Set<string>();
  /** Texts that may be checkpoints of device logs. */
  readonly #kept: string[] = [];
  readonly #listings = new Map<Source, Listing>();

  constructor(
    readonly verify: VerifyEd25519,
    readonly opened: readonly Opened[],
  ) {}

  /** Reads the manifests: they say what the other files have to be. */
  async list(step: Step): Promise<void> {
    const manifests = this.opened.filter(({ kind }) => kind === 'manifest');
    for (const [at, one] of manifests.entries()) {
      const own = part(step, at / manifests.length, (at + 1) / manifests.length);
      own(0);
      this.#listings.set(one.source, await listingOf(one, this.opened, this.verify, own));
    }
  }

  /** What the manifests say of a file. */
  listedLines(source: Source): Line[] {
    return [...this.#listings.values()].flatMap(({ files }) => {
      const same = files.get(source);
      return same === undefined ? [] : [check('manifest-files', same ? 'holds' : 'fails')];
    });
  }

  async linesOf(one: Opened, step: Step): Promise<readonly (Line | DeviceLine)[]> {
    switch (one.kind) {
      case 'log':
        return this.#log(one, step);
      case 'receipt':
        return this.#receipt(one, step);
      case 'kept':
        return this.#keptOf(one);
      case 'media':
        return this.#media(one, step);
      case 'device':
        return this.#device(one, step);
      case 'manifest':
        return this.#manifest(one);
      case 'locked':
        return [check('file-locked', 'fails')];
      // A zip in a zip is nothing that we write; a table or report proves nothing but what a manifest says of it.
      default:
        return this.#other(one);
    }
  }

  async #log({ source }: Opened, step: Step): Promise<readonly Line[]> {
    const read = await readWhole(source, 'log');
    if (!read.ok) return [check(read.fault === 'file-limits' ? 'bundle-limits' : read.fault, 'fails')];
    const { lines, lastHashes, saved, given } = await verifyExport(textOf(read.value) ?? '', this.verify, step);
    const same = sameLogLines(given, this.#given);
    for (const hash of lastHashes) this.#lastHashes.add(hash);
    for (const hash of saved) this.#saved.add(hash);
    this.#given.push(...given.map((log) => ({ ...log, file: source.name })));
    const media = this.opened.some(({ kind }) => kind === 'media') ? [] : withoutMedia(lastHashes);
    return [...lines, ...same, ...media];
  }

  async #receipt({ source }: Opened, step: Step): Promise<readonly Line[]> {
    const read = await readWhole(source, 'receipt');
    if (!read.ok) return [check(read.fault === 'file-limits' ? 'receipt-limits' : read.fault, 'fails')];
    const { lines, receipt, verdict } = await verifyReceipt(textOf(read.value) ?? '', this.verify, step);
    if (!receipt || verdict !== 'valid') return lines;
    const more: Line[] = [];
    for (const log of this.#given.filter((one) => one.log === receipt.log)) {
      const line = await receiptInLog(receipt, [log], this.verify);
      if (line) more.push(line);
    }
    for (const other of this.#receipts) more.push(...receiptsAgree(other, receipt));
    this.#receipts.push(receipt);
    return [...lines, ...more];
  }

  async #keptOf({ source }: Opened): Promise<Line[]> {
    const read = await this.#text(source, 'kept');
    if (!read.ok) return [check(read.fault, 'fails')];
    this.#kept.push(read.value);
    const line =
      (await witnessLine(read.value, this.#given, this.verify)) ?? rootsInReceipts(read.value, this.#receipts);
    if (line) return [line];
    // A text that came with an export, such as its README.
    if (this.listedLines(source).length > 0) return [];
    // What is the device log's own checkpoint is compared when that is looked at, and is told there.
    const known = keptRoots(read.value) && this.#given.length + this.#receipts.length === 0;
    return [check(known ? 'file-alone' : 'file-kind', 'fails')];
  }

  async #media({ source }: Opened, step: Step): Promise<Line[]> {
    if (this.#given.length === 0) return [check('file-alone', 'fails')];
    return mediaLines(source, this.#lastHashes, this.#saved, step);
  }

  async #device({ source }: Opened, step: Step): Promise<readonly (Line | DeviceLine)[]> {
    const read = await this.#text(source, 'device');
    if (!read.ok) return [check(read.fault, 'fails')];
    const { lines } = await verifyDeviceLog(read.value, this.#given, this.verify, this.#kept, step);
    return lines;
  }

  #manifest({ source }: Opened): Line[] {
    const listing = this.#listings.get(source);
    const key = listing?.manifest?.key;
    const names = new Set([...(listing?.files.keys() ?? [])].map(({ name }) => name));
    const others = this.#given.filter(({ file }) => names.has(file));
    const keys = others.flatMap(({ key: own }) => (own ? [base64url(own)] : []));
    const same =
      keys.length > 0 && key ? [check('same-key', keys.every((one) => one === key) ? 'holds' : 'fails')] : [];
    return [...(listing?.lines ?? []), ...same];
  }

  async #other({ source, kind }: Opened): Promise<Line[]> {
    if (kind !== 'zip' && this.listedLines(source).length > 0) return [];
    // What it is not cannot be said of what cannot be read.
    const read = await reading(() => source.bytes(0, Math.min(1, source.size)));
    return [check(read.ok ? 'file-kind' : read.fault, 'fails')];
  }

  async #text(source: Source, kind: 'kept' | 'device'): Promise<Reading<string>> {
    const read = await readWhole(source, kind);
    return read.ok ? { ok: true, value: textOf(read.value) ?? '' } : read;
  }
}
