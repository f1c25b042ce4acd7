import { isManifestSealed, MANIFEST_FAULTS, type Manifest, type ManifestFault, readManifest } from '../log/manifest.ts';
import { part, type Step } from '../log/step.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import type { FileKind } from './kinds.ts';
import { check, type Line, limit } from './line.ts';
import { hashOf, readWhole } from './reading.ts';
import { folderOf, type Source, textOf } from './source.ts';

/** A file that was given, and what it is. */
export interface Opened {
  readonly source: Source;
  readonly kind: FileKind;
  /** The zip that it is in. */
  readonly zip: Source | null;
}

export interface Listing {
  readonly lines: readonly Line[];
  readonly manifest: Manifest | null;
  /** Whether each file that it lists, and that is here, is the one that was exported. */
  readonly files: ReadonlyMap<Source, boolean>;
}

/**
 * Compares the files beside a manifest with what it lists. In a zip nothing may be missing or added; of a folder people may have taken some, and
 * what is not there is only said.
 */
export async function listingOf(
  own: Opened,
  all: readonly Opened[],
  verify: VerifyEd25519,
  step: Step,
): Promise<Listing> {
  const bytes = await readWhole(own.source, 'manifest');
  if (!bytes.ok) {
    const code = bytes.fault === 'file-limits' ? 'manifest-limits' : bytes.fault;
    return { lines: [check(code, 'fails')], manifest: null, files: new Map() };
  }
  const read = readManifest(textOf(bytes.value) ?? '');
  if (!read.ok) return { lines: [...before(read.fault), check(read.fault, 'fails')], manifest: null, files: new Map() };
  const { manifest } = read;
  const sealed = await isManifestSealed(manifest, verify);
  const folder = folderOf(own.source.name);
  const beside = all.filter(
    ({ source, zip }) => zip === own.zip && source.name.startsWith(folder) && source !== own.source,
  );
  const byName = new Map(beside.map(({ source }) => [source.name.slice(folder.length), source]));
  const files = new Map<Source, boolean>();
  const total = manifest.files.reduce((sum, { name }) => sum + (byName.get(name)?.size ?? 0), 1);
  let missing = 0;
  let hashed = 0;
  for (const { name, bytes: size, sha256 } of manifest.files) {
    const source = byName.get(name);
    if (!source) {
      missing++;
      continue;
    }
    const after = hashed + source.size / total;
    const same = async () => {
      const hash = await hashOf(source, part(step, hashed, after));
      return hash.ok && hash.value === sha256;
    };
    files.set(source, sealed && source.size === size && (await same()));
    hashed = after;
  }
  const added = own.zip !== null && beside.length > files.size;
  const whole = [...files.values()].every(Boolean) && !added && !(own.zip && missing > 0);
  const lines = [
    ...MANIFEST_FAULTS.map((code) => check(code, 'holds')),
    check('manifest-seal', sealed ? 'holds' : 'fails'),
    check('manifest-files', whole ? 'holds' : 'fails'),
    ...(missing > 0 && !own.zip ? [limit('files-not-given', null)] : []),
  ];
  return { lines, manifest, files };
}

/** Those that held before the first that did not: they are looked at in their order. */
function before(fault: ManifestFault): Line[] {
  return MANIFEST_FAULTS.slice(0, MANIFEST_FAULTS.indexOf(fault)).map((code) => check(code, 'holds'));
}
