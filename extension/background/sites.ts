import browser from 'webextension-polyfill';
import type { Platform } from '../../src/platforms/platform.ts';
import { ANY_PAGE, PLATFORMS, patternsOn } from '../../src/platforms/registry.ts';
import { contentScript, pageScript } from './inject.ts';

/** One site, as the panel asks for it: never a pattern for many. */
const ONE_SITE = /^https:\/\/[^*/]+\/\*$/;

/** Of what the browser says we may read, the sites that the host has given lasting leave for. */
export function keptSites(origins: readonly string[], known: readonly string[]): string[] {
  return origins.filter((origin) => ONE_SITE.test(origin) && !known.includes(origin)).sort();
}

/** Where the script of one platform runs by itself, as match patterns. */
export interface Placing {
  readonly platform: Platform;
  readonly matches: string[];
  readonly excludeMatches: string[];
}

/** Platforms by host, where only the page itself could tell which one it is. */
export type Recognised = Readonly<Record<string, string>>;

const hostsOf = (kept: readonly string[]) => kept.map((pattern) => new URL(pattern.slice(0, -1)).hostname);

/**
 * On a kept site that was recognised as a platform's, or on those of its paths that are one's own, that platform's script runs; on all
 * other pages that of any page.
 */
export function placings(kept: readonly string[], platforms: readonly Platform[], recognised: Recognised): Placing[] {
  const hosts = hostsOf(kept);
  const own = platforms
    .map((platform) => ({
      platform,
      matches: hosts.flatMap((host) => {
        const known = recognised[host];
        if (known === undefined) return patternsOn(host, platform);
        return known === platform.id ? [`https://${host}/*`] : [];
      }),
      excludeMatches: [],
    }))
    .filter(({ matches }) => matches.length > 0);
  const rest = { platform: ANY_PAGE, matches: [...kept], excludeMatches: own.flatMap(({ matches }) => matches) };
  return kept.length === 0 ? [] : [...own, rest];
}

let queue: Promise<void> = Promise.resolve();

/**
 * Our content script runs by itself on the sites for which the host has given lasting leave, and on no other. The browser's own list of
 * leaves is what counts: this only follows it, also when it was changed on the browser's page of extensions. After an update the script
 * has another name, so it is registered anew.
 *
 * @param seen what open pages were recognised as just now
 */
export function followSites(seen: Recognised = {}): Promise<void> {
  queue = queue.then(() => register(seen)).catch((error: unknown) => console.error('sites', error));
  return queue;
}

const NOTE = 'recognised-sites';

/** Only for sites with lasting leave it is noted which platform runs there: the others are nobody's business. */
async function recognisedOf(kept: readonly string[], seen: Recognised): Promise<Recognised> {
  const noted = (await browser.storage.local.get(NOTE))[NOTE] as Recognised | undefined;
  const hosts = hostsOf(kept);
  const now = Object.fromEntries(
    hosts.flatMap((host) => {
      const platform = seen[host] ?? noted?.[host];
      return platform === undefined ? [] : [[host, platform]];
    }),
  );
  await browser.storage.local.set({ [NOTE]: now });
  return now;
}

async function register(seen: Recognised): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  const known = chrome.runtime.getManifest().content_scripts?.flatMap(({ matches }) => matches ?? []) ?? [];
  await chrome.scripting.unregisterContentScripts();
  const kept = keptSites(origins, known);
  const placed = placings(kept, PLATFORMS, await recognisedOf(kept, seen));
  await chrome.scripting.registerContentScripts(placed.flatMap(registrations));
}

function registrations({ platform, matches, excludeMatches }: Placing): chrome.scripting.RegisteredContentScript[] {
  const where = {
    matches,
    excludeMatches,
    runAt: 'document_idle',
    allFrames: false,
    persistAcrossSessions: true,
  } as const;
  const inPage = pageScript(platform);
  return [
    // The browser keeps the registrations under their ids, over restarts.
    { ...where, id: platform.id, js: [contentScript(platform)] },
    ...(inPage ? [{ ...where, id: `${platform.id}-page`, js: [inPage], world: 'MAIN' as const }] : []),
  ];
}

/** The site of a page on which the manifest puts no script: whether the host has given lasting leave for it; null where it cannot be asked for. */
export async function siteOf(origin: string): Promise<{ host: string; pattern: string; kept: boolean } | null> {
  if (!URL.canParse(origin)) return null;
  const { protocol, hostname } = new URL(origin);
  const pattern = `https://${hostname}/*`;
  if (protocol !== 'https:' || !ONE_SITE.test(pattern)) return null;
  return { host: hostname, pattern, kept: await chrome.permissions.contains({ origins: [pattern] }) };
}
