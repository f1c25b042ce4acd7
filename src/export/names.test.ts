import { describe, expect, it } from 'vitest';
import { ERASED, fullNames, Names } from './names.ts';

const names = (how: Names['how'] = 'pseudonyms', byte = 1) => new Names(how, new Uint8Array(32).fill(byte));

describe('a name', () => {
  it('stays as it is, or is none at all, where that was chosen', async () => {
    expect(await fullNames().of('p1', ' Ana ')).toBe(' Ana ');
    expect(await fullNames().of('p1', ERASED)).toBe(ERASED);
    expect(await names('none').of('p1', 'Ana')).toBe('');
  });

  it('becomes a code of eight letters that nobody mistakes for one another', async () => {
    const code = await names().of('p1', 'Ana');
    expect(code).toMatch(/^Person [2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    expect(await names().of('p1', 'Ana')).toBe(code);
  });

  it('has a code of its own, whoever has it, and however it is spelt', async () => {
    const some = names();
    const ana = await some.of('p1', 'Zoë');
    expect(await some.of('p2', ' Zoe\u0308 ')).toBe(ana);
    expect(await some.of('p1', 'Ben')).not.toBe(ana);
    expect(await names('pseudonyms', 2).of('p1', 'Zoë')).not.toBe(ana);
  });

  it('that is gone, or never was, is one of each key, and of nobody who calls themselves so', async () => {
    const some = names();
    const gone = await some.of('p1', ERASED);
    expect(await some.of('p1', '')).toBe(gone);
    expect(await some.of('p2', '')).not.toBe(gone);
    expect(await some.of('p3', 'key p1')).not.toBe(gone);
  });
});
