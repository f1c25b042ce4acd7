import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { prepareProfile, unpackedId } from './profile.ts';

export interface LaunchOptions {
  readonly executablePath: string;
  /** The built extension; without it, a plain browser for another participant. */
  readonly extensionDir?: string;
  /** Kept after closing; without it, a fresh profile that is deleted when this process ends. */
  readonly profileDir?: string;
  readonly headless: boolean;
  readonly windowSize?: { readonly width: number; readonly height: number };
  /** Puts the microphone permission of the extension into the profile. */
  readonly micGranted?: boolean;
  /** Needed with `micGranted` only where the id follows neither from the manifest's key nor from the folder. */
  readonly extensionId?: string;
  /** Sites, as match patterns, for which Chrome has given the extension leave before. */
  readonly leave?: readonly string[];
  readonly colorScheme?: 'light' | 'dark';
  /** A made-up camera and microphone instead of real ones; yes by default, a person trying things out says no. */
  readonly fakeDevices?: boolean;
  /** Keeps pages that were left, as people's browsers do; no by default, because Playwright wants each page loaded. */
  readonly backForwardCache?: boolean;
  readonly extraArgs?: readonly string[];
}

/** Quiet: nothing but what the tests ask for goes over the network. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Never --use-fake-ui-for-media-stream here: it breaks tab capture ("Requested device not found"). Accepting
 * automatically does the same for the page's camera and microphone and leaves tab capture alone.
 */
const FAKE_DEVICES = ['--use-fake-device-for-media-stream', '--auto-accept-camera-and-microphone-capture'];

/**
 * Two of Playwright's defaults fail silently: muted audio makes every captured tab digital silence, and disabled
 * extensions load nothing, without a word.
 */
const HARMFUL_DEFAULTS = ['--mute-audio', '--disable-extensions'];

const passing = new Set<string>();

/** Not on closing: a browser that has closed still writes to its profile for a moment. One listener for all of them. */
function removeAtTheEnd(profileDir: string): void {
  if (passing.size === 0)
    process.once('exit', () => {
      for (const dir of passing) rmSync(dir, { recursive: true, force: true });
    });
  passing.add(profileDir);
}

/** A browser of its own with the extension in it. One process per participant: that is how people meet. */
export async function launchWithExtension(options: LaunchOptions): Promise<BrowserContext> {
  const { executablePath, headless, windowSize = { width: 1280, height: 800 }, colorScheme } = options;
  const extensionDir = options.extensionDir && resolve(options.extensionDir);
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'ask-to-record-'));
  const id = options.extensionId ?? (extensionDir ? unpackedId(extensionDir) : null);
  prepareProfile(profileDir, {
    micFor: options.micGranted ? id : null,
    ...(id && options.leave && { leave: { extension: id, sites: options.leave } }),
  });
  if (!options.profileDir) removeAtTheEnd(profileDir);
  return chromium.launchPersistentContext(profileDir, {
    executablePath,
    headless,
    // The page is as large as its window lets it: an emulated size would not shrink beside the side panel, and the recording of the
    // tab would be cut.
    viewport: null,
    ...(colorScheme && { colorScheme }),
    ignoreDefaultArgs: [...HARMFUL_DEFAULTS, ...(options.backForwardCache ? ['--disable-back-forward-cache'] : [])],
    args: [
      // Chromium refuses to run as root with its sandbox; nobody else gives it up.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...QUIET,
      ...(options.fakeDevices === false ? [] : FAKE_DEVICES),
      '--autoplay-policy=no-user-gesture-required',
      `--window-size=${windowSize.width},${windowSize.height}`,
      ...(extensionDir ? [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`] : []),
      ...(options.extraArgs ?? []),
    ],
  });
}
