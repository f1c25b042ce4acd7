import { describe, expect, test } from 'vitest';
import { readCase } from './case.ts';
import { requirementOf } from './requirement.ts';
import { writtenCases } from './testdata/cases.ts';

describe.each(writtenCases())('every case of $file comes out as it is written', ({ cases }) => {
  test.each(cases)('$id $title', (written) => {
    const read = readCase(written);
    if (!read.ok) throw new Error(`${read.code} at ${read.at}`);
    expect(requirementOf(read.value)).toMatchObject(written.expect);
  });

  test('there are at least sixteen, each with an id of its own', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(16);
  });
});

test('each case of our own says what it rests on', () => {
  const own = writtenCases().find(({ file }) => file.endsWith('own-cases.json'));
  const silent = own?.cases.filter((written) => !('statute' in written) || String(written.statute).length < 10);
  expect(silent).toEqual([]);
});
