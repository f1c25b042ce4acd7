import { DEVICE_FAULTS } from '../log/device-bundle.ts';
import { part, type Step } from '../log/step.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import { type Verdict, worstOf } from '../model/verified.ts';
import type { Code } from './codes.ts';
import type { DeviceLine } from './device-log.ts';
import type { DeviceCheck } from './device-meanings.ts';
import { type FileKind, kindOf } from './kinds.ts';
import { check, fails, type Line } from './line.ts';
import type { Opened } from './listed.ts';
import { reading } from './reading.ts';
import type { Source } from './source.ts';
import { Table } from './table.ts';
import { openZip, ZIP_FAULTS } from './zip.ts';

/** The verdict on one file. file: its whole name. */
export interface CheckedFile {
  readonly file: string;
  readonly kind: FileKind;
  readonly lines: readonly AnyLine[];
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
/** Of the work, the hashing of what a manifest lists. */
const LISTED = 0.25;

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
  const zips = new Map<Source, AnyLine[]>();
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
  const step: Step = (share) => {
    signal.throwIfAborted();
    checking.progress(share);
  };
  const table = new Table(verify, opened);
  const listed = opened.some(({ kind }) => kind === 'manifest') ? LISTED : 0;
  await table.list(part(step, 0, listed));
  const total = opened.reduce((sum, { source }) => sum + source.size + 1, 0);
  let before = listed;
  for (const kind of ORDER) {
    for (const one of opened.filter((other) => other.kind === kind)) {
      const after = before + (1 - listed) * ((one.source.size + 1) / total);
      step(before);
      const lines = [...(await table.linesOf(one, part(step, before, after))), ...table.listedLines(one.source)];
      if (one.zip) zips.get(one.zip)?.push(...lines.filter(isDamage));
      before = after;
      step(before);
      yield { file: one.source.name, kind, ...judged(lines) };
    }
  }
  for (const [zip, damage] of zips) {
    const wrong = damage.length > 0 ? 'fails' : 'holds';
    const lines = ZIP_FAULTS.map((code) => check(code, code === 'zip-content' ? wrong : 'holds'));
    yield { file: zip.name, kind: 'zip', ...judged(lines) };
  }
}

/** Device logs have codes of their own (FORMAT.md section 17). */
type AnyLine = Line | DeviceLine;
type AnyCode = Code | DeviceCheck;

/** What is compared comes after what it is compared with. */
const ORDER: readonly FileKind[] = ['log', 'receipt', 'kept', 'media', 'device', 'manifest', 'other', 'locked', 'zip'];

/** What is said of a file in which one of these does not hold is that it cannot be read; of all others, that it is not what it claims to be. */
const UNREADABLE: ReadonlySet<string> = new Set<AnyCode>([
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
  'receipt-limits',
  'receipt-json',
  'receipt-version',
  'receipt-shape',
  ...DEVICE_FAULTS,
]);

function judged(lines: readonly AnyLine[]): Pick<CheckedFile, 'lines' | 'verdict'> {
  const wrong = lines.filter(fails);
  const unreadable = wrong.every((line) => line.what === 'check' && UNREADABLE.has(line.code));
  // A file of which nothing was found to hold, nor not to, is one of which nothing is known.
  const known = lines.some((line) => line.what === 'check' && line.result === 'holds');
  if (wrong.length > 0) return { lines, verdict: unreadable ? 'unreadable' : 'invalid' };
  return { lines, verdict: known ? 'valid' : 'unreadable' };
}

function isDamage(line: AnyLine): boolean {
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

/** On all of them together. */
export function verdictOf(files: readonly Pick<CheckedFile, 'verdict'>[]): Verdict {
  return worstOf(files.map(({ verdict }) => verdict));
}
