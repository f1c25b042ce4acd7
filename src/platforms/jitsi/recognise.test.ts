import { afterEach, expect, test, vi } from 'vitest';
import { isJitsi } from './recognise.ts';

afterEach(() => vi.unstubAllGlobals());

test.each<[string, unknown, boolean]>([
  ['Jitsi’s object with conference and store', { conference: {}, store: {} }, true],
  ['one of another program', { conference: null, store: {} }, false],
  ['one without a store', { conference: {} }, false],
  ['words', 'APP', false],
  ['nothing', undefined, false],
])('a page that has %s under Jitsi’s name', (_name, app, is) => {
  vi.stubGlobal('APP', app);
  expect(isJitsi()).toBe(is);
});

test('it needs nothing from outside of itself: it is carried into the page as text', () => {
  const alone = new Function(`return (${isJitsi.toString()})()`) as () => boolean;
  vi.stubGlobal('APP', { conference: {}, store: {} });
  expect(alone()).toBe(true);
});
