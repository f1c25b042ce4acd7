import { bigbluebutton } from './bigbluebutton.ts';
import { generic } from './generic.ts';
import { jitsi } from './jitsi.ts';
import { meet } from './meet.ts';
import type { Platform } from './platform.ts';
import { sandbox } from './sandbox.ts';
import { teams } from './teams.ts';
import { webex } from './webex.ts';
import { whereby } from './whereby.ts';
import { zoom } from './zoom.ts';

/** Every site that we know. The manifest's content script matches exactly these (registry.test.ts). */
export const PLATFORMS: readonly Platform[] = [bigbluebutton, meet, jitsi, sandbox, teams, webex, whereby, zoom];

/** What reads a page that none of those knows, where the host has put this script. */
export const ANY_PAGE: Platform = generic;

/** The platform of a page's address, or null. A host that one platform has as its own is never another's by its paths. */
export function platformFor(href: string): Platform | null {
  const url = new URL(href);
  return (
    PLATFORMS.find((platform) => platform.matches.some((pattern) => fits(pattern, url))) ??
    PLATFORMS.find((platform) => patternsOn(url.hostname, platform).some((pattern) => fits(pattern, url))) ??
    null
  );
}

/** Whether the manifest has a script for pages of this origin. */
export function isListed(origin: string): boolean {
  const url = new URL(origin);
  return PLATFORMS.some((platform) => platform.matches.some((pattern) => originFits(pattern, url)));
}

/** Whether a frame with this address may be one that a platform reads in its page. */
export function isReadFrame(href: string): boolean {
  const url = new URL(href);
  return PLATFORMS.some(({ frames = [] }) => frames.some((pattern) => fits(pattern, url)));
}

/** Match patterns of the addresses on one host that are a platform's own by their paths. */
export function patternsOn(hostname: string, { paths = [] }: Platform): string[] {
  return paths.map((path) => `https://${hostname}${path}`);
}

/** Chrome match patterns as the registry uses them: scheme://host/path, where each `*` of the path stands for any characters. */
function fits(pattern: string, url: URL): boolean {
  return (
    originFits(pattern, url) && pathFits(pattern.slice(pattern.indexOf('/', pattern.indexOf('://') + 3)), url.pathname)
  );
}

function originFits(pattern: string, url: URL): boolean {
  const [scheme, host = ''] = pattern.split(/:\/\/|\//);
  const hostFits = host.startsWith('*.')
    ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))
    : url.hostname === host;
  return url.protocol === `${scheme}:` && hostFits;
}

/** Compared piece by piece: an expression made of the path would be as slow as a page's address wants it to be. */
function pathFits(pattern: string, path: string): boolean {
  const pieces = pattern.split('*');
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}

export function platformById(id: string): Platform | null {
  return [...PLATFORMS, ANY_PAGE].find((platform) => platform.id === id) ?? null;
}
