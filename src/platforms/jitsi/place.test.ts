import { describe, expect, test } from 'vitest';
import { Whereabouts } from './place.ts';

const at = (href: string) => {
  const { hostname, pathname } = new URL(href);
  return { location: { hostname, pathname } } as unknown as Document;
};

describe('a room', () => {
  test.each([
    ['https://meet.jit.si/Monday', 'meet.jit.si/monday'],
    ['https://meet.jit.si/monday/?jwt=x#config.y=1', 'meet.jit.si/monday'],
    ['https://8x8.vc/clinic/Monday', '8x8.vc/clinic/monday'],
    ['https://8x8.vc/clinic/a%20b', '8x8.vc/clinic/a b'],
    ['https://8x8.vc/%E0', '8x8.vc/%e0'],
    ['https://meet.jit.si/', null],
    ['https://meet.jit.si/static/close.html', null],
  ])('at %s is %s', (href, meeting) => {
    expect(new Whereabouts(at(href)).meeting(null)).toBe(meeting);
  });

  test('beside the main one is another', () => {
    expect(new Whereabouts(at('https://meet.jit.si/monday')).meeting('abc')).toBe('meet.jit.si/monday abc');
  });
});

describe('the place', () => {
  test('is none without a room', () => {
    expect(new Whereabouts(at('https://meet.jit.si/')).place('call', null)).toBe('elsewhere');
  });

  test('goes from the lobby through the call to having left', () => {
    const where = new Whereabouts(at('https://meet.jit.si/monday'));
    expect(['out', 'lobby', 'call', 'out', 'call'].map((read) => where.place(read as 'call', 'm'))).toEqual([
      'lobby',
      'lobby',
      'call',
      'left',
      'call',
    ]);
  });

  test('who moves to another room has left the one before, for longer than from one look to the next', () => {
    let now = 0;
    const where = new Whereabouts(at('https://meet.jit.si/monday'), () => now);
    where.place('call', 'main');
    expect(where.place('call', 'breakout')).toBe('left');
    now = 1400;
    expect(where.place('call', 'breakout')).toBe('left');
    now = 1600;
    expect(where.place('call', 'breakout')).toBe('call');
  });
});
