import { describe, expect, it } from 'vitest';
import { Failure } from '../model/failure.ts';
import { Damaged, damageOf } from './damage.ts';
import { LOG } from './testdata/meeting.ts';

it('is a failure of the one code that says so', () => {
  expect(new Damaged('tree', null, 'x')).toMatchObject({ code: 'damaged', what: 'tree', index: null });
});

describe('what was thrown is told as damage of a log', () => {
  it('by its own kind and entry, whatever was looked at', () => {
    const told = damageOf(new Damaged('words', 7, 'does not open'), LOG, 'tree');
    expect(told).toEqual({ what: 'words', log: LOG, index: 7 });
  });

  it('by what was looked at, where it says only that it is damage', () => {
    expect(damageOf(new Failure('damaged', 'no key'), LOG, 'tree')).toEqual({ what: 'tree', log: LOG, index: null });
    expect(damageOf(new Failure('damaged', 'no key'), null, 'entry')).toMatchObject({ what: 'entry', log: null });
  });

  it.each([
    new Failure('storage-failed', 'gone'),
    new Error('damaged'),
    Object.assign(new Error('x'), { code: 'damaged' }),
  ])('but %s is thrown on', (error) => {
    expect(() => damageOf(error, LOG, 'tree')).toThrow(error);
  });
});
