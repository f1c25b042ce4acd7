import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { PLATFORMS, platformById, platformFor } from './registry.ts';

/** Files in this folder that are no platform. */
const NOT_A_SITE = ['platform.ts', 'registry.ts'];

describe('the registry', () => {
  test('has the same addresses as the manifest’s content script: no more, no fewer, none twice', () => {
    const [script, ...others] = manifest.content_scripts;
    expect(others).toEqual([]);
    const listed = PLATFORMS.flatMap((platform) => platform.matches);
    expect([...listed].sort()).toEqual([...(script?.matches ?? [])].sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('lists every file of this folder, under its own name', () => {
    const files = readdirSync('src/platforms').filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const sites = files.filter((file) => !NOT_A_SITE.includes(file)).map((file) => file.replace('.ts', ''));
    const ids = PLATFORMS.map((platform) => platform.id);
    expect([...ids].sort()).toEqual(sites.sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(PLATFORMS.map((platform) => [platform.id, platform] as const))('%s', (id, platform) => {
    expect(id).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    expect(existsSync(`e2e/sites/${id}`), `a stand-in or the site itself in e2e/sites/${id}`).toBe(true);
    expect(platform.matches.length).toBeGreaterThan(0);
    expect(platform.chatLimit, 'our posts are at most 500 characters long').toBeGreaterThanOrEqual(500);
    expect(platform.lagMs).toBeGreaterThan(0);
    expect(platform.lagMs, 'what the recorder’s order takes').toBeLessThanOrEqual(60_000);
    expect(platformById(id)).toBe(platform);
    for (const pattern of platform.matches) {
      expect(pattern).toMatch(/^(?:https|http):\/\/(?:\*\.)?[a-z0-9.-]+\/[^*?#]*\*?$/);
      if (!pattern.includes('.localhost/')) expect(pattern).toMatch(/^https:/);
      expect(platformFor(pattern.replace('://*.', '://a.').replace(/\*$/, 'room?x=1#y'))?.id).toBe(id);
    }
  });
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
