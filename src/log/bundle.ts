import * as v from 'valibot';
import { DISCLOSED_FIELDS } from '../model/entry.ts';
import { memberOf, parseJson } from './json.ts';

/** The JSON export of one or more logs; src/log/FORMAT.md section 6. The file is plain JSON, its leaves are exact texts. */
export const BUNDLE_FORMAT = 'ask-to-record-log';
export const BUNDLE_VERSION = 1;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const loggedSchema = v.strictObject({
  log: v.string(),
  platform: v.string(),
  size: count,
  /** Leaf hash of the last leaf, base64url. */
  head: v.string(),
  /** Each one the exact text of a leaf, in order. */
  leaves: v.array(v.string()),
  /** disclosure: its exact text. What was erased or left out is not here. */
  disclosures: v.array(v.strictObject({ index: count, field: v.picklist(DISCLOSED_FIELDS), disclosure: v.string() })),
});

const bundleSchema = v.strictObject({
  format: v.literal(BUNDLE_FORMAT),
  version: v.literal(BUNDLE_VERSION),
  /** ISO 8601 UTC with ms; nothing vouches for it. */
  exportedAt: v.string(),
  logs: v.array(loggedSchema),
});

export type Bundle = v.InferOutput<typeof bundleSchema>;
export type BundledLog = Bundle['logs'][number];

export const BUNDLE_FAULTS = ['bundle-json', 'bundle-version', 'bundle-shape'] as const;
export type BundleFault = (typeof BUNDLE_FAULTS)[number];

export type BundleReading =
  | { readonly ok: true; readonly bundle: Bundle }
  | { readonly ok: false; readonly fault: BundleFault };

/** Reads a bundle's outside; what its leaves say is check.ts' work. Format and version first: others are not looked into. */
export function readBundle(text: string): BundleReading {
  const json = parseJson(text);
  if (json === undefined) return { ok: false, fault: 'bundle-json' };
  if (memberOf(json, 'format') !== BUNDLE_FORMAT || memberOf(json, 'version') !== BUNDLE_VERSION) {
    return { ok: false, fault: 'bundle-version' };
  }
  const parsed = v.safeParse(bundleSchema, json);
  return parsed.success ? { ok: true, bundle: parsed.output } : { ok: false, fault: 'bundle-shape' };
}
