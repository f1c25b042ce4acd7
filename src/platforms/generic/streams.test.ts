import { describe, expect, test } from 'vitest';
import { isCall, playing } from './streams.ts';

/** Elements as Chromium has them; only what is read of them. */
const track = (id: string, kind = 'audio', readyState = 'live') => ({ id, kind, readyState });
const stream = (id: string, tracks = [track(`${id}-voice`), track(`${id}-picture`, 'video')]) => ({
  id,
  getTracks: () => tracks,
});
const element = (srcObject: object | null, how: object = {}) => ({
  localName: 'video',
  shadowRoot: null,
  srcObject,
  paused: false,
  ended: false,
  readyState: 4,
  muted: false,
  volume: 1,
  ...how,
});
interface Root {
  querySelectorAll(selector: string): object[];
}
const root = (...elements: object[]): Root => ({
  querySelectorAll: (selector) =>
    selector === '*' ? elements : elements.filter((one) => 'srcObject' in one && one.srcObject !== undefined),
});
const read = (...elements: object[]) => playing(root(...elements) as unknown as Document);

describe('what plays', () => {
  test('is a live stream in an element that runs', () => {
    expect(read(element(stream('ana')))).toEqual([{ stream: 'ana', own: false, voices: ['ana-voice'] }]);
  });

  test.each([
    ['a film', element(null)],
    ['a source of a film', element({ duration: 3 })],
    ['paused', element(stream('a'), { paused: true })],
    ['ended', element(stream('a'), { ended: true })],
    ['still waiting for its first picture', element(stream('a'), { readyState: 1 })],
    ['without a track', element(stream('a', []))],
    ['with dead tracks', element(stream('a', [track('x', 'audio', 'ended')]))],
  ])('is not %s', (_, one) => expect(read(one)).toEqual([]));

  test.each([{ muted: true }, { volume: 0 }])('without sound is perhaps the host’s own: %o', (how) => {
    expect(read(element(stream('me'), how))).toEqual([{ stream: 'me', own: true, voices: ['me-voice'] }]);
  });

  test('is found in open shadow roots and in frames of the same site, however deep; not in other frames', () => {
    const inner = { localName: 'x-tile', shadowRoot: root(element(stream('ana'))) };
    const frame = { localName: 'iframe', shadowRoot: null, contentDocument: root(inner, element(stream('ben'))) };
    const foreign = { localName: 'iframe', shadowRoot: null, contentDocument: null };
    expect(read(foreign, frame, element(stream('cem'))).map((one) => one.stream)).toEqual(['cem', 'ben', 'ana']);
  });
});

describe('a call', () => {
  const voice = { stream: 'ana', own: false, voices: ['v'] };
  const mirror = { stream: 'me', own: true, voices: [] };
  test.each([
    ['one voice', [voice], true],
    ['one’s own picture', [mirror], false],
    ['one’s own picture twice', [mirror, mirror], false],
    ['two pictures without sound', [mirror, { ...mirror, stream: 'ana' }], true],
    ['nothing', [], false],
  ])('%s', (_, streams, is) => expect(isCall(streams)).toBe(is));
});
