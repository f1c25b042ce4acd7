import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Chromium's spelling of a hash: sixteen bytes, each hex digit moved to a..p. */
const spell = (bytes: string | Buffer): string =>
  createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** The id that Chromium gives an unpacked extension: from the manifest's key, or else from where it lies. */
export function unpackedId(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as { key?: string };
  return manifest.key ? spell(Buffer.from(manifest.key, 'base64')) : spell(realpathSync(extensionDir));
}

type Json = { [key: string]: Json | string | number | boolean | readonly string[] };

function merge(into: Json, from: Json): Json {
  const merged = { ...into };
  for (const [key, value] of Object.entries(from)) {
    const present = merged[key];
    const nested = typeof value === 'object' && !Array.isArray(value);
    merged[key] = nested ? merge(typeof present === 'object' ? (present as Json) : {}, value as Json) : value;
  }
  return merged;
}

function existing(file: string): Json {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Json;
  } catch (error) {
    // A new profile has no preferences yet; a damaged file is worth failing for.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

interface Prepared {
  /** Id of the extension that may use the microphone. */
  readonly micFor: string | null;
  /** Sites that an extension was given leave for before: when it asks again, Chrome gives it without a question. */
  readonly leave?: { readonly extension: string; readonly sites: readonly string[] };
}

/**
 * Writes what must stand in a profile before the browser starts. A prompt for the microphone cannot be answered in an
 * offscreen document, nor at all in a headless browser, so the grant is put where the answer would be kept.
 */
export function prepareProfile(profileDir: string, { micFor, leave }: Prepared): void {
  const folder = join(profileDir, 'Default');
  const file = join(folder, 'Preferences');
  mkdirSync(folder, { recursive: true });
  const grant = { [`chrome-extension://${micFor}/,*`]: { setting: 1 } };
  const granted = { api: [], explicit_host: leave?.sites ?? [], manifest_permissions: [], scriptable_host: [] };
  const given = { granted_permissions: granted, runtime_granted_permissions: granted };
  const preferences: Json = {
    // Own addresses in WebRTC instead of .local names, which need multicast DNS to be answered between two browsers.
    webrtc: { local_ips_allowed_urls: ['*'] },
    ...(leave && { extensions: { settings: { [leave.extension]: given } } }),
    ...(micFor && { profile: { content_settings: { exceptions: { media_stream_mic: grant } } } }),
  };
  writeFileSync(file, JSON.stringify(merge(existing(file), preferences)));
}
