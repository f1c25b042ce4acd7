import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { speakerOf } from './senders.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const OTHER = 'ponmlkjihgfedcbaponmlkjihgfedcba';
const OWN = `chrome-extension://${ID}`;
const SITE = 'https://meet.example';

type Sender = NonNullable<Parameters<typeof speakerOf>[0]>;
const tab = { id: 7 } as NonNullable<Sender['tab']>;
const page = (path: string): Sender => ({ id: ID, origin: OWN, url: `${OWN}${path}` });
const contentScript: Sender = { id: ID, origin: SITE, url: `${SITE}/abc-defg-hij`, tab, frameId: 0 };

/** Chrome has registered its own scheme as one with origins; to Node it is any unknown scheme, whose origin is opaque. */
class ChromeUrl extends URL {
  override get origin(): string {
    return this.protocol === 'chrome-extension:' ? `${this.protocol}//${this.host}` : super.origin;
  }
}
beforeAll(() => {
  vi.stubGlobal('URL', ChromeUrl);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const whoIs = (sender: Sender | undefined) => speakerOf(sender, ID, OWN);
const nobody = { who: 'nobody' };

describe('a meeting page is a content script in the top frame of a tab, or in a frame of a platform that is embedded', () => {
  test('and nothing else about it counts', () => {
    const top = { who: 'meeting-page', tab: 7, frame: 0 };
    expect(whoIs(contentScript)).toEqual(top);
    expect(whoIs({ ...contentScript, url: 'about:blank', origin: 'null' })).toEqual(top);
    const embedded = { ...contentScript, url: 'https://meet.jit.si/room', origin: 'https://meet.jit.si', frameId: 3 };
    expect(whoIs(embedded)).toEqual({ who: 'meeting-page', tab: 7, frame: 3 });
  });

  test.each<[string, Sender | undefined]>([
    ['a content script in a frame of the page', { ...contentScript, frameId: 3 }],
    [
      'one in a frame of a platform that is never embedded',
      { ...contentScript, url: 'https://meet.google.com/abc-defg-hij', origin: 'https://meet.google.com', frameId: 3 },
    ],
    [
      'one in a frame that was sandboxed',
      { ...contentScript, url: 'https://meet.jit.si/room', origin: 'null', frameId: 3 },
    ],
    ['one whose frame the browser does not name', { id: ID, origin: SITE, url: SITE, tab }],
    ['one without a tab', { id: ID, origin: SITE, url: SITE, frameId: 0 }],
    ['one in a tab without an id (a devtools window, an app)', { ...contentScript, tab: {} as typeof tab }],
    ['the content script of another extension', { ...contentScript, id: OTHER }],
    ['a web page that may write to us', { origin: SITE, url: SITE, tab, frameId: 0 }],
    ['a sender without an address', { id: ID, origin: SITE, tab, frameId: 0 }],
    ['a sender with an empty address', { ...contentScript, url: '' }],
    ['a page that shows our origin and another address', { ...contentScript, origin: OWN }],
    ['no sender at all', undefined],
  ])('so %s is nobody', (_name, sender) => {
    expect(whoIs(sender)).toEqual(nobody);
  });
});

test('a frame of another site is one only where a platform reads it, and not when it was sandboxed', () => {
  const chat = {
    ...contentScript,
    url: 'https://chat.google.com/u/0/frame?x=1',
    origin: 'https://chat.google.com',
    frameId: 3,
  };
  expect(whoIs(chat)).toEqual({ who: 'site-frame', tab: 7 });
  expect(whoIs({ ...chat, origin: 'null' })).toEqual(nobody);
  expect(
    whoIs({ ...chat, url: 'https://chat.google.com.evil.example/', origin: 'https://chat.google.com.evil.example' }),
  ).toEqual(nobody);
  expect(whoIs({ ...chat, url: 'http://chat.google.com/u/0/frame', origin: 'http://chat.google.com' })).toEqual(nobody);
});

describe('a page of ours is known by its exact address', () => {
  test.each(['panel', 'records', 'export', 'welcome', 'offscreen'] as const)('%s', (name) => {
    expect(whoIs(page(`/extension/${name}/index.html`))).toEqual({ who: name });
    expect(whoIs(page(`/extension/${name}/index.html?log=l#there`))).toEqual({ who: name });
  });

  test('in a tab it has a tab and frame 0 like a content script, and is still no meeting page', () => {
    const inTab = { ...page('/extension/panel/index.html'), tab, frameId: 0 };
    expect(whoIs(inTab)).toEqual({ who: 'panel' });
    expect(whoIs({ ...page('/extension/other.html'), tab, frameId: 0 })).toEqual(nobody);
  });

  test.each<[string, Sender]>([
    ['the worker itself', { id: ID, url: `${OWN}/service-worker-loader.js` }],
    ['a page of ours that nobody listed', page('/extension/gallery/index.html')],
    ['an address that only begins like one', page('/extension/panel/index.html/x')],
    ['a name from the prototype of the table', page('/constructor')],
    ['the same page of another extension', { ...page('/extension/panel/index.html'), id: OTHER }],
    [
      'a page of another extension that claims our id',
      { id: ID, origin: `chrome-extension://${OTHER}`, url: `chrome-extension://${OTHER}/extension/panel/index.html` },
    ],
    [
      'a site with the path of our panel, without a tab',
      { id: ID, origin: SITE, url: `${SITE}/extension/panel/index.html` },
    ],
  ])('so %s is nobody', (_name, sender) => {
    expect(whoIs(sender)).toEqual(nobody);
  });
});
