import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { exportToWorker } from './export-to-worker.ts';

const exported = {
  to: 'worker',
  ask: 'log-exported',
  log: 'lAAAAAAAAAAAA',
  format: 'zip',
  parts: ['report', 'json'],
  names: 'pseudonyms',
  lock: 'recipients',
  filtered: false,
  whom: 'the auditor',
};
const heard = (message: unknown) => v.is(exportToWorker, message);

test('what the page says is heard', () => {
  expect(heard({ to: 'worker', ask: 'settings' })).toBe(true);
  expect(heard(exported)).toBe(true);
  expect(heard({ ...exported, format: 'csv', parts: [], lock: null, whom: '' })).toBe(true);
});

describe('is not heard', () => {
  it.each<[string, object]>([
    ['a change of settings', { to: 'worker', ask: 'change-settings', changes: {} }],
    ['a log by a path', { ...exported, log: '../lAAAAAAAAAAAA' }],
    ['a recording', { ...exported, format: 'webm' }],
    ['a format that is none', { ...exported, parts: ['pdf'] }],
    ['a key more', { ...exported, also: 1 }],
    ['an endless word', { ...exported, whom: 'x'.repeat(2001) }],
    ['another lock', { ...exported, lock: 'open' }],
    ['what is for somebody else', { ...exported, to: 'offscreen' }],
  ])('%s', (_name, message) => expect(heard(message)).toBe(false));
});
