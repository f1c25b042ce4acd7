import { expect, test } from 'vitest';
import { accountOf, hasAccounts } from './lasting.ts';

test.each<[string, string | null, string | null]>([
  ['teams', '8:orgid:57a4d140-0000-4000-8000-000000000001', '8:orgid:57a4d140-0000-4000-8000-000000000001'],
  ['teams', '8:live:ana', '8:live:ana'],
  ['teams', '8:teamsvisitor:57a4d140', null],
  ['teams', '4:+4930123456', null],
  ['teams', null, null],
  ['sandbox', 'room-1_0a1b2c3d-ana', 'ana'],
  ['sandbox', 'room-1_0a1b2c3d', null],
  ['meet', 'spaces/x/devices/12', null],
  ['jitsi', '0a1b2c3d', null],
  ['zoom', '16778240', null],
  ['constructor', '8:orgid:x', null],
])('of %s, %s is the account %s', (platform, id, account) => {
  expect(accountOf(platform, id)).toBe(account);
});

test('only where a site shows accounts can anybody be met again', () => {
  expect(['teams', 'sandbox', 'meet', 'toString'].map(hasAccounts)).toEqual([true, true, false, false]);
});
