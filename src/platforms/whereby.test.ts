import { describe, expect, test } from 'vitest';
import { whereby } from './whereby.ts';

const at = (href: string) => {
  const { host, hostname, pathname, search, hash } = new URL(href);
  return { location: { host, hostname, pathname, search, hash }, querySelectorAll: () => [] } as unknown as Document;
};

describe('an address of Whereby', () => {
  test.each([
    ['https://whereby.com/monday', 'whereby.com/monday'],
    ['https://whereby.com/monday/?embed', 'whereby.com/monday'],
    ['https://clinic.whereby.com/monday', 'clinic.whereby.com/monday'],
    ['https://whereby.com/', null],
    ['https://whereby.com/information/tos', null],
    ['https://whereby.com/information', null],
    ['https://whereby.com/user', null],
    ['https://whereby.com/org/clinic', null],
  ])('%s is the room %s', (href, room) => {
    expect(whereby.open(at(href)).meeting()).toBe(room);
    expect(whereby.open(at(href)).place()).toBe('elsewhere');
  });
});
