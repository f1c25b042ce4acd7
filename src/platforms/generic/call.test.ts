import { describe, expect, test } from 'vitest';
import { Call, NEW_MS, OVER_MS } from './call.ts';
import type { Playing } from './streams.ts';

const voice = (id: string): Playing => ({ stream: `s-${id}`, own: false, voices: [id] });
const mirror: Playing = { stream: 'me', own: true, voices: [] };

function page(href = 'https://calls.example/room/1?x=2#y') {
  const { host, pathname, search, hash } = new URL(href);
  const at = { location: { host, pathname, search, hash } };
  const stage = { now: 0, plays: [] as Playing[], at };
  const call = new Call(
    at as unknown as Document,
    () => stage.now,
    () => stage.plays,
  );
  const later = (ms: number, plays = stage.plays) => {
    stage.now += ms;
    stage.plays = plays;
    return call.place();
  };
  return { call, later, stage };
}

describe('a page', () => {
  test('is in a call as soon as somebody plays in it, and has left when nothing has played for a while', () => {
    const { later } = page();
    expect(later(0)).toBe('elsewhere');
    expect(later(10, [mirror])).toBe('elsewhere');
    expect(later(10, [mirror, voice('ana')])).toBe('call');
    expect(later(60_000)).toBe('call');
    expect(later(0, [mirror])).toBe('call');
    expect(later(OVER_MS - 1)).toBe('call');
    expect(later(1)).toBe('left');
    expect(later(10, [voice('ana')])).toBe('call');
  });

  test('that stumbles has not left', () => {
    const { later } = page();
    later(0, [voice('ana')]);
    for (let i = 0; i < 10; i++) {
      expect(later(OVER_MS - 1, [])).toBe('call');
      expect(later(1, [voice('ana')])).toBe('call');
    }
  });

  test('is the meeting of the address at which the call began, for as long as it lasts', () => {
    const { call, later, stage } = page();
    expect(call.meeting()).toBe('calls.example/room/1?x=2#y');
    later(0, [voice('ana')]);
    stage.at.location.hash = '#chat';
    expect(call.meeting()).toBe('calls.example/room/1?x=2#y');
    later(OVER_MS, []);
    later(OVER_MS);
    expect(call.meeting(), 'until another one begins').toBe('calls.example/room/1?x=2#y');
    later(0, [voice('ana')]);
    expect(call.meeting()).toBe('calls.example/room/1?x=2#chat');
  });

  test('has an address that a message can hold', () => {
    expect(page(`https://calls.example/${'x'.repeat(900)}`).call.meeting()).toHaveLength(300);
  });
});

describe('somebody new', () => {
  test('is told by a voice that was never there, and for long enough to be read', () => {
    const { call, later } = page();
    later(0, [voice('ana')]);
    expect(call.somebodyNew()).toBe(true);
    later(NEW_MS);
    expect(call.somebodyNew()).toBe(false);
    later(10, [voice('ana'), voice('ben')]);
    expect(call.somebodyNew()).toBe(true);
    later(NEW_MS);
    expect(call.somebodyNew()).toBe(false);
  });

  test('is nobody who was heard before in this call, and nothing of the host’s own', () => {
    const { call, later } = page();
    later(0, [voice('ana'), voice('ben')]);
    later(NEW_MS, [voice('ana')]);
    later(10, [voice('ana'), voice('ben'), { ...mirror, voices: ['mine'] }]);
    expect(call.somebodyNew()).toBe(false);
  });

  test('is everybody in the next call', () => {
    const { call, later } = page();
    later(0, [voice('ana')]);
    later(OVER_MS, []);
    later(OVER_MS + NEW_MS);
    expect(call.somebodyNew()).toBe(false);
    later(10, [voice('ana')]);
    expect(call.somebodyNew()).toBe(true);
  });
});
