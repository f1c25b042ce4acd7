import { describe, expect, test, vi } from 'vitest';
import type { Platform } from '../../src/platforms/platform.ts';
import { ANY_PAGE, patternsOn } from '../../src/platforms/registry.ts';
import { canBeCall } from './inject.ts';
import { keptSites, placings } from './sites.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

describe('lasting leave is for', () => {
  const known = ['https://meet.example/*'];
  test('single sites that no adapter knows, and for nothing wider', () => {
    const origins = [
      'https://b.example/*',
      'https://a.example/*',
      'https://meet.example/*',
      'https://*/*',
      'https://*.example/*',
      'http://a.example/*',
      '<all_urls>',
    ];
    expect(keptSites(origins, known)).toEqual(['https://a.example/*', 'https://b.example/*']);
    expect(keptSites([], known)).toEqual([]);
  });
});

describe('on a site with lasting leave', () => {
  const rooms: Platform = { ...ANY_PAGE, id: 'rooms', paths: ['/rooms/*', '/*/rooms/*'] };
  const elsewhere: Platform = { ...ANY_PAGE, id: 'elsewhere', matches: ['https://elsewhere.example/*'] };

  test('a platform’s own paths get its script, and every other page that of any page', () => {
    const own = ['https://a.example/rooms/*', 'https://a.example/*/rooms/*'];
    expect(placings(['https://a.example/*'], [elsewhere, rooms], {})).toEqual([
      { platform: rooms, matches: own, excludeMatches: [] },
      { platform: ANY_PAGE, matches: ['https://a.example/*'], excludeMatches: own },
    ]);
  });

  test('all of it that turned out to be a platform’s gets its script, whatever its paths', () => {
    const kept = ['https://a.example/*', 'https://b.example/*'];
    expect(placings(kept, [elsewhere, rooms], { 'b.example': 'elsewhere' })).toEqual([
      { platform: elsewhere, matches: ['https://b.example/*'], excludeMatches: [] },
      { platform: rooms, matches: patternsOn('a.example', rooms), excludeMatches: [] },
      expect.objectContaining({ platform: ANY_PAGE, matches: kept }),
    ]);
  });

  test('that was taken back nothing runs', () => {
    expect(placings([], [elsewhere, rooms], { 'a.example': 'rooms' })).toEqual([]);
  });
});

describe('a page that can be a call', () => {
  test.each([
    ['https://calls.example/room', true],
    ['http://localhost:8080/', true],
    ['http://calls.localhost/', true],
    ['http://127.0.0.1:3000/x', true],
    ['http://calls.example/room', false],
    ['http://localhost.evil.example/', false],
    ['chrome://settings/', false],
    ['file:///tmp/x.html', false],
    ['about:blank', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (url, is) => expect(canBeCall(url)).toBe(is));
});
