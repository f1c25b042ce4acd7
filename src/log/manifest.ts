import * as v from 'valibot';
import { ED25519_KEY_BYTES, type VerifyEd25519 } from '../model/ed25519.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import { base64 } from './base64.ts';
import { canonical, isCanonicable, utf8 } from './canonical.ts';
import { DEPTH_MAX, exceeds, memberOf, parseJson } from './json.ts';
import { isBytes } from './leaf.ts';
import { noteKey } from './note-key.ts';
import { checkNote, noteText, readNote, signNote } from './signed-note.ts';
import type { Signer } from './signer.ts';

/**
 * The list of the files of one export with their hashes, sealed by the device: src/log/FORMAT.md section 15. It binds the formats that cannot
 * prove themselves (a table, a report, records in other people's formats) to the log that lies beside them. Its text is canonical JSON.
 */
export const MANIFEST_FORMAT = 'ask-to-record-export';
export const MANIFEST_VERSION = 1;
/** Its name in the zip; it does not list itself. */
export const MANIFEST_FILE = 'manifest.json';
/** First line of the seal's text, and name of the key that signs. */
export const MANIFEST_SEAL = 'ask-to-record/manifest';

const HASH_BYTES = 32;
/** Also that of a participant's receipts, one file each. */
const FILES_MAX = 10_000;
const NAME_MAX = 200;
export const MANIFEST_MAX = 8 * 1024 * 1024;

/** One file beside the manifest. */
export interface ListedFile {
  /** Relative, with / between folders; see isFileName. */
  readonly name: string;
  readonly bytes: number;
  /** base64url SHA-256 of the file as it lies in the zip. */
  readonly sha256: string;
}

/** Folders and a file of plain letters, digits, `.`, `_` and `-`; none begins with a dot, so that nothing leads out of where it is unpacked. */
export function isFileName(name: string): boolean {
  const part = '[A-Za-z0-9_-][A-Za-z0-9._-]*';
  return (
    name.length <= NAME_MAX &&
    name.toLowerCase() !== MANIFEST_FILE &&
    new RegExp(`^(?:${part}/){0,4}${part}$`).test(name)
  );
}

const sha = v.pipe(
  v.string(),
  v.check((text) => isBytes(text, HASH_BYTES)),
);
const listedSchema = v.strictObject({
  name: v.pipe(v.string(), v.check(isFileName)),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  sha256: sha,
});
const isMoment = (text: string) => {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
};
const manifestSchema = v.strictObject({
  format: v.literal(MANIFEST_FORMAT),
  version: v.literal(MANIFEST_VERSION),
  /** ISO 8601 UTC with ms. */
  exportedAt: v.pipe(v.string(), v.check(isMoment)),
  /** The device's Ed25519 key, base64url. */
  key: v.pipe(
    v.string(),
    v.check((text) => isBytes(text, ED25519_KEY_BYTES)),
  ),
  /** In the order of the zip; no name twice, whatever its case. */
  files: v.pipe(
    v.array(listedSchema),
    v.maxLength(FILES_MAX),
    v.check((files) => new Set(files.map(({ name }) => name.toLowerCase())).size === files.length),
  ),
  /** Signed note. */
  seal: v.string(),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** The text of a manifest, signed. exportedAt: ISO 8601. RangeError for a file that no manifest can list. */
export async function manifestText(
  { key, sign }: Signer,
  exportedAt: string,
  files: readonly ListedFile[],
): Promise<string> {
  const content = {
    format: MANIFEST_FORMAT,
    version: MANIFEST_VERSION,
    exportedAt,
    key: base64url(key),
    files: files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  } as const;
  const note = await signNote(await sealedText(content), await noteKey(MANIFEST_SEAL, key), sign);
  const manifest = { ...content, seal: noteText(note) };
  if (!v.is(manifestSchema, manifest)) throw new RangeError('no manifest can list these files');
  return canonical(manifest);
}

/** What is signed: the name, the time, and the base64 SHA-256 of everything but the seal. */
async function sealedText(content: Omit<Manifest, 'seal'>): Promise<string> {
  const { format, version, exportedAt, key, files } = content;
  const text = canonical({ format, version, exportedAt, key, files });
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text)));
  return `${MANIFEST_SEAL}\n${exportedAt}\n${base64(hash)}\n`;
}

export const MANIFEST_FAULTS = ['manifest-limits', 'manifest-json', 'manifest-version', 'manifest-shape'] as const;
export type ManifestFault = (typeof MANIFEST_FAULTS)[number];

export type ManifestReading =
  | { readonly ok: true; readonly manifest: Manifest }
  | { readonly ok: false; readonly fault: ManifestFault };

/** Reads the text of a manifest, and nothing but what `manifestText` would write. Whether its seal holds is `isManifestSealed`. */
export function readManifest(text: string): ManifestReading {
  const large = text.length > MANIFEST_MAX || exceeds(text, { depth: DEPTH_MAX, containers: FILES_MAX + 2 });
  if (large) return { ok: false, fault: 'manifest-limits' };
  const json = parseJson(text);
  if (json === undefined) return { ok: false, fault: 'manifest-json' };
  if (memberOf(json, 'format') !== MANIFEST_FORMAT || memberOf(json, 'version') !== MANIFEST_VERSION) {
    return { ok: false, fault: 'manifest-version' };
  }
  const parsed = v.safeParse(manifestSchema, json, { abortEarly: true });
  const same = parsed.success && isCanonicable(parsed.output) && canonical(parsed.output) === text;
  return same ? { ok: true, manifest: parsed.output } : { ok: false, fault: 'manifest-shape' };
}

/** Whether its seal is the one over exactly this manifest, by the key that it names. */
export async function isManifestSealed(manifest: Manifest, verify: VerifyEd25519): Promise<boolean> {
  const key = fromBase64url(manifest.key);
  const note = readNote(manifest.seal);
  if (!key || !note || note.text !== (await sealedText(manifest))) return false;
  return (await checkNote(note, [await noteKey(MANIFEST_SEAL, key)], verify)) === 'good';
}
