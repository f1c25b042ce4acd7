import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { settingsToWorker } from './settings-to-worker.ts';

const to = 'worker';

describe('a page of settings', () => {
  test.each([
    { to, ask: 'settings' },
    { to, ask: 'change-settings', changes: { place: 'DE', 'terms.keepDays': 7 } },
    { to, ask: 'replace-settings', changes: {} },
  ])('is heard: %j', (message) => {
    expect(v.parse(settingsToWorker, message)).toEqual(message);
  });

  test.each([
    ['nothing asked', { to }],
    ['what a panel asks', { to, ask: 'again', tab: 1 }],
    ['more than is asked', { to, ask: 'settings', tab: 1 }],
    ['no changes', { to, ask: 'change-settings' }],
    ['a list of changes', { to, ask: 'change-settings', changes: 'place' }],
    ['a path as long as a book', { to, ask: 'change-settings', changes: { ['x'.repeat(61)]: 1 } }],
    ['what is for somebody else', { to: 'offscreen', ask: 'settings' }],
  ])('is not heard with %s', (_name, message) => {
    expect(v.is(settingsToWorker, message)).toBe(false);
  });
});
