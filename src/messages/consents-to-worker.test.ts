import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { consentsToWorker } from './consents-to-worker.ts';

const to = 'worker';
const about = { to, meeting: 'A'.repeat(43), consent: 'aAAAAAAAAAAAA' };

describe('the page of what one agreed to', () => {
  test.each([
    { to, ask: 'open-meetings' },
    { ...about, ask: 'withdraw' },
    { ...about, ask: 'request', what: 'erasure' },
  ])('is heard: %j', (message) => {
    expect(v.parse(consentsToWorker, message)).toEqual(message);
  });

  test.each([
    ['nothing asked', about],
    ['a yes', { ...about, ask: 'agree' }],
    ['no meeting', { to, ask: 'withdraw', consent: about.consent }],
    ['a meeting of another shape', { ...about, meeting: '../x', ask: 'withdraw' }],
    ['another request', { ...about, ask: 'request', what: 'money' }],
    ['more than is asked', { ...about, ask: 'withdraw', tab: 3 }],
    ['what is for somebody else', { to: 'offscreen', ask: 'open-meetings' }],
  ])('is not heard with %s', (_name, message) => {
    expect(v.is(consentsToWorker, message)).toBe(false);
  });
});
