import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import type { Platform } from './platform.ts';
import { ANY_PAGE, PLATFORMS, patternsOn, platformById, platformFor } from './registry.ts';

/** Files in this folder that are no platform. */
const NOT_A_SITE = ['facts.ts', 'lasting.ts', 'platform.ts', 'registry.ts'];

describe('the registry', () => {
  test('has the same addresses as the manifest’s content scripts, one of its own for each site, and none twice', () => {
    const scripts = manifest.content_scripts.map(({ js, matches, all_frames, world = 'ISOLATED' }) => [
      ...js,
      matches,
      all_frames,
      world,
    ]);
    const known = PLATFORMS.filter(({ matches }) => matches.length > 0);
    expect(scripts).toEqual(
      known.flatMap(({ id, matches, framed = false, inPage, frames }) => [
        [`extension/content/sites/${id}.iife.ts`, matches, framed, 'ISOLATED'],
        ...(frames ? [[`extension/content/frames/${id}.iife.ts`, frames, true, 'ISOLATED']] : []),
        ...(inPage ? [[`extension/content/page/${id}.iife.ts`, matches, framed, 'MAIN']] : []),
      ]),
    );
    const listed = PLATFORMS.flatMap((platform) => platform.matches);
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('lists every file of this folder, under its own name', () => {
    const files = readdirSync('src/platforms').filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const sites = files.filter((file) => !NOT_A_SITE.includes(file)).map((file) => file.replace('.ts', ''));
    const ids = [ANY_PAGE, ...PLATFORMS].map((platform) => platform.id);
    expect([...ids].sort()).toEqual(sites.sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(PLATFORMS.map((platform) => [platform.id, platform] as const))('%s', (id, platform) => {
    expect(id).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    expect(existsSync(`e2e/sites/${id}`), `a stand-in or the site itself in e2e/sites/${id}`).toBe(true);
    expect(platform.matches.length + (platform.paths?.length ?? 0)).toBeGreaterThan(0);
    expect(platform.chatLimit ?? 500, 'our posts are at most 500 characters long').toBeGreaterThanOrEqual(500);
    expect(platform.lagMs).toBeGreaterThan(0);
    expect(platform.lagMs, 'what the recorder’s order takes').toBeLessThanOrEqual(60_000);
    expect(platformById(id)).toBe(platform);
    for (const pattern of platform.matches) {
      expect(pattern).toMatch(/^(?:https|http):\/\/(?:\*\.)?[a-z0-9.-]+\/[^*?#]*\*?$/);
      if (!pattern.includes('.localhost/')) expect(pattern).toMatch(/^https:/);
      expect(platformFor(pattern.replace('://*.', '://a.').replace(/\*$/, 'room?x=1#y'))?.id).toBe(id);
    }
    for (const path of platform.paths ?? []) {
      expect(path, 'more than one’s own would be taken').toMatch(/^(?:\/\*)?\/[a-z0-9-]{4,}\/\*$/);
      expect(platformFor(`https://any.example${path.replaceAll('*', 'x')}?y=1#z`)?.id).toBe(id);
      expect(platformFor(`http://any.example${path.replaceAll('*', 'x')}`)).toBeNull();
    }
  });
});

test('a platform that runs anywhere names its paths on one host', () => {
  const rooms: Platform = { ...ANY_PAGE, paths: ['/rooms/*', '/*/rooms/*'] };
  expect(patternsOn('a.example', rooms)).toEqual(['https://a.example/rooms/*', 'https://a.example/*/rooms/*']);
  expect(patternsOn('a.example', ANY_PAGE)).toEqual([]);
});

describe('an address', () => {
  test.each([
    ['of the site', 'http://sandbox.localhost/room/demo', 'sandbox'],
    ['on another port', 'http://sandbox.localhost:41233/room/demo?name=x', 'sandbox'],
    ['with another scheme', 'https://sandbox.localhost/room/demo', null],
    ['of a host that ends like it', 'http://evil-sandbox.localhost/room/demo', null],
    ['of a host below it', 'http://a.sandbox.localhost/room/demo', null],
    ['of a host that begins like it', 'http://sandbox.localhost.evil.example/room/demo', null],
    ['with the site as its user name', 'http://sandbox.localhost@evil.example/', null],
    ['that is blank', 'about:blank', null],
  ])('%s', (_name, href, id) => {
    expect(platformFor(href)?.id ?? null).toBe(id);
  });

  test('an id that nobody has gives nothing', () => {
    for (const id of ['', 'constructor', 'Sandbox']) expect(platformById(id)).toBeNull();
  });
});
