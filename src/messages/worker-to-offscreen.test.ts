import * as v from 'valibot';
import { expect, test } from 'vitest';
import { isWorker, workerToOffscreen } from './worker-to-offscreen.ts';

const id = 'abcdefghijklmnopabcdefghijklmnop';
const origin = `chrome-extension://${id}`;
const ours = { id, workerUrl: `${origin}/service-worker-loader.js` };

/** Senders as Chromium 156 described them. */
test.each([
  ['the worker', { id, url: ours.workerUrl }, true],
  ['a page in a tab', { id, origin, url: `${origin}/extension/records/index.html`, tab: {}, frameId: 0 }, false],
  ['the offscreen document', { id, origin, url: `${origin}/extension/offscreen/index.html` }, false],
  [
    'a content script',
    { id, origin: 'https://meet.example', url: 'https://meet.example/x', tab: {}, frameId: 0 },
    false,
  ],
  ['a page that calls itself the worker', { id, origin, url: ours.workerUrl }, false],
  ['another extension', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', url: ours.workerUrl }, false],
])('%s', (_name, sender, yes) => {
  expect(isWorker(sender, ours)).toBe(yes);
});

const revoke = {
  to: 'offscreen',
  order: 'revoke',
  epoch: 'eAAAAAAAAAAAA',
  drain: true,
  cutAfter: null,
  reasons: ['paused'],
};

test.each([
  ['as written', revoke, true],
  ['for somebody else', { ...revoke, to: 'worker' }, false],
  ['with a key too many', { ...revoke, also: 1 }, false],
  ['with an unknown reason', { ...revoke, reasons: ['because'] }, false],
  ['with a log for an epoch', { ...revoke, epoch: 'lAAAAAAAAAAAA' }, false],
  ['cut at no number', { ...revoke, cutAfter: '1' }, false],
])('an order %s', (_name, message, yes) => {
  expect(v.is(workerToOffscreen, message)).toBe(yes);
});
