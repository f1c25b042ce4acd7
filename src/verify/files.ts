import type { VerifyEd25519 } from '../model/ed25519.ts';
import { base64url } from '../model/id.ts';
import { type Verdict, worstOf } from '../model/verified.ts';
import type { Code } from './codes.ts';
import { type FileKind, kindOf } from './kinds.ts';
import { check, fails, type Line } from './line.ts';
import { type Listing, listingOf, type Opened } from './listed.ts';
import { mediaLines, withoutMedia } from './media.ts';
import { reading, readWhole } from './reading.ts';
import { sameLogLines } from './same.ts';
import { type Source, textOf } from './source.ts';
import { verifyExport } from './verify.ts';
import { type Given, witnessLine } from './witness.ts';
import { openZip, ZIP_FAULTS } from './zip.ts';

/** The verdict on one file. file: its whole name. */
export interface CheckedFile {
  readonly file: string;
  readonly kind: FileKind;
  readonly lines: readonly Line[];
  readonly verdict: Verdict;
}

export interface Checking {
  readonly verify: VerifyEd25519;
  readonly signal: AbortSignal;
  /** 0..1 */
  readonly progress: (share: number) => void;
  /** Gives what is in an age file, or null when it cannot be opened. Not there: this face opens none. */
  readonly unlock?: (locked: Source) => Promise<Source | null>;
}

const FILES_MAX = 20_000;

/**
 * Checks files of whatever kind, each for itself and all of them against each other: exports of one log, receipts and kept roots against them,
 * media against what they tell of, files against the manifest that lists them. Gives each as it is done, those first that others are compared with.
 * Never rejects for what is in a file; rejects with the signal's reason when it is aborted.
 */
export async function* checkFiles(sources: readonly Source[], checking: Checking): AsyncGenerator<CheckedFile, void> {
  const { signal, verify } = checking;
  if (sources.length > FILES_MAX) {
    yield { file: '', kind: 'other', ...judged([check('file-limits', 'fails')]) };
    return;
  }
  const opened: Opened[] = [];
  const zips = new Map<Source, Line[]>();
  for (const source of sources) {
    signal.throwIfAborted();
    const found = await open(source, checking);
    if (Array.isArray(found)) {
      yield { file: source.name, kind: 'other', ...judged(found) };
      continue;
    }
    opened.push(...found.opened);
    if (found.zip) zips.set(found.zip, []);
  }
  const work = progressOf(opened, checking);
  const table = new Table(verify, opened);
  await table.list(signal);
  for (const kind of ORDER) {
    for (const one of opened.filter((other) => other.kind === kind)) {
      signal.throwIfAborted();
      const lines = [...(await table.linesOf(one)), ...table.listedLines(one.source)];
      if (one.zip) zips.get(one.zip)?.push(...lines.filter(isDamage));
      work.done(one.source);
      yield { file: one.source.name, kind, ...judged(lines) };
    }
  }
  for (const [zip, damage] of zips) {
    const wrong = damage.length > 0 ? 'fails' : 'holds';
    const lines = ZIP_FAULTS.map((code) => check(code, code === 'zip-content' ? wrong : 'holds'));
    yield { file: zip.name, kind: 'zip', ...judged(lines) };
  }
}

/** What is compared comes after what it is compared with. */
const ORDER: readonly FileKind[] = ['log', 'kept', 'media', 'manifest', 'other', 'locked', 'zip'];

/** What is said of a file in which one of these does not hold is that it cannot be read; of all others, that it is not what it claims to be. */
const UNREADABLE: ReadonlySet<Code> = new Set<Code>([
  'bundle-limits',
  'bundle-json',
  'bundle-version',
  'bundle-shape',
  'file-read',
  'file-limits',
  'file-kind',
  'file-locked',
  'file-alone',
  ...ZIP_FAULTS,
  'manifest-limits',
  'manifest-json',
  'manifest-version',
]);

function judged(lines: readonly Line[]): Pick<CheckedFile, 'lines' | 'verdict'> {
  const wrong = lines.filter(fails);
  const unreadable = wrong.every((line) => line.what === 'check' && UNREADABLE.has(line.code));
  // A file of which nothing was found to hold, nor not to, is one of which nothing is known.
  const known = lines.some((line) => line.what === 'check' && line.result === 'holds');
  if (wrong.length > 0) return { lines, verdict: unreadable ? 'unreadable' : 'invalid' };
  return { lines, verdict: known ? 'valid' : 'unreadable' };
}

function isDamage(line: Line): boolean {
  return line.what === 'check' && line.code === 'zip-content';
}

/** A file as it is, the files in it when it is a zip, or what is to be said of one that cannot be opened. */
async function open(
  source: Source,
  { unlock }: Pick<Checking, 'unlock'>,
): Promise<{ readonly opened: Opened[]; readonly zip: Source | null } | Line[]> {
  const kind = await reading(() => kindOf(source));
  if (!kind.ok) return [check(kind.fault, 'fails')];
  const inner = kind.value === 'locked' && unlock ? await reading(() => unlock(source)) : null;
  // What was locked within what was locked stays so.
  if (inner?.ok && inner.value) return open(inner.value, {});
  if (kind.value !== 'zip') return { opened: [{ source, kind: kind.value, zip: null }], zip: null };
  const inside = await reading(() => openZip(source));
  if (!inside.ok) return [check(inside.fault, 'fails')];
  const opened: Opened[] = [];
  for (const part of inside.value) {
    const found = await reading(() => kindOf(part));
    opened.push({ source: part, kind: found.ok ? found.value : 'other', zip: source });
  }
  return { opened, zip: source };
}

/** What is known so far of everything that was given. */
class Table {
  readonly #given: (Given & { readonly file: string })[] = [];
  readonly #lastHashes = new Set<string>();
  readonly #listings = new Map<Source, Listing>();

  constructor(
    readonly verify: VerifyEd25519,
    readonly opened: readonly Opened[],
  ) {}

  /** Reads the manifests: they say what the other files have to be. */
  async list(signal: AbortSignal): Promise<void> {
    for (const one of this.opened.filter(({ kind }) => kind === 'manifest')) {
      signal.throwIfAborted();
      this.#listings.set(one.source, await listingOf(one, this.opened, this.verify));
    }
  }

  /** What the manifests say of a file. */
  listedLines(source: Source): Line[] {
    return [...this.#listings.values()].flatMap(({ files }) => {
      const same = files.get(source);
      return same === undefined ? [] : [check('manifest-files', same ? 'holds' : 'fails')];
    });
  }

  linesOf(one: Opened): Promise<readonly Line[]> | readonly Line[] {
    switch (one.kind) {
      case 'log':
        return this.#log(one);
      case 'kept':
        return this.#kept(one);
      case 'media':
        return this.#media(one);
      case 'manifest':
        return this.#manifest(one);
      case 'locked':
        return [check('file-locked', 'fails')];
      // A zip in a zip is nothing that we write; a table or report proves nothing but what a manifest says of it.
      default:
        return this.#other(one);
    }
  }

  async #log({ source }: Opened): Promise<readonly Line[]> {
    const read = await readWhole(source, 'log');
    if (!read.ok) return [check(read.fault === 'file-limits' ? 'bundle-limits' : read.fault, 'fails')];
    const { lines, lastHashes, given } = await verifyExport(textOf(read.value) ?? '', this.verify);
    const same = sameLogLines(given, this.#given);
    for (const hash of lastHashes) this.#lastHashes.add(hash);
    this.#given.push(...given.map((log) => ({ ...log, file: source.name })));
    const media = this.opened.some(({ kind }) => kind === 'media') ? [] : withoutMedia(lastHashes);
    return [...lines, ...same, ...media];
  }

  async #kept({ source }: Opened): Promise<Line[]> {
    const read = await readWhole(source, 'kept');
    if (!read.ok) return [check(read.fault, 'fails')];
    const line = await witnessLine(textOf(read.value) ?? '', this.#given, this.verify);
    return [line ?? check(this.#given.length > 0 ? 'file-kind' : 'file-alone', 'fails')];
  }

  async #media({ source }: Opened): Promise<Line[]> {
    if (this.#given.length === 0) return [check('file-alone', 'fails')];
    const read = await readWhole(source, 'media');
    return read.ok ? mediaLines(read.value, this.#lastHashes) : [check(read.fault, 'fails')];
  }

  #manifest({ source }: Opened): Line[] {
    const listing = this.#listings.get(source);
    const key = listing?.manifest?.key;
    const others = this.#given.filter(({ file }) =>
      [...(listing?.files.keys() ?? [])].some(({ name }) => name === file),
    );
    const keys = others.flatMap(({ key: own }) => (own ? [base64url(own)] : []));
    const same =
      keys.length > 0 && key ? [check('same-key', keys.every((one) => one === key) ? 'holds' : 'fails')] : [];
    return [...(listing?.lines ?? []), ...same];
  }

  async #other({ source, kind }: Opened): Promise<Line[]> {
    if (kind !== 'zip' && this.listedLines(source).length > 0) return [];
    const read = await readWhole(source, 'other');
    return [check(read.ok ? 'file-kind' : read.fault, 'fails')];
  }
}

function progressOf(opened: readonly Opened[], { progress }: Checking): { readonly done: (source: Source) => void } {
  const total = opened.reduce((sum, { source }) => sum + source.size + 1, 0);
  let so = 0;
  return {
    done: ({ size }) => {
      so += size + 1;
      progress(Math.min(1, so / total));
    },
  };
}

/** On all of them together. */
export function verdictOf(files: readonly Pick<CheckedFile, 'verdict'>[]): Verdict {
  return worstOf(files.map(({ verdict }) => verdict));
}
