import type { Platform } from './platform.ts';
import { sandbox } from './sandbox.ts';

/** Every site that we know. The manifest's content script matches exactly these (registry.test.ts). */
export const PLATFORMS: readonly Platform[] = [sandbox];

/** The platform of a page's address, or null. */
export function platformFor(href: string): Platform | null {
  return PLATFORMS.find((platform) => platform.matches.some((pattern) => matches(pattern, href))) ?? null;
}

/** Chrome match patterns as the registry uses them: scheme://host/path with `*` at the end of the path. */
function matches(pattern: string, href: string): boolean {
  const url = new URL(href);
  const [scheme, rest = ''] = pattern.split('://');
  const slash = rest.indexOf('/');
  const host = rest.slice(0, slash);
  const path = rest.slice(slash);
  const hostFits = host.startsWith('*.')
    ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))
    : url.hostname === host;
  const pathFits = path.endsWith('*') ? url.pathname.startsWith(path.slice(0, -1)) : url.pathname === path;
  return url.protocol === `${scheme}:` && hostFits && pathFits;
}

export function platformById(id: string): Platform | null {
  return PLATFORMS.find((platform) => platform.id === id) ?? null;
}
