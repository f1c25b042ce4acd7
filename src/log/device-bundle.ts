import * as v from 'valibot';
import { DEPTH_MAX, exceeds, memberOf, parseJson } from './json.ts';

/** The device log as a file; src/log/FORMAT.md section 17. Plain JSON, its leaves and openings are exact texts. */
export const DEVICE_FORMAT = 'ask-to-record-device-log';
export const DEVICE_VERSION = 1;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const LEAVES_MAX = 500_000;

const deviceBundleSchema = v.strictObject({
  format: v.literal(DEVICE_FORMAT),
  version: v.literal(DEVICE_VERSION),
  /** ISO 8601 UTC with ms; nothing vouches for it. */
  exportedAt: v.string(),
  /** Ed25519 key of the device, 32 bytes, base64url. */
  key: v.string(),
  /** Each one the exact text of a leaf, in order; all of them. */
  leaves: v.pipe(v.array(v.string()), v.maxLength(LEAVES_MAX)),
  /** What some leaves, or all, are committed to: exact texts. */
  openings: v.pipe(v.array(v.strictObject({ index: count, opening: v.string() })), v.maxLength(LEAVES_MAX)),
  /** Signed note of the whole of it. */
  checkpoint: v.string(),
});
export type DeviceBundle = v.InferOutput<typeof deviceBundleSchema>;

const CHARACTERS_MAX = 2 ** 28;

/** Why a text is no such file. Each is a check of src/verify/device-log.ts. */
export const DEVICE_FAULTS = ['device-limits', 'device-json', 'device-version', 'device-shape'] as const;
export type DeviceFault = (typeof DEVICE_FAULTS)[number];

/** Reads the outside; what leaves and openings say is looked at by whoever checks them. */
export function readDeviceBundle(
  text: string,
): { readonly ok: true; readonly bundle: DeviceBundle } | { readonly ok: false; readonly fault: DeviceFault } {
  const large = text.length > CHARACTERS_MAX || exceeds(text, { depth: DEPTH_MAX, containers: LEAVES_MAX + 10 });
  if (large) return { ok: false, fault: 'device-limits' };
  const json = parseJson(text);
  if (json === undefined) return { ok: false, fault: 'device-json' };
  if (memberOf(json, 'format') !== DEVICE_FORMAT || memberOf(json, 'version') !== DEVICE_VERSION)
    return { ok: false, fault: 'device-version' };
  const parsed = v.safeParse(deviceBundleSchema, json, { abortEarly: true });
  return parsed.success ? { ok: true, bundle: parsed.output } : { ok: false, fault: 'device-shape' };
}
