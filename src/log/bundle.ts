import * as v from 'valibot';
import { decisionSchema } from '../model/decision.ts';
import { DISCLOSED_FIELDS } from '../model/entry.ts';
import { DEPTH_MAX, exceeds, memberOf, parseJson } from './json.ts';

/** The JSON export of one or more logs; src/log/FORMAT.md section 6. The file is plain JSON, its leaves are exact texts. */
export const BUNDLE_FORMAT = 'ask-to-record-log';
export const BUNDLE_VERSION = 1;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const LOGS_MAX = 10_000;
const CHECKPOINTS_MAX = 10_000;
const DECISIONS_MAX = 10_000;

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
  /** Signed notes, the oldest first; the last is of the whole log as it is in here. */
  checkpoints: v.exactOptional(v.pipe(v.array(v.string()), v.maxLength(CHECKPOINTS_MAX))),
  /** What the requirements of the log rested on, with sources, in the order of the log. Older exports have none. */
  decisions: v.exactOptional(v.pipe(v.array(decisionSchema), v.maxLength(DECISIONS_MAX))),
});

const bundleSchema = v.strictObject({
  format: v.literal(BUNDLE_FORMAT),
  version: v.literal(BUNDLE_VERSION),
  /** ISO 8601 UTC with ms; nothing vouches for it. */
  exportedAt: v.string(),
  /** Ed25519 key of the device, 32 bytes, base64url: checkpoints and seal are signed with it. */
  key: v.exactOptional(v.string()),
  logs: v.pipe(v.array(loggedSchema), v.maxLength(LOGS_MAX)),
  /** Signed note over all of this: see seal.ts. */
  seal: v.exactOptional(v.string()),
});

/** What no export of ours comes near, and what can be checked in bounded time and memory. */
export const BUNDLE_MAX = 128 * 1024 * 1024;
const CONTAINERS_MAX = 2_000_000;

export type Bundle = v.InferOutput<typeof bundleSchema>;
export type BundledLog = Bundle['logs'][number];

export const BUNDLE_FAULTS = ['bundle-limits', 'bundle-json', 'bundle-version', 'bundle-shape'] as const;
export type BundleFault = (typeof BUNDLE_FAULTS)[number];

export type BundleReading =
  | { readonly ok: true; readonly bundle: Bundle }
  | { readonly ok: false; readonly fault: BundleFault };

/** Reads a bundle's outside; what its leaves say is check.ts' work. Format and version first: others are not looked into. */
export function readBundle(text: string): BundleReading {
  const large = text.length > BUNDLE_MAX || exceeds(text, { depth: DEPTH_MAX, containers: CONTAINERS_MAX });
  if (large) return { ok: false, fault: 'bundle-limits' };
  const json = parseJson(text);
  if (json === undefined) return { ok: false, fault: 'bundle-json' };
  if (memberOf(json, 'format') !== BUNDLE_FORMAT || memberOf(json, 'version') !== BUNDLE_VERSION) {
    return { ok: false, fault: 'bundle-version' };
  }
  const parsed = v.safeParse(bundleSchema, json, { abortEarly: true });
  return parsed.success ? { ok: true, bundle: parsed.output } : { ok: false, fault: 'bundle-shape' };
}
